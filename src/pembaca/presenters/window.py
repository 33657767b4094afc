"""Carry out commands: the one place where a command's name becomes a deed. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

from pembaca.i18n import tr
from pembaca.presenters.commands import CommandId

if TYPE_CHECKING:
    from collections.abc import Callable

    from pembaca.presenters.appearance import AppearancePresenter
    from pembaca.presenters.articles import ArticlesPresenter
    from pembaca.presenters.changes import ChangesPresenter
    from pembaca.presenters.reader import ReaderPresenter
    from pembaca.presenters.refreshing import RefreshPresenter
    from pembaca.presenters.sources import SourcesPresenter
    from pembaca.presenters.voices import VoicesPresenter

Panel = Literal["appearance", "feeds", "voice"]


class Window(Protocol):
    """What only the window can do."""

    def say(self, text: str) -> None: ...
    def make_panel(self, panel: Panel) -> object: ...
    def open_panel(self, panel: Panel) -> None: ...
    def close_panel(self) -> bool: ...
    def focus_pane(self, steps: int) -> None: ...
    def focus_search(self) -> None: ...
    def open_find(self) -> None: ...
    def close_find(self) -> bool: ...
    def close_fault(self) -> bool: ...
    def leave_search(self) -> bool: ...
    def go_back(self) -> bool: ...
    def change_language(self) -> None: ...
    def quit(self) -> None: ...


class WindowPresenter:
    """Knows which presenter does what."""

    def __init__(
        self,
        reader: ReaderPresenter,
        articles: ArticlesPresenter,
        refreshing: RefreshPresenter,
        appearance: AppearancePresenter,
        sources: SourcesPresenter,
        voices: VoicesPresenter,
        changes: ChangesPresenter,
    ) -> None:
        self._reader = reader
        self._articles = articles
        self._sources = sources
        self._voices = voices
        self._changes = changes
        c = CommandId
        self._deeds: dict[CommandId, Callable[[], object]] = {
            c.PLAY_PAUSE: articles.play_or_pause,
            c.READ_FROM_HERE: reader.read_from_caret,
            c.STOP: self.stop_or_back,
            c.NEXT_SENTENCE: reader.next_sentence,
            c.PREVIOUS_SENTENCE: reader.previous_sentence,
            c.NEXT_PARAGRAPH: reader.next_paragraph,
            c.PREVIOUS_PARAGRAPH: reader.previous_paragraph,
            c.FOLLOW: reader.follow,
            c.FASTER: lambda: voices.change_rate(1),
            c.SLOWER: lambda: voices.change_rate(-1),
            c.VOICE: lambda: self.open_panel("voice"),
            c.NEXT_ARTICLE: lambda: articles.step(1),
            c.PREVIOUS_ARTICLE: lambda: articles.step(-1),
            c.TOGGLE_STAR: articles.toggle_star,
            c.TOGGLE_READ: articles.toggle_read,
            c.NEXT_CHANGE: lambda: self.step_change(1),
            c.PREVIOUS_CHANGE: lambda: self.step_change(-1),
            c.HIDE_CHANGES: changes.put_away,
            c.FIND: lambda: self._window.open_find(),
            c.SEARCH: lambda: self._window.focus_search(),
            c.BIGGER: lambda: appearance.change_size(1),
            c.SMALLER: lambda: appearance.change_size(-1),
            c.ORIGINAL_SIZE: appearance.original_size,
            c.NEXT_THEME: appearance.next_theme,
            c.APPEARANCE: lambda: self.open_panel("appearance"),
            c.REFRESH: refreshing.toggle,
            c.FEEDS: lambda: self.open_panel("feeds"),
            c.NEXT_PANE: lambda: self._window.focus_pane(1),
            c.PREVIOUS_PANE: lambda: self._window.focus_pane(-1),
            c.WHERE_AM_I: self.where_am_i,
            c.HELP: articles.show_help,
            c.LANGUAGE: lambda: self._window.change_language(),
            c.QUIT: lambda: self._window.quit(),
        }

    def attach(self, window: Window) -> None:
        """Take the window; called once, before anything else."""
        self._window = window

    def do(self, command: CommandId) -> None:
        """Carry out *command*."""
        self._deeds[command]()

    def open_panel(self, panel: Panel) -> None:
        """Fill a panel and show it in the list's place."""
        self._window.make_panel(panel)
        if panel == "feeds":
            self._sources.show()
        elif panel == "voice":
            self._voices.show()
        self._window.open_panel(panel)

    def step_change(self, steps: int, *, focus: bool = True) -> None:
        """Go to what was changed in the open article, also if that came while it was on the page."""
        self._reader.renew()
        self._changes.step(steps, focus=focus)

    def stop_or_back(self) -> None:
        """Be silent; if nothing sounds, go back by one step: find, panel, fault, message, search, article page."""
        if self._reader.stop() or self._window.close_find() or self._window.close_panel() or self._window.close_fault():
            return
        if self._window.leave_search() or self._articles.leave_message() or self._articles.leave_search():
            return
        self._window.go_back()

    def where_am_i(self) -> None:
        """Say the article, the sentence, and how far it is."""
        document = self._reader.document
        if document is None:
            self._window.say(tr("Belum ada artikel yang terbuka"))
            return
        index, count = self._reader.place
        words = [document.title or tr("Tanpa judul")]
        if count:
            words.append(tr("kalimat {number} dari {count}", number=index + 1, count=count))
            words.append(tr("{percent} persen", percent=round(100 * (index + 1) / count)))
        words.append(tr("sedang dibacakan") if self._reader.is_playing else tr("tidak sedang dibacakan"))
        self._window.say(", ".join(words))
