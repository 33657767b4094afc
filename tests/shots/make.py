"""Take the screenshots: every theme, three at large sizes, one column, small windows, each designed state.

Run as ``./run shots [FOLDER]``. A real window with a real library, drawn off screen; the voice is the silent engine.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from pembaca import i18n, window_wiring
from pembaca.connections import connect
from pembaca.document import Block, Document, Image, ListItem, Paragraph, Table, TextSpan
from pembaca.library.library import Library
from pembaca.model import Fault, ReadingPlace, StoredEntry, Validators
from pembaca.paths import Paths
from pembaca.presenters import messages, wording
from pembaca.presenters.refreshing import offline_title
from pembaca.presenters.states import refresh_failed
from pembaca.services.discovery import Found
from pembaca.services.samples import sample_media, samples
from pembaca.settings import SettingsStore
from pembaca.speech.script import prepare
from pembaca.ui.app import make_application, use_language
from pembaca.ui.jobs import Jobs
from pembaca.ui.look import Look
from pembaca.ui.main_window import MainWindow
from pembaca.viewmodel import BarState
from pembaca.voice.client import worker_command

FEED = "https://www.kemenkum.go.id/berita-utama?format=feed&type=rss"
TABLE = "Layanan Paspor Sabtu Pagi Kini Ada di Enam Kota"
THEMES = ("terang", "gelap", "kuning_di_hitam", "hitam_di_kuning", "putih_di_biru", "abu_di_krem", "hitam_di_putih")


class Article(msgspec.Struct):
    """One article of ``articles.json``."""

    title: str
    published: datetime
    text: list[str] = []
    steps: list[str] = []
    table: list[list[str]] = []
    seed: bool = False
    read: bool = False
    starred: bool = False
    heard: float = 0.0


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the window, the look, and what is done before it is taken."""

    name: str
    size: tuple[int, int] = (1440, 900)
    theme: str = "terang"
    px: int = 28
    prepare: Callable[[Stage], None] = lambda stage: None
    has_focus: bool = False


