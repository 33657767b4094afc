"""Tie the window's wishes to the presenters' deeds. Nothing is decided here; each line is one wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from pembaca.i18n import tr
from pembaca.presenters import commands, states, wording
from pembaca.presenters.appearance import AppearancePresenter
from pembaca.presenters.articles import ArticlesPresenter
from pembaca.presenters.changes import ChangesPresenter
from pembaca.presenters.commands import CommandId
from pembaca.presenters.keeping import Keeper
from pembaca.presenters.reader import ReaderPresenter
from pembaca.presenters.refreshing import RefreshPresenter
from pembaca.presenters.sources import SourcesPresenter
from pembaca.presenters.telling import Teller
from pembaca.presenters.voices import VoicesPresenter
from pembaca.presenters.window import WindowPresenter

if TYPE_CHECKING:
    from pembaca.ui.main_window import MainWindow

_TYPING_MS = 250  # a search begins when the person has stopped writing for so long


class Presenters(msgspec.Struct, frozen=True):
    """All of them."""

    teller: Teller
    keeper: Keeper
    reader: ReaderPresenter
    articles: ArticlesPresenter
    refreshing: RefreshPresenter
    appearance: AppearancePresenter
    sources: SourcesPresenter
    voices: VoicesPresenter
    window: WindowPresenter
    changes: ChangesPresenter


def connect(window: MainWindow, p: Presenters) -> None:
    """Tie everything, once."""
    p.teller.attach(window)
    p.reader.attach(window.page, window.bar, window, p.articles)
    p.changes.attach(window.page, window, p.articles)
    p.articles.attach(window.list_pane, window.list_pane.list, window)
    p.refreshing.attach(window.list_pane, window)
    p.appearance.attach(window)
    p.voices.attach(window.bar, window.say)
    p.window.attach(window)
    _keys(window, p)
    _header(window, p)
    _list(window, p)
    _page(window, p)
    _bar(window, p)
    _panels(window, p)
    p.keeper.start()


def _keys(window: MainWindow, p: Presenters) -> None:
    for command in commands.commands():
        for key in command.keys:
            sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)  # the other asks for translations
            shortcut = QShortcut(sequence, window)
            shortcut.activated.connect(lambda wanted=command.id: p.window.do(wanted))
    window.menu_chosen.connect(lambda wanted: _chosen(p, wanted))


def _chosen(p: Presenters, wanted: str) -> None:
    if wanted.startswith("feed "):
        p.articles.choose_feed(wanted.removeprefix("feed "))
    elif wanted in ("leave_search", "leave_message"):
        p.window.stop_or_back()
    else:
        p.window.do(CommandId(wanted))


def _header(window: MainWindow, p: Presenters) -> None:
    header = window.header
    typing = QTimer(window, singleShot=True, interval=_TYPING_MS)
    typing.timeout.connect(lambda: p.articles.search(header.search.text()))
    header.search_changed.connect(lambda _text: typing.start())

    def submit(text: str) -> None:
        typing.stop()
        p.articles.search(text)
        p.articles.submit_search()

    def leave() -> None:
        typing.stop()
        p.articles.leave_search()
        window.show_list(focus=True)

    header.search_submitted.connect(submit)
    header.search_left.connect(leave)
    header.refresh_requested.connect(p.refreshing.toggle)
    header.appearance_requested.connect(lambda: p.window.do(CommandId.APPEARANCE))
    header.back_requested.connect(window.go_back)
    header.menu_requested.connect(lambda: window.show_menu(commands.menu(), header.menu, tr("Menu")))
    window.desk.retry_requested.connect(p.refreshing.toggle)


def _list(window: MainWindow, p: Presenters) -> None:
    pane = window.list_pane
    pane.list.article_chosen.connect(p.articles.chosen)
    pane.list.article_clicked.connect(p.articles.clicked)
    pane.list.article_opened.connect(p.articles.opened)
    pane.heading_requested.connect(lambda: window.show_menu(p.articles.feeds_menu(), pane.heading, tr("Pilih sumber")))


def _page(window: MainWindow, p: Presenters) -> None:
    page, article = window.page, window.page.article
    page.next_change_requested.connect(lambda: p.window.step_change(1, focus=False))
    page.changes_closed.connect(p.changes.put_away)
    article.scrolled_away.connect(p.reader.scrolled_away)
    article.jumped.connect(lambda kind, text, level: window.say(wording.jumped(kind, text, level)))
    article.jump_failed.connect(lambda kind: window.say(wording.jump_failed(kind)))
    article.link_requested.connect(window.open_link)
    article.zoom_requested.connect(p.appearance.change_size)
    page.action_requested.connect(lambda wanted: _chosen(p, wanted))
    page.find_requested.connect(lambda text, forward: window.say(page.find_text(text, forward)))
    page.find_closed.connect(page.close_find)


def _bar(window: MainWindow, p: Presenters) -> None:
    bar, desk = window.bar, window.desk
    bar.previous_requested.connect(p.reader.previous_sentence)
    bar.play_requested.connect(p.reader.toggle)
    bar.next_requested.connect(p.reader.next_sentence)
    bar.stop_requested.connect(p.reader.stop)
    bar.slower_requested.connect(lambda: p.voices.change_rate(-1))
    bar.faster_requested.connect(lambda: p.voices.change_rate(1))
    bar.follow_requested.connect(p.reader.follow)
    bar.more_requested.connect(lambda: window.show_menu(commands.more(), bar.more_button(), tr("Lainnya")))
    desk.test_requested.connect(p.voices.try_out)
    desk.help_requested.connect(lambda: p.articles.show_message(states.how_to_install_a_voice(), focus=True))


def _panels(window: MainWindow, p: Presenters) -> None:
    makers = {"appearance": _appearance, "feeds": _feeds, "voice": _voice}
    window.panel_made.connect(lambda name: makers[name](window, p))


def _appearance(window: MainWindow, p: Presenters) -> None:
    panel = window.appearance
    panel.size_step_requested.connect(p.appearance.change_size)
    panel.typeface_chosen.connect(p.appearance.choose_typeface)
    panel.spacing_chosen.connect(p.appearance.choose_spacing)
    panel.theme_chosen.connect(p.appearance.choose_theme)
    panel.close_requested.connect(window.close_panel)
    p.appearance.attach_panel(panel)


def _feeds(window: MainWindow, p: Presenters) -> None:
    panel, adding, details, lists = window.feeds, p.sources.adding, p.sources.details, p.sources.lists
    panel.feeds.feed_chosen.connect(p.sources.choose)
    panel.feeds.details_requested.connect(details.open)
    panel.feeds.filter_changed.connect(p.sources.filter)
    panel.feeds.turn_requested.connect(p.sources.turn)
    panel.adding.add_requested.connect(adding.add)
    panel.adding.anyway_requested.connect(adding.add_anyway)
    panel.adding.stop_requested.connect(adding.stop)
    panel.adding.offer_chosen.connect(adding.add_found)
    panel.adding.offers_closed.connect(adding.close_found)
    panel.catalogue.chosen.connect(adding.add)
    panel.details.full_text_chosen.connect(details.choose_full_text)
    panel.details.days_chosen.connect(lambda value: details.choose_limit("keep_days", value))
    panel.details.articles_chosen.connect(lambda value: details.choose_limit("keep_articles", value))
    panel.details.megabytes_chosen.connect(lambda value: details.choose_limit("keep_mb", value))
    panel.details.fetch_requested.connect(p.sources.fetch)
    panel.details.remove_requested.connect(p.sources.remove)
    panel.details_closed.connect(details.close)
    panel.undo_requested.connect(p.sources.undo)
    panel.automatic.chosen.connect(p.sources.automatic.choose)
    panel.lists.import_requested.connect(lists.import_file)
    panel.lists.export_requested.connect(lists.export_file)
    panel.lists.stop_requested.connect(lists.stop)
    panel.close_requested.connect(window.close_panel)
    adding.attach(panel.adding, window.say)
    details.attach(panel)
    p.sources.automatic.attach(panel.automatic)
    lists.attach(panel.lists, window.say)
    p.sources.attach(panel, window)
    p.refreshing.ended = p.sources.refreshed
    QTimer.singleShot(0, panel, p.sources.show)  # its rows are there when it is first opened


def _voice(window: MainWindow, p: Presenters) -> None:
    panel = window.voice
    panel.volume_step_requested.connect(p.voices.change_volume)
    panel.speed_step_requested.connect(p.voices.change_rate)
    panel.voice_chosen.connect(p.voices.choose)
    panel.test_requested.connect(p.voices.try_out)
    panel.told_changed.connect(p.voices.tell)
    panel.close_requested.connect(window.close_panel)
    p.voices.attach_panel(panel)
