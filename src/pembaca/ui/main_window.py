"""The window: puts the parts together, carries out what presenters order, passes on what the person wishes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from pembaca.i18n import tr
from pembaca.ui.controls.escape import note_reading
from pembaca.ui.desk import Desk
from pembaca.ui.header import Header
from pembaca.ui.listing.pane import ListPane
from pembaca.ui.page_area import PageArea
from pembaca.ui.side import Side

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from pembaca.settings import Settings
    from pembaca.ui.announcer import Announcer
    from pembaca.ui.appearance_panel import AppearancePanel
    from pembaca.ui.controls.sheet import Sheet
    from pembaca.ui.feeds.panel import FeedsPanel
    from pembaca.ui.look import Look
    from pembaca.ui.menus import Menus
    from pembaca.ui.voice_panel import VoicePanel
    from pembaca.viewmodel import MenuEntry, MessageItem

Panel = TypeVar("Panel", bound="Sheet")

_LEAST_WIDTH, _LEAST_HEIGHT = 320, 400
_REST_MS = 50  # after the first painting: the system gives the window the focus, and the ring is drawn
_WATCH_MS = 50  # after that: the voice is on its way first
_FRAME_PX = 40  # what the system draws around the window, not known before that is shown
_LINKS = ("http", "https", "mailto")  # others could start programs


class MainWindow(QMainWindow):
    """Pembaca's one window.

    Signals:
        menu_chosen: an entry of a menu was chosen, by its id.
        closing: the window is about to close.
        language_requested: the person wants the other language.
        painted: the window was drawn for the first time, and has come to rest.
        panel_made: a panel exists from now on, by its name; it is not filled yet.
    """

    menu_chosen = Signal(str)
    closing = Signal()
    language_requested = Signal()
    painted = Signal()
    panel_made = Signal(str)

    def __init__(self, look: Look, media: Callable[[str], Path | None]) -> None:
        super().__init__()
        self.look = look
        self.setWindowTitle("Pembaca")
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.header = Header(look)
        self.list_pane = ListPane(look)
        self.side = Side(self.list_pane)
        self._sheets: dict[str, Sheet] = {}
        self._is_painted = False
        self.page = PageArea(look, media)
        self.desk = Desk(look, self.header, self.side, self.page)
        self.bar = self.desk.bar
        self.setCentralWidget(self.desk)
        self.painted.connect(lambda: QTimer.singleShot(_WATCH_MS, self, lambda: self._announcer.watch()))
        self._before_panel: QWidget | None = None
        self._is_in_list = True
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._note_focus)
        self.desk.card_closed.connect(lambda: self.show_offline(None))
        look.changed.connect(self._relook)
        self._relook()

    # -- parts made when they are first wanted, or once the window is painted: each costs the start some ms

    @cached_property
    def _announcer(self) -> Announcer:
        from pembaca.ui.announcer import Announcer

        return Announcer(self)

    @cached_property
    def _menus(self) -> Menus:
        from pembaca.ui.menus import Menus

        return Menus(self.look, self, self.menu_chosen.emit)

    @property
    def appearance(self) -> AppearancePanel:
        """The panel Tampilan."""
        from pembaca.ui.appearance_panel import AppearancePanel

        return self._made("appearance", AppearancePanel)

    @property
    def feeds(self) -> FeedsPanel:
        """The panel Sumber."""
        from pembaca.ui.feeds.panel import FeedsPanel

        return self._made("feeds", FeedsPanel)

    @property
    def voice(self) -> VoicePanel:
        """The panel Suara."""
        from pembaca.ui.voice_panel import VoicePanel

        return self._made("voice", VoicePanel)

    def make_panel(self, panel: str) -> Sheet:
        """Make a panel if it was not wanted before, and return it."""
        match panel:
            case "appearance":
                return self.appearance
            case "feeds":
                return self.feeds
        return self.voice

    def _made(self, name: str, kind: Callable[[Look], Panel]) -> Panel:
        if name not in self._sheets:
            sheet = self._sheets[name] = kind(self.look)
            self.side.add(sheet)
            self.panel_made.emit(name)
        return cast("Panel", self._sheets[name])

    # -- ReaderWindow, RefreshWindow, AppearanceWindow

    def say(self, text: str) -> None:
        """Tell a screen reader."""
        self._announcer.say(text)

    def apply(self, settings: Settings) -> None:
        """Draw everything as the person wants it."""
        self.look.apply(settings)

    def set_article_title(self, title: str) -> None:
        """Name the window after the open article."""
        self.setWindowTitle(f"{title} – Pembaca" if title else "Pembaca")

    def is_play_focused(self) -> bool:
        """Whether the focused control says the state of reading by itself."""
        return self.bar.play.hasFocus()

    def set_reading(self, is_reading: bool) -> None:
        """Let Escape silence the voice first, wherever the focus is."""
        note_reading(self, is_reading)

    def is_refresh_focused(self) -> bool:
        """Whether the focused control says by itself that news are being fetched."""
        return self.header.refresh.hasFocus()

    def show_no_voice(self, message: tuple[str, str] | None) -> None:
        """Say in the bar's place why nothing can be read aloud, or show the bar again."""
        was_inside = self._focus_is_in(self._bar_shown)
        if message is not None:
            self.desk.no_voice.show_message(*message)
            self.say(". ".join(message))
        self.desk.show_no_voice(message is not None)
        if was_inside:
            self._focus_bar()

    def set_busy(self, is_busy: bool) -> None:
        """Show that news are being fetched."""
        self.header.set_busy(is_busy)

    def show_offline(self, message: tuple[str, str] | None) -> None:
        """Show the card about the age of the copy, or take it away."""
        if message is not None:
            self.desk.card.show_message(*message)
        elif self.desk.has_card and self._focus_is_in(self.desk.card):
            self.header.refresh.setFocus()
        self.desk.show_card(message is not None)

    def show_fault(self, title: str, sentence: str) -> None:
        """Say what went wrong, and show it until it is put away."""
        self.desk.card.show_fault(title, sentence)
        self.desk.show_card(True)
        self.say(f"{title}. {sentence}")

    # -- ListWindow

    def show_message(self, message: MessageItem) -> None:
        """Show a designed state in the page's place; in one column it has its turn, for the list has nothing to say."""
        self.page.show_message(message)
        self.set_article_title("")
        if self.desk.is_one_column and not self.desk.is_page_shown and self.side.shown is self.list_pane:
            was_outside = not self._focus_is_in(self.page)
            self.desk.show_page(True)
            if was_outside:
                self.header.back.setFocus()

    def show_article(self, *, focus: bool) -> None:
        """Give the page its turn in one column, and the focus if wanted."""
        if focus:
            self.close_panel()
        if focus or not self.desk.is_one_column:
            self.desk.show_page(True)
        if focus:
            self.page.focus()

    def show_list(self, *, focus: bool) -> None:
        """Give the list its turn in one column, and the focus if wanted."""
        self.desk.show_page(False)
        if focus:
            self.list_pane.list.setFocus()

    def is_one_column(self) -> bool:
        """Whether list and page take turns."""
        return self.desk.is_one_column

    def is_list_at_hand(self) -> bool:
        """Whether the person is, or was last, in the list rather than at the page and its bar."""
        return self._is_in_list and not (self.desk.is_one_column and self.desk.is_page_shown)

    def mark_finds(self, query: str) -> None:
        """Mark what was searched for in the page; an empty query takes the marks away."""
        self.page.mark_finds(query)
        if not query:
            self.header.set_search_text("")

    # -- Window: what only the window can do

    def open_panel(self, panel: str) -> None:
        """Show a panel in the list's place and give it the focus."""
        wanted = self.make_panel(panel)
        if self.side.shown is self.list_pane:
            self._before_panel = QApplication.focusWidget()
        self.desk.show_panel(True)  # first: the panel is then laid out once, at its own width
        self.side.show_widget(wanted)
        wanted.focus_first()

    def close_panel(self) -> bool:
        """Show the list again; the focus goes where it was. False if no panel was open."""
        if self.side.shown is self.list_pane:
            return False
        was_inside = self._focus_is_in(self.side)
        self.side.show_widget(self.list_pane)
        self.desk.show_panel(False)
        if was_inside:
            before, self._before_panel = self._before_panel, None
            if before is not None and before.isVisible():
                before.setFocus()
            elif self.list_pane.list.isVisible():
                self.list_pane.list.setFocus()
            else:
                self.page.focus()
        return True

    def focus_pane(self, steps: int) -> None:
        """Give the focus to the next part: header, list or panel, page, bar."""
        panes = [part for part in (self.header, self.side, self.page, self._bar_shown) if part.isVisible()]
        here = next((index for index, part in enumerate(panes) if self._focus_is_in(part)), -1 if steps > 0 else 0)
        wanted = panes[(here + steps) % len(panes)]
        if wanted is self.header:
            self._focus_header()
        elif wanted is self.side:
            self._focus_side()
        elif wanted is self.page:
            self.page.focus()
        else:
            self._focus_bar()

    def focus_search(self) -> None:
        """Go to the search field of all articles."""
        if self.desk.is_one_column and self.desk.is_page_shown:
            self.desk.show_page(False)
        self.header.focus_search()

    def open_find(self) -> None:
        """Look for something in the open article."""
        if self.desk.is_one_column and not self.desk.is_page_shown:
            self.desk.show_page(True)
        self.page.open_find()

    def close_find(self) -> bool:
        """End looking in the article; False if it was not so."""
        return self.page.close_find()

    def leave_search(self) -> bool:
        """Leave the search field; False if it had neither text nor focus."""
        if not self.header.search.hasFocus():
            return False
        self.list_pane.list.setFocus()
        return False

    def go_back(self) -> bool:
        """In one column: from the page back to the list; else from the page to the list by focus."""
        if self.desk.is_one_column and self.desk.is_page_shown:
            self.show_list(focus=True)
            return True
        if self._focus_is_in(self.page):
            self.list_pane.list.setFocus()
            return True
        return False

    def open_link(self, url: str) -> None:
        """Hand a link that the person chose to the system's browser."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        address = QUrl(url)
        opened = address.scheme() in _LINKS and QDesktopServices.openUrl(address)
        self.say(tr("Membuka {url} di peramban", url=url) if opened else tr("Tautan tidak dapat dibuka: {url}", url=url))

    def close_fault(self) -> bool:
        """Put away what is told of a fault; False if nothing is."""
        if not (self.desk.has_card and self.desk.card.is_fault):
            return False
        self.show_offline(None)
        return True

    def change_language(self) -> None:
        """Ask for the other language."""
        self.language_requested.emit()

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def show_menu(self, entries: tuple[MenuEntry, ...], at: QWidget, name: str) -> None:
        """Show a menu at a button; a moment after the key, so that a screen reader is not cut off by the key's own interrupt."""
        QTimer.singleShot(100, self, lambda: self._menus.show(entries, at, name))

    def come_to_front(self) -> None:
        """Show the window above others."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def restore(self, settings: Settings) -> None:
        """Take the size and place of last time, as far as a screen is there."""
        screen = self.screen().availableGeometry()
        if settings.window is not None and screen.intersects(QRect(*settings.window)):
            self.setGeometry(*settings.window)
        else:
            self.resize(min(1440, screen.width()), min(900, screen.height() - _FRAME_PX))
        if settings.is_maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def place(self) -> tuple[int, int, int, int]:
        """Return left, top, width and height, as they are when the window is not maximised."""
        box = self.normalGeometry() if self.isMaximized() else self.geometry()
        return box.x(), box.y(), box.width(), box.height()

    # -- inside

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(_REST_MS, self, self.painted.emit)  # its parts are painted first, too

    def resizeEvent(self, event: object) -> None:
        self.look.set_window_width(self.width())
        super().resizeEvent(event)  # type: ignore[arg-type]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        event.accept()

    @property
    def _bar_shown(self) -> QWidget:
        return self.desk.no_voice if self.desk.has_no_voice else self.bar

    def _focus_is_in(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is part or part.isAncestorOf(focused))

    def _note_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and (self._focus_is_in(self.page) or self._focus_is_in(self.bar)):
            self._is_in_list = False
        elif now is self.list_pane.list:
            self._is_in_list = True

    def _focus_header(self) -> None:
        for part in (self.header.search, self.header.back, self.header.menu):
            if part.isVisible():
                part.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _focus_side(self) -> None:
        shown = self.side.shown
        if shown is self.list_pane:
            self.list_pane.list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            next(panel for panel in self._sheets.values() if panel is shown).focus_first()

    def _focus_bar(self) -> None:
        target = self.desk.no_voice.test if self.desk.has_no_voice else self.bar.play
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _relook(self) -> None:
        self.setPalette(self.look.palette())
        self.setFont(self.look.font())