class Stage:
    """A window on a filled library, and the steps that pictures need."""

    def __init__(self, paths: Paths, fill: Callable[[Library], None] = lambda library: None) -> None:
        self.library = Library.open(paths)
        fill(self.library)
        self.settings = SettingsStore(paths.settings)
        self.look = Look()
        self.window = MainWindow(self.look, self._media)
        self.jobs = Jobs(self.window)
        self.p = window_wiring.presenters_of(
            self.library, self.settings, self.jobs, self.look, worker_command("silent", "silent")
        )
        connect(self.window, self.p)
        self.p.articles.start()
        self.window.show()
        self.settle()

    def _media(self, name: str) -> Path | None:
        return self.library.media_path(name) if "/" in name else sample_media(name)

    def settle(self, ms: int = 120) -> None:
        """Let the window come to rest."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def take(self, shot: Shot, folder: Path) -> None:
        """Take one picture."""
        self.window.resize(*shot.size)
        self.settings.change(theme=shot.theme, article_px=shot.px)
        self.window.apply(self.settings.current)
        self.window.appearance.show_settings(self.settings.current)
        self.settle()
        shot.prepare(self)
        focused = QApplication.focusWidget()
        if focused is not None and not shot.has_focus:
            focused.clearFocus()
        self.settle()
        picture = self.window.grab()
        self._add_menus(picture)
        picture.save(str(folder / f"{shot.name}.png"))
        self.reset()

    def _add_menus(self, picture: QPixmap) -> None:
        """Draw the open menus where they stand, and close them."""
        menus = [part for part in QApplication.topLevelWidgets() if isinstance(part, QMenu) and part.isVisible()]
        menus.sort(key=lambda menu: menu is QApplication.activePopupWidget())
        painter = QPainter(picture)
        for menu in menus:
            at = menu.pos() - self.window.geometry().topLeft()
            painter.setClipRegion(menu.mask().translated(at))
            painter.drawPixmap(at, menu.grab())
        painter.end()
        for menu in menus:
            menu.close()

    def reset(self) -> None:
        """Go back to the list and the first article."""
        feeds_at_rest(self)
        self.window.close_panel()
        self.window.close_find()
        self.window.show_no_voice(None)
        self.window.show_offline(None)
        self.window.list_pane.set_progress(0, 0, None)
        self.window.set_busy(False)
        self.window.header.search.clear()
        self.p.articles.leave_search()
        self.window.page.highlight(None, None)
        self.p.reader.close_article()
        rows = self.library.articles(limit=1)
        if not rows:
            self.p.articles.start()
            self.settle()
            return
        first = rows[0].id
        self.p.reader.open(first)
        self.window.list_pane.list.set_current(first)
        self.p.articles.reload()
        self.window.show_list(focus=False)
        self.window.page.article.verticalScrollBar().setValue(0)
        self.settle()


def fill_several(library: Library) -> None:
    """Store the articles, and those of a second feed with very long titles."""
    fill(library)
    second = "https://setkab.go.id/feed/"
    title = "Pemerintah Menetapkan Hari Libur Nasional dan Cuti Bersama Tahun Depan Setelah Rapat Tingkat Menteri di Jakarta"
    document = Document(
        title, (Paragraph("Libur nasional ditetapkan tujuh belas hari."),), second, datetime(2020, 11, 24, tzinfo=UTC)
    )
    library.add_feed(second, "Sekretariat Kabinet Republik Indonesia")
    entry = StoredEntry(title, second, title, document, "")
    name = "Sekretariat Kabinet Republik Indonesia"
    library.apply(second, (entry,), title=name, validators=Validators(), fetched_at=datetime.now(UTC))


def fill_many(library: Library) -> None:
    """Store the articles, and three hundred feeds."""
    fill(library)
    for number in range(1, 301):
        library.add_feed(f"https://kantor{number}.go.id/feed/", f"Kantor Wilayah Nomor {number}")


def fill_changed(library: Library) -> None:
    """Store the articles, then two of them as their source has changed them."""
    fill(library)
    rows = {row.title: row for row in library.articles()}
    for row in rows.values():
        library.set_read(row.id, True)
    known = library.known(FEED)
    now = datetime.now(UTC) - timedelta(minutes=20)
    for title, change in (("Ketika Birokrasi Kita Mendadak Digital", _correct), (TABLE, _correct_table)):
        document = library.document(rows[title].id)
        assert document is not None
        entry = StoredEntry(title, FEED, title + " lagi", change(document), "", known_id=known[title].id)
        library.apply(FEED, (entry,), title="Berita Utama", validators=Validators(), fetched_at=now)


def _correct(document: Document) -> Document:
    """Change two figures, put a paragraph in, and take one out."""
    blocks = list(document.blocks)
    texts = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph)]
    first = blocks[texts[0]].text
    first = first.replace("mengubah cara kita", "mengubah hampir semua cara kita").replace("Bima Haria", "Bima H.")
    blocks[texts[0]] = Paragraph(first)
    del blocks[texts[3]]
    blocks.insert(
        texts[1], Paragraph("Pembetulan: versi sebelumnya salah menyebut jumlah layanan yang sudah dapat diurus daring.")
    )
    return msgspec.structs.replace(document, blocks=tuple(blocks))


def _correct_table(document: Document) -> Document:
    """Change a cell, and add a row."""

    def corrected(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        rows = [list(row) for row in block.rows]
        rows[2][-1] = "09.00–13.00"
        return Table((*map(tuple, rows), ("Kupang", *rows[1][1:])), header=block.header)

    return msgspec.structs.replace(document, blocks=tuple(map(corrected, document.blocks)))


def fill(library: Library) -> None:
    """Store the articles, their marks and places."""
    seed = samples()[0]
    articles = msgspec.json.decode((Path(__file__).parent / "articles.json").read_bytes(), type=list[Article])
    stored = []
    for article in articles:
        document = _document(article, seed, library)
        stored.append(StoredEntry(article.title, FEED, article.title, document, document.blocks[0].text[:80]))
    library.add_feed(FEED, "Berita Utama")
    now = datetime.now(UTC) - timedelta(hours=2)
    library.apply(FEED, tuple(stored), title="Berita Utama", validators=Validators(), fetched_at=now)
    by_title = {row.title: row for row in library.articles()}
    for article in articles:
        row = by_title[article.title]
        library.set_read(row.id, article.read)
        library.set_starred(row.id, article.starred)
        if article.heard:
            document = library.document(row.id)
            assert document is not None
            library.set_place(row.id, ReadingPlace(round(len(document.text) * article.heard), len(document.text)))


def _document(article: Article, seed: Document, library: Library) -> Document:
    if article.seed:
        blocks = tuple(_stored(block, library) if isinstance(block, Image) else block for block in seed.blocks)
        return msgspec.structs.replace(seed, blocks=blocks)
    blocks: list[Block] = [Paragraph(text) for text in article.text]
    blocks += [ListItem(text, number=number) for number, text in enumerate(article.steps, 1)]
    if article.table:
        blocks.append(Table(tuple(tuple(row) for row in article.table), header=True))
    return Document(article.title, tuple(blocks), FEED, article.published)


def _stored(image: Image, library: Library) -> Image:
    path = sample_media(image.media)
    return msgspec.structs.replace(image, media=library.put_media(path.read_bytes(), path.suffix.lstrip(".")))


# -- what is done before a picture


def lit(sentence: int, word: int) -> Callable[[Stage], None]:
    """Read aloud: light a word of a sentence, as the voice would."""

    def do(stage: Stage) -> None:
        document = stage.p.reader.document
        assert document is not None
        script = prepare(document)
        utterance = script.utterances[sentence]
        spoken = utterance.words[min(word, len(utterance.words) - 1)]
        stage.window.show_article(focus=False)
        stage.window.desk.show_page(True)
        stage.settle()
        stage.window.page.highlight(TextSpan(utterance.start, utterance.end), TextSpan(spoken.start, spoken.end))
        count = len(script.utterances)
        stage.window.bar.set_state(BarState("playing", True, True))
        stage.window.bar.set_place(wording.place(sentence, count, (count - sentence) * 7.0))
        stage.window.bar.set_progress((sentence + 1) / count)
        row = stage.library.row(stage.p.reader.article_id or 0)
        assert row is not None
        stage.window.list_pane.list.update_item(wording.article_item(row, is_playing=True))
        stage.settle(400)

    return do


def panel(name: str) -> Callable[[Stage], None]:
    """Open a panel."""
    return lambda stage: stage.p.window.open_panel(name)  # type: ignore[arg-type]


def feed_details(stage: Stage) -> None:
    """The page of a feed that had its troubles."""
    now = datetime.now(UTC)
    for hours, code, status in ((90, "http_status", 503), (50, "dns", None), (49, "dns", None), (26, "timeout", None)):
        stage.library.failed(FEED, code, now - timedelta(hours=hours), status=status)
    stage.library.unchanged(FEED, now - timedelta(hours=2))
    panel("feeds")(stage)
    stage.p.sources.details.open(FEED)


def feed_settings(stage: Stage) -> None:
    """The same, further down."""
    feed_details(stage)
    stage.settle()
    page = stage.window.feeds.details
    page._scroll.show_whole(page.remove.parentWidget().parentWidget())


def feed_gone(stage: Stage) -> None:
    """The page of a feed that its site has given up."""
    stage.library.failed(FEED, "http_status", datetime.now(UTC), status=410)
    panel("feeds")(stage)
    stage.p.sources.details.open(FEED)
    stage.library.unchanged(FEED, datetime.now(UTC) - timedelta(hours=2))


def second_page(stage: Stage) -> None:
    """The end of the second page of very many feeds."""
    panel("feeds")(stage)
    stage.p.sources.turn(1)
    stage.settle(300)
    stage.window.feeds._scroll.show_whole(stage.window.feeds.feeds.after)


def feeds_end(stage: Stage) -> None:
    """The end of the panel of sources, after an import."""
    panel("feeds")(stage)
    stage.window.feeds.lists.show_result("12 sumber ditambahkan, 3 sudah ada, 1 tidak dapat dipakai.")
    stage.settle()
    stage.window.feeds._scroll.show_whole(stage.window.feeds.lists)


def catalogue_page(stage: Stage) -> None:
    """The catalogue."""
    panel("feeds")(stage)
    stage.window.feeds.catalogue_button.click()
    stage.settle(300)


def looking(stage: Stage) -> None:
    """An address is looked at."""
    panel("feeds")(stage)
    stage.window.feeds.adding.address.setText("www.kemenkum.go.id")
    text = i18n.tr("Mencari sumber berita di {site}", site="www.kemenkum.go.id")
    stage.window.feeds.adding.show_looking(text)


def several_found(stage: Stage) -> None:
    """The page of that address names several feeds."""
    panel("feeds")(stage)
    site = "https://www.kemenkum.go.id"
    found = (
        Found("Kementerian Hukum, Berita Utama", FEED, "rss"),
        Found("Pengumuman", f"{site}/pengumuman?format=feed&type=rss", "rss"),
        Found("Siaran pers", f"{site}/siaran-pers?format=feed&type=atom", "atom"),
    )
    stage.p.sources.adding._take(site, found)


def none_found(stage: Stage) -> None:
    """Nothing lies at that address."""
    panel("feeds")(stage)
    stage.window.feeds.adding.address.setText("www.kemenkum.go.id/tentang")
    stage.p.sources.adding._take("https://www.kemenkum.go.id/tentang", ())


def feeds_at_rest(stage: Stage) -> None:
    """Put away what was found or not."""
    adding = stage.window.feeds.adding
    adding.show_error("")
    adding.show_looking(None)
    stage.p.sources.adding.close_found()
    stage.window.feeds.lists.show_result("")


def offline(stage: Stage) -> None:
    """No network."""
    now = datetime.now().astimezone()
    title = offline_title(stage.library.last_refresh(), now)
    stage.window.show_offline((title, i18n.tr("Tidak ada jaringan. Membaca, mencari, dan mendengarkan tetap bisa.")))


def no_voice(stage: Stage) -> None:
    """No Indonesian voice."""
    message = messages.of_voice("no_voice")
    stage.window.show_no_voice((message.title, message.sentence))


def loading(stage: Stage) -> None:
    """News are being fetched."""
    stage.window.set_busy(True)
    stage.window.list_pane.set_progress(4, 12, i18n.tr("Mengambil berita, {done} dari {total}", done=4, total=12))


def empty(stage: Stage) -> None:
    """A feed without articles."""
    stage.window.list_pane.list.show_items((), None)
    stage.window.list_pane.set_heading("Berita Utama", i18n.tr("Belum ada artikel"))
    stage.p.articles._show_empty()


def search(stage: Stage) -> None:
    """Something was found."""
    stage.window.header.set_search_text("birokrasi")
    stage.p.articles.search("birokrasi")


def loading_unknown(stage: Stage) -> None:
    """News are being fetched, and nobody knows yet how many."""
    stage.window.set_busy(True)
    stage.window.list_pane.set_progress(0, 0, i18n.tr("Mengambil berita"))


def failed(stage: Stage) -> None:
    """The source answered with a fault; the articles are still there."""
    stage.window.show_offline(_failed_words())


def failed_empty(stage: Stage) -> None:
    """The source answered with a fault, and nothing has been stored yet."""
    empty(stage)
    stage.window.show_message(refresh_failed(*_failed_words()))


def _failed_words() -> tuple[str, str]:
    message = messages.of_fault(Fault("http_status", FEED, "", 503))
    return message.title, message.sentence


def nothing_found(stage: Stage) -> None:
    """Nothing was found."""
    stage.window.header.set_search_text("paralimpiade")
    stage.p.articles.search("paralimpiade")
    stage.p.articles.submit_search()


def find(text: str) -> Callable[[Stage], None]:
    """Look for something in the article."""

    def do(stage: Stage) -> None:
        stage.window.open_find()
        stage.settle()
        stage.window.page.find_bar.field.setText(text)
        stage.window.page.find_text(text, True)

    return do


def menu(stage: Stage) -> None:
    """Open the menu."""
    stage.window.header.menu.click()
    stage.settle(300)


def submenu(stage: Stage) -> None:
    """Open the first group of the menu."""
    menu(stage)
    opened = QApplication.activePopupWidget()
    assert isinstance(opened, QMenu)
    QTest.keyClick(opened, Qt.Key.Key_Right)
    stage.settle()


def context_menu(stage: Stage) -> None:
    """Open the menu of the article's text, with a few words chosen."""
    page = stage.window.page.article
    cursor = page.textCursor()
    cursor.setPosition(120)
    cursor.setPosition(200, cursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    middle = page.viewport().rect().center()
    QTimer.singleShot(0, page, lambda: QApplication.sendEvent(page.viewport(), _ask_menu(page, middle)))
    stage.settle(300)


def _ask_menu(page: QWidget, at: QPoint) -> QContextMenuEvent:
    return QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, page.mapToGlobal(at))


