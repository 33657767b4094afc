"""Everything is done by keyboard: Tab goes everywhere, each key and each button has its effect, the focus is never stolen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.servers import Site
from tests.system.accessibility import Node
from tests.system.conftest import MakeWindow, fill
from tests.system.filling import RICH, store
from tests.system.window import Window

from pembaca.presenters.commands import commands

Effect = Callable[[], object]  # true once the key has done what it should


@pytest.fixture(scope="module")
def window(open_shared_window: MakeWindow, tmp_path_factory: pytest.TempPathFactory, site: Site) -> Window:
    """One window for all keys, on a filled library."""
    return open_shared_window(fill(tmp_path_factory.mktemp("keys") / "pustaka", site))


@pytest.fixture(autouse=True)
def _at_home(window: Window) -> None:
    """Begin each test in the list, at the first row, with nothing open and nothing read aloud."""
    window.go_home()


# ---- Tab


def _stops(window: Window) -> set[str]:
    """Return the paths of what Tab must visit: rows and cards are reached by arrows, from the current one of each."""
    return {node.path for node in window.nodes() if node.is_focusable and _is_stop(node)}


def _is_stop(node: Node) -> bool:
    return node.role != "list item" and (node.role != "radio button" or "checked" in node.states)


def _stop(window: Window) -> str:
    """Return the stop that has the focus; for a row that is its list."""
    focus = window.focus()
    if focus.role != "list item":
        return focus.path
    return next(node.path for node in window.nodes() if node.role == "list")


def _round(window: Window, key: str) -> list[str]:
    start, visited = _stop(window), []
    for _ in range(len(_stops(window)) + 3):
        before = _stop(window)
        window.press(key)
        window.until(lambda before=before: _stop(window) not in ("", before))
        visited.append(_stop(window))
        if visited[-1] == start:
            break
    return visited


@pytest.mark.parametrize("opening", ["", "ctrl+comma", "ctrl+shift+s", "ctrl+shift+v", "ctrl+f"])
def test_tab_visits_everything_once_and_comes_back(window: Window, opening: str) -> None:
    """
    What Tab does not reach does not exist for who has no pointer, and a trap is worse.
    """
    before = window.focus().path
    if opening:
        window.press(opening)
        window.until(lambda: window.focus().path != before)
    stops = _stops(window)
    there = _round(window, "Tab")
    back = _round(window, "shift+Tab")

    names = {node.path: node.name for node in window.nodes()}
    assert sorted(names[path] for path in stops) == sorted(names.get(path, path) for path in there)
    assert there[:-1] == back[:-1][::-1]


def test_arrows_reach_every_card_of_a_group(window: Window) -> None:
    """
    The cards are one stop of Tab; each is chosen by an arrow.
    """
    window.press("ctrl+comma")
    window.until(lambda: window.focus().name == "Tutup Tampilan")
    cards = [node.name for node in window.nodes() if node.role == "radio button" and node.name.startswith("Warna")]
    window.focus_on(next(n.name for n in window.nodes() if n.name in cards and "checked" in n.states))
    reached = []
    for _ in cards:
        before = window.focus().name
        window.press("Right")
        window.until(lambda before=before: window.focus().name != before)
        reached.append(window.focus().name)

    assert sorted(cards) == sorted(reached)


# ---- Keys


def _settings(window: Window, name: str, change: Callable[[object], object]) -> Effect:
    before = getattr(window.settings(), name)
    return lambda: getattr(window.settings(), name) == change(before)


def _article(window: Window) -> int:
    found = window.settings().last_article
    assert found is not None
    return found


def _mark(window: Window, name: str) -> Effect:
    def now() -> bool:
        return bool(window.library(lambda library: getattr(library.row(_article(window)), name)))

    before = now()
    return lambda: now() is not before


def _focus(window: Window, name: str) -> Effect:
    return lambda: window.focus().name == name


def _said(window: Window, words: str) -> Effect:
    since = window.eyes.count(window.pid)
    return lambda: any(words in said for said in window.said(since))


def _reading(window: Window, sentence: int) -> Effect:
    return lambda: window.is_reading() and window.sentence() == sentence


def _read(window: Window, sentence: int = 2) -> None:
    """Begin to read aloud, pause, and go to that sentence."""
    window.press("space")
    window.until(window.is_reading)
    window.press("space")
    window.until(lambda: window.shows("Lanjutkan"))
    while window.sentence() != sentence:
        before = window.sentence()
        window.press("alt+Right" if before < sentence else "alt+Left")
        window.until(lambda before=before: window.sentence() != before)


def _on_page(window: Window) -> None:
    window.press("Return")
    window.until(lambda: window.focus().role == "text")


def _key_play(window: Window) -> Effect:
    return window.is_reading


def _key_read_from_here(window: Window) -> Effect:
    _on_page(window)
    window.press("Home", "ctrl+End")
    return lambda: window.is_reading() and window.sentence() > 10


def _key_stop(window: Window) -> Effect:
    window.press("space")
    window.until(window.is_reading)
    return lambda: window.shows("Bacakan") and not window.is_reading()


def _key_next_sentence(window: Window) -> Effect:
    _read(window, 2)
    return lambda: window.sentence() == 3


def _key_previous_sentence(window: Window) -> Effect:
    _read(window, 3)
    return lambda: window.sentence() == 2


def _key_next_paragraph(window: Window) -> Effect:
    _read(window, 3)  # the first sentence of the first paragraph, which holds two
    return lambda: window.sentence() == 5


def _key_previous_paragraph(window: Window) -> Effect:
    _read(window, 5)
    return lambda: window.sentence() == 3


def _key_follow(window: Window) -> Effect:
    _on_page(window)
    window.press("space")
    window.until(window.is_reading)
    window.press("ctrl+End")
    window.until(lambda: window.shows("Ke suara"))
    return lambda: not window.shows("Ke suara")


def _key_next_article(window: Window) -> Effect:
    return lambda: window.shows("Berita ke-1 – Pembaca")


def _key_previous_article(window: Window) -> Effect:
    window.press("Down")
    window.until(lambda: window.shows("Berita ke-1 – Pembaca"))
    return lambda: window.shows("Layanan baru 😀 untuk warga – Pembaca")


def _key_refresh(window: Window) -> Effect:
    return _said(window, "Mengambil berita")


def _key_help(window: Window) -> Effect:
    return lambda: window.focus().name == "Panduan Pembaca" and window.focus().role == "text"


def _key_language(window: Window) -> Effect:
    return lambda: window.shows("Refresh")


def _key_quit(window: Window) -> Effect:
    return lambda: False


_KEYS: dict[str, tuple[str, Callable[[Window], Effect]]] = {
    "Space": ("space", _key_play),
    "Media Play": ("XF86AudioPlay", _key_play),
    "Ctrl+Return": ("ctrl+Return", _key_read_from_here),
    "Ctrl+Enter": ("ctrl+KP_Enter", _key_read_from_here),
    "Esc": ("Escape", _key_stop),
    "Media Stop": ("XF86AudioStop", _key_stop),
    "Alt+Right": ("alt+Right", _key_next_sentence),
    "Alt+Left": ("alt+Left", _key_previous_sentence),
    "Alt+Down": ("alt+Down", _key_next_paragraph),
    "Alt+Up": ("alt+Up", _key_previous_paragraph),
    "Ctrl+J": ("ctrl+j", _key_follow),
    "Ctrl+]": ("ctrl+bracketright", lambda w: _settings(w, "rate_wpm", lambda rate: rate + 20)),
    "Ctrl+[": ("ctrl+bracketleft", lambda w: _settings(w, "rate_wpm", lambda rate: rate - 20)),
    "Ctrl+Shift+V": ("ctrl+shift+v", lambda w: _focus(w, "Tutup Suara")),
    "Ctrl+PgDown": ("ctrl+Next", _key_next_article),
    "Media Next": ("XF86AudioNext", _key_next_article),
    "Ctrl+PgUp": ("ctrl+Prior", _key_previous_article),
    "Media Previous": ("XF86AudioPrev", _key_previous_article),
    "Ctrl+D": ("ctrl+d", lambda w: _mark(w, "is_starred")),
    "Ctrl+M": ("ctrl+m", lambda w: _mark(w, "is_read")),
    "F7": ("F7", lambda w: _said(w, "Tidak ada perubahan yang tercatat di artikel ini")),
    "Shift+F7": ("shift+F7", lambda w: _said(w, "Tidak ada perubahan yang tercatat di artikel ini")),
    "Ctrl+F7": ("ctrl+F7", lambda w: _said(w, "Tidak ada perubahan yang tercatat di artikel ini")),
    "Ctrl+F": ("ctrl+f", lambda w: _focus(w, "Cari di artikel ini")),
    "Ctrl+K": ("ctrl+k", lambda w: _focus(w, "Cari artikel")),
    "Ctrl++": ("ctrl+plus", lambda w: _settings(w, "article_px", lambda px: 32)),
    "Ctrl+-": ("ctrl+minus", lambda w: _settings(w, "article_px", lambda px: 28)),
    "Ctrl+=": ("ctrl+equal", lambda w: _settings(w, "article_px", lambda px: 32)),
    "Ctrl+0": ("ctrl+0", lambda w: _settings(w, "article_px", lambda px: 28)),
    "Ctrl+T": ("ctrl+t", lambda w: _said(w, "Warna: ")),
    "Ctrl+,": ("ctrl+comma", lambda w: _focus(w, "Tutup Tampilan")),
    "F5": ("F5", _key_refresh),
    "Ctrl+Shift+S": ("ctrl+shift+s", lambda w: _focus(w, "Tutup Sumber")),
    "F6": ("F6", lambda w: lambda: w.focus().role == "text"),
    "Shift+F6": ("shift+F6", lambda w: _focus(w, "Cari artikel")),
    "Ctrl+I": ("ctrl+i", lambda w: _said(w, "Layanan baru 😀 untuk warga")),
    "F1": ("F1", _key_help),
}
_ELSEWHERE = {"Ctrl+Shift+L", "Ctrl+Q"}  # the language has a test of its own; every window here is closed by Ctrl+Q


def test_every_key_of_the_list_of_commands_is_tried() -> None:
    """
    A key that is added to the list gets its test.
    """
    assert {key for command in commands() for key in command.keys} == set(_KEYS) | _ELSEWHERE


@pytest.mark.parametrize("key", list(_KEYS))
def test_each_key_does_what_the_list_of_keys_says(window: Window, key: str) -> None:
    """
    The keys are the only controls of who cannot see the others.
    """
    press, prepare = _KEYS[key]
    has_happened = prepare(window)
    assert not has_happened(), "nothing would be seen of the key"
    window.press(press)
    window.until(has_happened)


def test_the_other_language_is_a_key_away(open_window: MakeWindow, tmp_path: Path) -> None:
    """
    The window comes back in English, with the same article and the focus in the list.
    """
    store(tmp_path / "bahasa", RICH)
    window = open_window(tmp_path / "bahasa")
    window.press("ctrl+shift+l")
    window.until(lambda: window.shows("List of articles") and window.focus().role == "list item")

    assert "en" == window.settings().language
    assert window.shows("Layanan baru 😀 untuk warga – Pembaca")


@pytest.mark.parametrize("where", ["list", "page"])
def test_space_plays_and_pauses_in_list_and_page(window: Window, where: str) -> None:
    """
    One key starts and pauses the voice, and the focus stays where it is.
    """
    if where == "page":
        _on_page(window)
    before = window.focus().path
    for expected in ("Jeda", "Lanjutkan", "Jeda"):
        window.press("space")
        window.until(lambda expected=expected: any(node.name == expected for node in window.nodes()))

    assert before == window.focus().path


def test_a_space_typed_into_a_field_stays_there(window: Window) -> None:
    """
    Who searches for two words does not start the voice.
    """
    window.press("ctrl+k")
    window.until(lambda: window.focus().name == "Cari artikel")
    window.write("loket warga")
    path = window.focus().path
    window.until(lambda: window.eyes.text(window.pid, path).text == "loket warga")
    window.until(lambda: window.shows("1 artikel ditemukan"))

    assert not window.is_reading()


def test_escape_goes_back_one_step_at_a_time(window: Window) -> None:
    """
    First silence, then the strip for finding, then the panel, then the search: nothing is skipped.
    """
    window.press("ctrl+k")
    window.write("layanan")
    window.press("Return")
    window.until(lambda: window.shows("artikel ditemukan") and window.focus().role == "list item")
    window.press("ctrl+comma")
    window.until(lambda: window.shows("Tutup Tampilan"))
    window.press("ctrl+f")
    window.until(lambda: window.shows("Tutup pencarian"))
    page = next(node for node in window.nodes() if node.role == "text" and "multi-line" in node.states)
    window.eyes.give_focus(window.pid, page.path)
    window.until(lambda: window.focus().path == page.path)
    window.press("space")
    window.until(window.is_reading)

    for gone in ("Jeda", "Tutup pencarian", "Tutup Tampilan", "artikel ditemukan"):
        assert window.shows(gone)
        window.press("Escape")
        window.until(lambda gone=gone: not window.shows(gone))
    window.press("Escape")
    window.until(lambda: window.focus().role == "list item")


def test_f6_goes_round_the_parts_both_ways(window: Window) -> None:
    """
    Header, list, page and bar are one key apart.
    """
    seen = []
    for key in ("F6",) * 4 + ("shift+F6",) * 4:
        before = window.focus().path
        window.press(key)
        window.until(lambda before=before: window.focus().path not in ("", before))
        seen.append(window.focus().name)

    first_row = seen[3]
    assert first_row.startswith("Layanan baru")
    parts = ["Layanan baru 😀 untuk warga", "Bacakan", "Cari artikel", first_row]
    assert [*parts, *parts[2::-1], first_row] == seen


@pytest.mark.parametrize(
    ("key", "words"), [("h", "Syarat, judul tingkat 2"), ("k", "situs resmi, tautan"), ("l", "daftar"), ("g", "gambar")]
)
def test_letters_jump_in_the_page_and_say_where_to(window: Window, key: str, words: str) -> None:
    """
    Screen readers have no such keys of their own in a text of Qt.
    """
    _on_page(window)
    window.press("ctrl+Home")
    since, before = window.eyes.count(window.pid), window.article().caret
    window.press(key)
    window.until(lambda: any(words in said for said in window.said(since)))

    assert window.article().caret > before


# ---- Focus


def test_nothing_takes_the_focus_while_an_article_is_read(window: Window) -> None:
    """
    Sentences go by, news come, the row says another state: the person stays where they are.
    """
    window.press("Down")
    window.until(lambda: window.focus().name.startswith("Berita ke-1"))
    row, since = window.focus().path, window.eyes.count(window.pid)
    window.press("space")
    window.until(window.is_reading)
    window.press("F5")
    window.until(lambda: "Tidak ada artikel baru. Berita sudah diperbarui." in window.said(since) or window.sentence() > 2)
    for sentence in (2, 3):
        window.until(lambda sentence=sentence: window.sentence() >= sentence)

    assert row == window.focus().path
    assert () == window.eyes.heard(window.pid, "object:state-changed:focused", since)


def test_messages_come_from_the_window_and_leave_the_focus(window: Window) -> None:
    """
    Orca 48 drops the second of two quick messages unless they come from the window itself.
    """
    row, since = window.focus().path, window.eyes.count(window.pid)
    window.press("ctrl+i")
    window.until(lambda: window.said(since))

    ((words, whose),) = window.eyes.heard(window.pid, "object:announcement", since)
    assert words.startswith("Layanan baru 😀 untuk warga, ")
    assert "Layanan baru 😀 untuk warga – Pembaca" == whose
    assert row == window.focus().path
