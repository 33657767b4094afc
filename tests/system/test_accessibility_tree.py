"""What assistive technology sees: names, roles, sizes, language, rows and the whole text, in every state of the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.servers import Site
from tests.system.accessibility import BUTTONS, Node
from tests.system.conftest import MakeWindow
from tests.system.filling import FEED_PATH, RICH, SEED_TITLE, fetch, store
from tests.system.window import NO_SOUND, Window

from pembaca import i18n
from pembaca.document import Document, Table

_LEAST_PX = 44  # WCAG 2.2, 2.5.5
_ENTRIES = ("menu item", "check menu item", "radio menu item")
_ROLES = (*BUTTONS, *_ENTRIES, "text", "list", "list item", "radio button", "check box", "scroll pane")
_LANGUAGES = ("id", "en")


@pytest.fixture
def word() -> Iterator[Callable[[str, str], str]]:
    """A function from a language and an Indonesian source text to what the window says."""

    def say(language: str, text: str) -> str:
        i18n.use(language)
        return i18n.tr(text)

    yield say
    i18n.use("")


def faults(tree: Node, state: str) -> list[str]:
    """Return what is wrong with what is shown: each focusable object needs a name of its own, a role, and a size to hit."""
    found = []
    for parent in tree.all():
        own = [child for child in parent.children if child.is_focusable]
        for child in own:
            if not child.name.strip():
                found.append(f"{state}: {child.role} at {child.bounds} has no name")
            if child.role not in _ROLES:
                found.append(f"{state}: {child.name!r} has the role {child.role!r}")
            if min(child.bounds[2:]) < _LEAST_PX:
                found.append(f"{state}: {child.name!r} measures only {child.bounds[2:]}")
        names = Counter(child.name for child in own)
        found += [f"{state}: {times} objects side by side are called {name!r}" for name, times in names.items() if times > 1]
    return found


class _Tour:
    """Goes from state to state and gathers what is wrong."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.faults: list[str] = []
        self.states: list[str] = []

    def look(self, state: str) -> None:
        self.states.append(state)
        self.faults += faults(self.window.tree(whole=True), state)

    def panel(self, keys: str, name: str) -> None:
        self.window.press(keys)
        self.window.until(lambda: self.window.shows(name) and self.window.focus().role in BUTTONS)
        self.look(name)
        self.window.press("Escape")
        self.window.until(lambda: self.window.focus().role == "list item")

    def menu(self, button: str) -> None:
        window = self.window
        window.press_on(button, "space")
        window.until(lambda: window.focus().role in _ENTRIES)
        self.look(f"menu {button}")
        (menu,) = (node for node in window.tree().children if node.role == "popup menu")
        for entry in menu.children:
            window.until(lambda entry=entry: window.focus().path == entry.path)
            if entry.count:
                window.press("Right")
                window.until(lambda entry=entry: window.focus().path not in ("", entry.path))
                self.look(f"menu {button}, {entry.name}")
                window.press("Left")
                window.until(lambda entry=entry: window.focus().path == entry.path)
            window.press("Down")
        window.press("Escape")
        window.until(lambda: window.focus().name == button)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_everything_that_takes_the_focus_has_a_name_a_role_and_a_size(
    language: str, filled: Path, open_window: MakeWindow, site: Site, word: Callable[[str, str], str]
) -> None:
    """
    A control without a name is a locked door to a blind reader, and one too small is one to an unsure hand.
    """
    window = open_window(filled, language=language)
    tour = _Tour(window)
    tour.look("main window")
    tour.panel("ctrl+comma", word(language, "Tampilan"))
    tour.panel("ctrl+shift+s", word(language, "Sumber"))
    tour.panel("ctrl+shift+v", word(language, "Suara"))
    tour.menu(word(language, "Menu"))
    tour.menu(word(language, "Semua berita"))
    window.press("ctrl+f")
    window.until(lambda: window.focus().name == word(language, "Cari di artikel ini"))
    window.write("layanan")
    window.press("Return")
    window.until(lambda: window.shows(word(language, "{nth} dari {count}").format(nth=1, count=2)[:2]))
    tour.look("find bar")
    window.press("Escape")
    window.press("ctrl+k")
    window.write("xyzzy")
    window.press("Return")
    window.until(lambda: window.shows(word(language, "Tidak ada yang ditemukan")))
    tour.look("nothing found")

    assert [] == tour.faults, "\n".join(tour.faults)
    assert 10 <= len(tour.states)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_narrow_window_is_as_accessible(
    language: str, tmp_path: Path, open_window: MakeWindow, word: Callable[[str, str], str]
) -> None:
    """
    What found no room stands behind buttons, and these have names too.
    """
    store(tmp_path / "sempit", RICH)
    window = open_window(tmp_path / "sempit", language=language, window=(0, 0, 420, 860))
    tour = _Tour(window)
    tour.look("list alone")
    window.press("Return")
    window.until(lambda: window.focus().role == "text")
    tour.look("page alone")
    tour.menu(word(language, "Lainnya"))

    assert [] == tour.faults, "\n".join(tour.faults)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_states_without_network_voice_or_room_are_as_accessible(
    language: str, tmp_path: Path, open_window: MakeWindow, word: Callable[[str, str], str]
) -> None:
    """
    What is shown when something is missing is read by those who most need it: a narrow window, no voice, no network.
    """
    data_dir = tmp_path / "sempit"
    store(data_dir, RICH, feed="http://127.0.0.1:9/rss")
    store(data_dir, feed="http://127.0.0.1:9/lain", title="Kantor Lain")
    window = open_window(data_dir, NO_SOUND, language=language, window=(0, 0, 420, 860))
    tour = _Tour(window)
    window.until(lambda: window.shows(word(language, "Tidak ada perangkat suara yang dapat dipakai")))
    tour.look("no voice, list alone")
    window.press("Return")
    window.until(lambda: window.focus().role == "text")
    tour.look("page alone")
    window.press_on(word(language, "Cara memasang suara"), "space")
    window.until(lambda: window.shows(word(language, "Cara memasang suara")))
    tour.look("how to install a voice")
    window.press("Escape", "F5")
    window.until(lambda: window.shows(word(language, "Coba lagi")))
    tour.look("no network")

    assert [] == tour.faults, "\n".join(tour.faults)


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_program_names_its_language(language: str, filled: Path, open_window: MakeWindow) -> None:
    """
    Without it a screen reader speaks Indonesian words with an English voice.
    """
    window = open_window(filled, language=language)

    assert {"id": "id_ID", "en": "en_GB"}[language] == window.eyes.locale(window.pid)