def feeds_menu(stage: Stage) -> None:
    """Open the choice of feeds."""
    stage.window.list_pane.heading.click()
    stage.settle(300)


def open_article(title: str) -> Callable[[Stage], None]:
    """Open an article by its title."""

    def do(stage: Stage) -> None:
        row = next(row for row in stage.library.articles() if row.title == title)
        stage.p.articles.opened(row.id)

    return do


def focus(stage: Stage) -> None:
    """Show the ring."""
    stage.window.list_pane.list.setFocus()


def focus_page(stage: Stage) -> None:
    """Show the ring of the page."""
    stage.window.show_article(focus=True)


def shots() -> tuple[Shot, ...]:
    """Return all pictures."""
    reading = lit(1, 3)
    every_theme = tuple(Shot(f"28-{theme}", theme=theme, prepare=reading) for theme in THEMES)
    large = tuple(
        Shot(f"{px}-{theme}", theme=theme, px=px, prepare=lit(14, 6))
        for px in (64, 128)
        for theme in ("terang", "gelap", "kuning_di_hitam")
    )
    column = Shot("satu-kolom-daftar", (480, 900))
    small = Shot("1024x600", (1024, 600), prepare=reading)
    states = (
        Shot("tampilan", prepare=panel("appearance")),
        Shot("tampilan-satu-kolom", (480, 900), prepare=panel("appearance")),
        Shot("suara", prepare=panel("voice")),
        Shot("luring", prepare=offline),
        Shot("tanpa-suara", prepare=no_voice),
        Shot("memuat", prepare=loading),
        Shot("kosong", prepare=empty),
        Shot("cari", prepare=search),
        Shot("fokus", prepare=focus, has_focus=True),
        Shot("fokus-halaman", prepare=focus_page, has_focus=True),
        Shot("fokus-halaman-480-kuning_di_hitam", (480, 900), "kuning_di_hitam", prepare=focus_page, has_focus=True),
        Shot("memuat-tak-tentu", prepare=loading_unknown),
        Shot("gagal", prepare=failed),
        Shot("gagal-kosong", prepare=failed_empty),
        Shot("gagal-kosong-480", (480, 900), prepare=failed_empty),
        Shot("kosong-1024x600", (1024, 600), prepare=empty),
        Shot("cari-nihil", prepare=nothing_found),
        Shot("temu", prepare=find("birokrasi"), has_focus=True),
        Shot("temu-nihil-480", (480, 900), prepare=find("paralimpiade"), has_focus=True),
        Shot("temu-320", (320, 640), prepare=find("birokrasi"), has_focus=True),
        Shot("temu-kuning_di_hitam", theme="kuning_di_hitam", prepare=find("birokrasi"), has_focus=True),
        Shot("kosong-kuning_di_hitam", theme="kuning_di_hitam", prepare=empty),
        Shot("tampilan-480-kuning_di_hitam", (480, 900), "kuning_di_hitam", prepare=panel("appearance")),
        Shot("temu-1024x600", (1024, 600), prepare=find("birokrasi"), has_focus=True),
        Shot("menu", prepare=menu, has_focus=True),
        Shot("menu-grup", prepare=submenu, has_focus=True),
        Shot("menu-gelap", theme="gelap", prepare=submenu, has_focus=True),
        Shot("menu-kuning_di_hitam", theme="kuning_di_hitam", prepare=submenu, has_focus=True),
        Shot("menu-320", (320, 640), prepare=submenu, has_focus=True),
        Shot("menu-teks", prepare=context_menu, has_focus=True),
        Shot("menu-teks-gelap", theme="gelap", prepare=context_menu, has_focus=True),
        Shot("tabel", prepare=open_article(TABLE)),
        Shot("daftar-bernomor", prepare=open_article("Cara Mendaftarkan Hak Cipta Motif Batik Secara Daring")),
        Shot("36-kuning_di_hitam", theme="kuning_di_hitam", px=36, prepare=lit(14, 6)),
        Shot("akhir-abu_di_krem", theme="abu_di_krem", prepare=lit(25, 9)),
    )
    sizes = (
        Shot("720x1000", (720, 1000), prepare=reading),
        Shot("1920x1080", (1920, 1080), prepare=reading),
        Shot("12px", px=12, prepare=reading),
        Shot("200px", px=200, prepare=reading),
        Shot("200px-320", (320, 640), px=200, prepare=reading),
        Shot("1024x600-64", (1024, 600), px=64, prepare=reading),
        Shot("luring-1024x600", (1024, 600), prepare=offline),
        Shot("luring-320", (320, 640), prepare=offline),
        Shot("tanpa-suara-1024x600", (1024, 600), prepare=no_voice),
        Shot("tanpa-suara-320", (320, 640), prepare=no_voice),
        Shot("suara-gelap", theme="gelap", prepare=panel("voice")),
        Shot("suara-320", (320, 640), prepare=panel("voice")),
        Shot("sumber-320", (320, 640), prepare=panel("feeds")),
        Shot("tampilan-320", (320, 640), prepare=panel("appearance")),
        Shot("tampilan-kuning_di_hitam", theme="kuning_di_hitam", prepare=panel("appearance")),
    )
    steps = (
        ("sumber", panel("feeds")),
        ("sumber-rincian", feed_details),
        ("sumber-rincian-akhir", feed_settings),
        ("sumber-ditutup", feed_gone),
        ("sumber-katalog", catalogue_page),
        ("sumber-mencari", looking),
        ("sumber-beberapa", several_found),
        ("sumber-nihil", none_found),
        ("sumber-akhir", feeds_end),
    )
    looks = (("", (1440, 900), "terang", 28), ("-gelap", (1440, 900), "gelap", 28), ("-420", (420, 900), "kuning_di_hitam", 28))
    large = (*large, *(Shot(f"{name}-64", (1440, 900), px=64, prepare=do) for name, do in steps[:2]))
    sources = tuple(Shot(name + ending, size, theme, px, do) for name, do in steps for ending, size, theme, px in looks)
    narrow = tuple(replace(one, name=f"320-{one.name}", size=(320, 640)) for one in (column, small))
    article = Shot("satu-kolom-artikel-64", (720, 1000), px=64, prepare=lit(14, 6))
    return (*every_theme, *large, column, article, small, *narrow, *states, *sizes, *sources)


