"""Every kind of button can be pressed by keys, shows its ring, and keeps its words."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.qt.looking import press, ring_pixels, role, show
from tests.qt.pages import look_of

from pembaca.ui.controls.button import Button, Kind
from pembaca.ui.controls.words import line_height, text_width, wrap

_KINDS: tuple[Kind, ...] = get_args(Kind)
_THEMES = ("terang", "gelap", "kuning_di_hitam", "hitam_di_kuning", "putih_di_biru", "abu_di_krem", "hitam_di_putih")


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_key_presses_the_button_although_the_window_has_a_shortcut_for_it(qtbot: Any, kind: Kind, key: Qt.Key) -> None:
    """
    Space reads aloud everywhere else; on a button it must press the button, as every keyboard user expects.
    """
    window, pressed, stolen = QWidget(), [], []
    button = Button(look_of(), "Segarkan", icon="refresh", kind=kind, parent=window)
    button.clicked.connect(lambda: pressed.append(key))
    shortcut = QShortcut(QKeySequence(key), window)
    shortcut.activated.connect(lambda: stolen.append(key))
    show(qtbot, window, 400, 200)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    press(button, key)

    assert [key] == pressed
    assert [] == stolen


def test_other_keys_are_left_to_the_window(qtbot: Any) -> None:
    """
    F5 and Alt+Right work wherever the focus is.
    """
    window, reached = QWidget(), []
    button = Button(look_of(), "Henti", parent=window)
    for keys in ("F5", "Alt+Right", "Alt+Return", "Escape"):
        QShortcut(QKeySequence(keys), window).activated.connect(lambda keys=keys: reached.append(keys))
    show(qtbot, window, 300, 100)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()

    QTest.keyClick(button, Qt.Key.Key_F5)
    QTest.keyClick(button, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(button, Qt.Key.Key_Escape)

    assert ["F5", "Alt+Right", "Alt+Return", "Escape"] == reached


@pytest.mark.parametrize("theme", _THEMES)
@pytest.mark.parametrize("kind", _KINDS)
def test_focus_shows_a_ring_around_the_whole_frame(qtbot: Any, kind: Kind, theme: str) -> None:
    """
    Whoever walks by keys must see where they are: at least a line of 2 px around the control (WCAG 2.4.13).
    """
    look = look_of(theme=theme)
    window = QWidget()
    other, button = Button(look, "Lain", parent=window), Button(look, "Segarkan", icon="refresh", kind=kind, parent=window)
    button.move(0, 100)
    show(qtbot, window, 300, 300)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    before = ring_pixels(button, look)
    button.setFocus()

    frame = button.rect().adjusted(look.ring_room_px, look.ring_room_px, -look.ring_room_px, -look.ring_room_px)
    assert 0 == before
    assert ring_pixels(button, look) >= 2 * 2 * (frame.width() + frame.height()) * 0.9


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("article_px", [12, 28, 33, 45, 128])
def test_frame_is_large_enough_to_hit(qtbot: Any, kind: Kind, article_px: int) -> None:
    """
    Trembling hands need 48 px, whatever the size of the type.
    """
    look = look_of(article_px=article_px)
    button = Button(look, "A", kind=kind)
    qtbot.addWidget(button)

    hint = button.sizeHint()
    room = 2 * look.ring_room_px

    assert min(hint.width(), hint.height()) - room >= 48


def test_button_says_its_words_and_its_key(qtbot: Any) -> None:
    """
    The key cap is a picture: a screen reader hears it as description, and "&" is no hidden key.
    """
    button = Button(look_of(), "Sains & teknologi", key="F5")
    qtbot.addWidget(button)
    interface = QAccessible.queryAccessibleInterface(button)

    assert "Sains & teknologi" == interface.text(QAccessible.Text.Name)
    assert "F5" == interface.text(QAccessible.Text.Description)
    assert QAccessible.Role.PushButton == role(button)
    assert button.shortcut().isEmpty()


def test_words_that_come_later_have_their_room_from_the_start(qtbot: Any) -> None:
    """
    A button that grows pushes the next one away from under the finger.
    """
    button = Button(look_of(), "Bacakan", icon="play", kind="play", reserve=("Bacakan", "Jeda", "Lanjutkan"))
    qtbot.addWidget(button)
    sizes = set()
    for words in ("Bacakan", "Jeda", "Lanjutkan"):
        button.show_words(words)
        sizes.add(button.sizeHint().toTuple())

    assert 1 == len(sizes)


def test_unavailable_button_keeps_the_focus_until_it_is_left(qtbot: Any) -> None:
    """
    The focus must not jump to another button because the last sentence was reached.
    """
    window = QWidget()
    button, other = Button(look_of(), "Berikutnya", parent=window), Button(look_of(), "Henti", parent=window)
    other.move(0, 100)
    show(qtbot, window, 300, 200)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()

    button.set_available(False)

    assert button.hasFocus()
    other.setFocus()
    qtbot.waitUntil(lambda: not button.isEnabled())
    button.set_available(True)
    assert button.isEnabled()


@given(text=st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=80), width=st.integers(20, 400))
@example(text="https://www.kemenkum.go.id/berita-utama?format=feed&type=rss", width=60)
@example(text="Kabar 😀 hari 👩‍👩‍👧 ini", width=50)
def test_wrapping_loses_no_character(qapp: Any, text: str, width: int) -> None:
    """
    A feed may call itself anything: every letter of it is on screen.
    """
    font = look_of().font()
    lines = wrap(text, font, width)

    assert text.split() == " ".join(lines).split() or "".join(text.split()) == "".join("".join(lines).split())


@pytest.mark.parametrize("width", [60, 120, 300])
def test_wrapped_lines_are_no_wider_than_their_room(qapp: Any, width: int) -> None:
    """
    A long address is cut into lines, not at the edge.
    """
    font = look_of().font()
    lines = wrap("https://www.kemenkum.go.id/berita-utama?format=feed&type=rss dan lain-lain", font, width)

    assert max(text_width(line, font) for line in lines) <= width + 1


def test_line_is_never_lower_than_its_letters(qapp: Any) -> None:
    """
    Fonts differ: with DejaVu 1.3 is enough, with others it might not be.
    """
    for typeface in ("atkinson", "dejavu", "system"):
        look = look_of(typeface=typeface)
        assert line_height(look, look.font()) >= look.font().pixelSize()