def test_rows_say_title_date_and_state_and_nothing_else(filled: Path, open_window: MakeWindow, site: Site) -> None:
    """
    Hearing a row must tell as much as seeing it: what, when, and whether it is new; and the source where there are several.
    """
    window = open_window(filled)

    source = window.library(lambda library: library.feeds()[0].title)
    expected = [
        "Layanan baru 😀 untuk warga, 5 Juni 2026, baru, Kantor Contoh",
        *(f"Berita ke-{nth}, {4 - nth} Juni 2026, baru, Kantor Contoh" for nth in range(1, 4)),
        f"{SEED_TITLE}, 23 November 2020, baru, {source}",
    ]
    assert expected == window.rows()


def test_a_row_says_what_was_done_to_the_article(tmp_path: Path, open_window: MakeWindow) -> None:
    """
    Read, starred and half heard are words, not only marks.
    """
    store(tmp_path / "satu", RICH)
    window = open_window(tmp_path / "satu")
    title = "Layanan baru 😀 untuk warga, 5 Juni 2026"
    window.press("ctrl+m")
    window.until(lambda: [f"{title}, dibaca"] == window.rows())
    window.press("ctrl+d")
    window.until(lambda: [f"{title}, dibaca, bintang"] == window.rows())
    window.press("space")
    window.until(lambda: [f"{title}, sedang dibacakan, bintang"] == window.rows())
    window.press("Escape")
    window.until(lambda: window.rows()[0].startswith(f"{title}, di"))

    assert window.rows()[0].endswith(", bintang")


def test_the_seed_is_read_whole_and_in_order(tmp_path: Path, open_window: MakeWindow, site: Site) -> None:
    """
    What the library holds and what a screen reader can read are the same words.
    """
    fetch(tmp_path / "benih", site.url + FEED_PATH)
    window = open_window(tmp_path / "benih")
    document = window.library(lambda library: library.document(library.articles()[0].id))
    assert document is not None

    assert "" == missing(document, window.article().text)


def test_every_kind_of_block_is_read_whole_and_in_order(tmp_path: Path, open_window: MakeWindow) -> None:
    """
    Tables, lists, quotes, emoji and what a picture shows are words too.
    """
    store(tmp_path / "kaya", RICH)
    window = open_window(tmp_path / "kaya")

    assert "" == missing(RICH, window.article().text)


def test_a_folded_table_loses_no_cell(tmp_path: Path, open_window: MakeWindow) -> None:
    """
    In very large type the cells stand under each other, and still all of them are read.
    """
    store(tmp_path / "besar", RICH)
    window = open_window(tmp_path / "besar", article_px=128)
    window.press("Return")
    window.until(lambda: window.focus().role == "text")

    assert "" == missing(RICH, window.article().text)


def pieces(document: Document) -> list[str]:
    """Return the title and the lines and cells of the blocks in order; joined as ``Document.text`` joins they are it."""
    found = [document.title]
    for block in document.blocks:
        if isinstance(block, Table):
            found += [cell for row in block.rows for cell in row]
        else:
            found += block.text.split("\n")
    return [piece for piece in found if piece]


def missing(document: Document, text: str) -> str:
    """Return the first piece of *document* that *text* does not hold where it should, "" if all are there.

    Between two pieces only page furniture may stand: captions, the meta line, the credit, the source.
    """
    text = text.replace("\ufffc", "").replace("\ufdd0", "\n").replace("\ufdd1", "\n").replace("\u2029", "\n")
    lines = iter(text.split("\n"))
    between = []
    for piece in pieces(document):
        for line in lines:
            if line == piece:
                break
            between.append(line)
        else:
            return piece
    between += lines
    known = ("tanpa keterangan", "Sumber:", " menit", document.credit or "\0")
    return "".join(line for line in between if line.strip() and not any(words in line for words in known))