def first_shots() -> tuple[Shot, ...]:
    """Return the pictures of a library that holds nothing yet."""
    return (Shot("awal"), Shot("awal-480", (480, 900)))


def several_shots() -> tuple[Shot, ...]:
    """Return the pictures of a library with more than one feed."""
    return (
        Shot("banyak-sumber"),
        Shot("banyak-sumber-1024x600", (1024, 600)),
        Shot("banyak-sumber-320", (320, 640)),
        Shot("banyak-sumber-pilih", prepare=feeds_menu, has_focus=True),
        Shot("banyak-sumber-memuat", prepare=loading),
    )


def many_shots() -> tuple[Shot, ...]:
    """Return the pictures of a library with very many feeds."""
    return (
        Shot("sumber-banyak", prepare=panel("feeds")),
        Shot("sumber-banyak-akhir", prepare=second_page),
        Shot("sumber-banyak-420", (420, 900), "kuning_di_hitam", prepare=second_page),
    )


def changed(then: Callable[[Stage], None] = lambda stage: None) -> Callable[[Stage], None]:
    """Open the article that its source has changed."""

    def do(stage: Stage) -> None:
        rows = stage.library.articles(limit=1)
        stage.p.reader.close_article()
        stage.p.articles.opened(rows[0].id)
        _show_marks(stage)
        then(stage)

    return do


