"""The two notices say what is the case and what still works, in every width."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QWidget
from tests.qt.looking import cut_off, name_faults, press, show
from tests.qt.pages import look_of

from pembaca.ui.notices import NoVoiceBar, OfflineCard

_OFFLINE = (
    "Anda membaca salinan pukul 10.40, dua jam yang lalu",
    "Tidak ada jaringan. Membaca, mencari, dan mendengarkan tetap bisa.",
)
_VOICE = (
    "Belum ada suara bahasa Indonesia di komputer ini",
    "Membaca tetap bisa. Agar berita dapat dibacakan, pasang paket espeak-ng, lalu tekan Uji suara.",
)
_WIDTHS = (320, 414, 480, 720, 1024, 1440)


def _card(qtbot: Any, width: int, **settings: Any) -> OfflineCard:
    card = OfflineCard(look_of(width, **settings))
    card.show_message(*_OFFLINE)
    show(qtbot, card, width - 32, card.heightForWidth(width - 32))
    return card


def _voice(qtbot: Any, width: int, height: int = 900, **settings: Any) -> NoVoiceBar:
    bar = NoVoiceBar(look_of(width, **settings))
    bar.set_window_height(height)
    bar.show_message(*_VOICE)
    show(qtbot, bar, width, bar.heightForWidth(width))
    return bar


@pytest.mark.parametrize("article_px", [28, 33, 45, 128])
@pytest.mark.parametrize("width", _WIDTHS)
def test_nothing_is_cut_off(qtbot: Any, width: int, article_px: int) -> None:
    """
    What went wrong is read by people with the largest type and the smallest windows too.
    """
    for theme in ("terang", "kuning_di_hitam"):
        parts: tuple[QWidget, ...] = (
            _card(qtbot, width, article_px=article_px, theme=theme),
            _voice(qtbot, width, article_px=article_px, theme=theme),
            _voice(qtbot, width, 400, article_px=article_px, theme=theme),
        )
        for part in parts:
            assert [] == cut_off(part)
            assert [] == name_faults(part)


def test_low_window_keeps_title_and_buttons(qtbot: Any) -> None:
    """
    Over 42 % of the height the sentence leaves the eye, but not the ear.
    """
    tall, low = _voice(qtbot, 480, 900), _voice(qtbot, 480, 480)

    assert tall.sentence.isVisible()
    assert not low.sentence.isVisible()
    assert low.title.isVisible() and low.test.isVisible() and low.help.isVisible()
    assert low.height() < tall.height()
    assert _VOICE[1] in QAccessible.queryAccessibleInterface(low.test).text(QAccessible.Text.Description)


def test_card_leaves_low_windows_their_list(qtbot: Any) -> None:
    """
    The card is no fault and must not push the articles out: its sentence goes first, and is still heard at the button.
    """
    card = _card(qtbot, 320)
    before = card.height()
    card.set_window_height(640)

    assert card.heightForWidth(288) < before
    assert not card.sentence.isVisible()
    assert _OFFLINE[1] in card.retry.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_buttons_ask(qtbot: Any, key: Qt.Key) -> None:
    """
    One key is enough to try again.
    """
    card, bar = _card(qtbot, 1440), _voice(qtbot, 1440)
    for button, signal in (
        (card.retry, card.retry_requested),
        (bar.test, bar.test_requested),
        (bar.help, bar.help_requested),
    ):
        with qtbot.waitSignal(signal):
            press(button, key)


def test_edge_says_how_serious_it_is(qtbot: Any) -> None:
    """
    Without a network nothing is broken, so the edge is warm; without a voice something is, so it is red.
    """
    look = look_of()
    for part, colour in ((_card(qtbot, 1440), look.colours.warning), (_voice(qtbot, 1440), look.colours.danger)):
        image = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert QColor(colour).rgb() == image.pixel(5, image.height() // 2)


def test_other_words_for_the_button(qtbot: Any) -> None:
    """
    The sentence and the button are made elsewhere; the card shows them.
    """
    card = _card(qtbot, 1440)
    card.show_message("Judul", "Kalimat.", "Sambungkan lagi")

    assert "Sambungkan lagi" == card.retry.words()
    assert ("Judul", "Kalimat.") == (card.title.text(), card.sentence.text())
