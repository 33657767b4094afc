"""The page of one feed: how it does, what can be set for it, what went wrong. Shows and asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from pembaca.i18n import tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.places import Column, Flow
from pembaca.ui.controls.sheet import Sheet
from pembaca.ui.controls.word_choice import WordChoices
from pembaca.ui.controls.words import Words
from pembaca.ui.feeds.fact import FactText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pembaca.ui.look import Look
    from pembaca.viewmodel import Fact, FeedDetails


class DetailsPage(Sheet):
    """All about one feed.

    Signals:
        fetch_requested, remove_requested: the address of the feed.
        full_text_chosen, days_chosen, articles_chosen, megabytes_chosen: what was chosen; "" is all.
    """

    fetch_requested = Signal(str)
    remove_requested = Signal(str)
    full_text_chosen = Signal(str)
    days_chosen = Signal(str)
    articles_chosen = Signal(str)
    megabytes_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, tr("Rincian"), parent, parent_heading=tr("Sumber"))
        self.url = ""
        self._gone = Words(look, weight=600)
        self._facts, self._history = _Facts(look), _Facts(look)
        self.fetch = Button(look, tr("Ambil sekarang"), icon="refresh")
        self.remove = Button(look, tr("Hapus sumber ini"), icon="trash")
        self.remove_gone = Button(look, tr("Hapus sumber ini"), icon="trash", kind="primary")
        self.fetch.clicked.connect(lambda: self.fetch_requested.emit(self.url))
        for button in (self.remove, self.remove_gone):
            button.clicked.connect(lambda: self.remove_requested.emit(self.url))
        self._notice = Column()
        self.add(self._notice, above=8)
        self.add(self._facts, above=8)
        self.add(_beside(self.fetch))
        self.full_text = self._make_choice(tr("Ambil halaman asli untuk isi lengkap"), 3)
        self.full_text.chosen.connect(self.full_text_chosen)
        self._make_limits()
        self.add(self._history, above=16)
        self._removing = Column()
        self.add(self._removing, above=16)
        self.finish()
        look.changed.connect(self._redress)
        self._redress()

    def show_details(self, details: FeedDetails) -> None:
        """Show all about a feed; the focus stays where it is as long as that is there."""
        self.url = details.url
        self.show_heading(details.title)
        self._gone.setText(details.gone)
        is_moved = self.remove.hasFocus() if details.gone else self.remove_gone.hasFocus()
        self._notice.hold((self._gone, _beside(self.remove_gone)) if details.gone else ())
        self._removing.hold(() if details.gone else (_beside(self.remove),))
        for button in (self.remove, self.remove_gone):
            button.setAccessibleName(tr("Hapus {title}", title=details.title))
        self.remove_gone.setAccessibleDescription(details.gone)
        if is_moved:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._facts.show_facts(details.facts)
        self._history.show_facts(details.history)
        self.full_text.show_choices(details.full_text)
        self.days.show_choices(details.keep_days)
        self.articles.show_choices(details.keep_articles)
        self.megabytes.show_choices(details.keep_mb)
        self.order_tabs()

    def _make_limits(self) -> None:
        self.days = self._make_choice(tr("Simpan artikel yang sudah dibaca"), 4)
        self.articles = self._make_choice(tr("Jumlah artikel yang disimpan"), 4)
        self.megabytes = self._make_choice(tr("Ruang untuk teks dan gambar"), 4)
        self._kept = Words(self._look, tr("Artikel yang belum dibaca atau berbintang selalu disimpan."))
        self.add(self._kept, above=8)
        self.days.chosen.connect(self.days_chosen)
        self.articles.chosen.connect(self.articles_chosen)
        self.megabytes.chosen.connect(self.megabytes_chosen)

    def _make_choice(self, label: str, columns: int) -> WordChoices:
        self.add_label(label)
        choices = WordChoices(self._look, label, columns)
        self.add(choices)
        return choices

    def _redress(self) -> None:
        room = self._look.ring_room_px
        self._gone.setContentsMargins(room + 4, 0, 0, room)
        self._kept.setContentsMargins(room + 4, 0, 0, 0)


class _Facts(Column):
    """Facts under each other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._texts: list[FactText] = []

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these."""
        while len(self._texts) < len(facts):
            self._texts.append(FactText(self._look))
        for text, fact in zip(self._texts, facts, strict=False):
            text.show_fact(fact)
        self.hold(self._texts[: len(facts)])


def _beside(button: Button) -> Flow:
    """Return a row in which a button is as wide as its words, not as the panel."""
    row = Flow()
    row.hold((button,))
    return row