def changed_table(stage: Stage) -> None:
    """Open the changed article with a table."""
    open_article(TABLE)(stage)
    _show_marks(stage)


def _show_marks(stage: Stage) -> None:
    """Show what changed, also if it was seen in an earlier picture; all of it that finds room."""
    stage.settle(500)
    stage.p.changes.step(1)
    stage.settle(500)
    stage.window.page.article.verticalScrollBar().setValue(round(0.3 * stage.window.page.article.height()))


def changed_shots() -> tuple[Shot, ...]:
    """Return the pictures of articles that were changed."""
    every_theme = tuple(Shot(f"berubah-{theme}", theme=theme, prepare=changed()) for theme in THEMES)
    return (
        *every_theme,
        Shot("berubah-membaca", prepare=changed(lit(1, 3))),
        Shot("berubah-membaca-gelap", theme="gelap", prepare=changed(lit(1, 3))),
        Shot("berubah-cari-putih_di_biru", theme="putih_di_biru", prepare=changed(find("kita")), has_focus=True),
        Shot("berubah-64", px=64, prepare=changed()),
        Shot("berubah-320", (320, 640), prepare=changed()),
        Shot("berubah-480", (480, 900), prepare=changed()),
        Shot("berubah-1024x600", (1024, 600), prepare=changed()),
        Shot("berubah-tabel", prepare=changed_table),
        Shot("berubah-daftar"),
    )


def main(arguments: list[str]) -> int:
    """Take the pictures named (or all) into a folder: ``[FOLDER [NAME…]]``."""
    if any(argument.startswith("-") for argument in arguments):
        print("./run shots [FOLDER [NAME ...]]", file=sys.stderr)
        return 2
    folder = Path(arguments[0] if arguments else "shots")
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    i18n.use(os.environ.get("SHOTS_LANGUAGE", "id"))
    use_language(application)
    take_all(shots(), fill, folder, arguments[1:])
    take_all(changed_shots(), fill_changed, folder, arguments[1:])
    take_all(several_shots(), fill_several, folder, arguments[1:])
    take_all(many_shots(), fill_many, folder, arguments[1:])
    take_all(first_shots(), lambda library: None, folder, arguments[1:])
    return 0


def take_all(pictures: tuple[Shot, ...], fill: Callable[[Library], None], folder: Path, names: list[str]) -> None:
    """Take those of *pictures* that are named (all if none is) in a window of their own."""
    wanted = [shot for shot in pictures if not names or shot.name in names]
    if not wanted:
        return
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Paths(Path(home), Path(home) / "cache"), fill)
        for shot in wanted:
            stage.take(shot, folder)
        stage.window.close()
        stage.p.reader.close()
        stage.jobs.close()
        stage.library.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
