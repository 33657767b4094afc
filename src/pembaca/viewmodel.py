"""What presenters hand to views: words and states ready to be drawn. Plain values, no Qt, no decisions."""

from __future__ import annotations

from typing import Literal

import msgspec

from pembaca.document import TextSpan

Sign = Literal["", "star", "tick", "pie", "bars", "cloud"]
BarKind = Literal["nothing", "ready", "playing", "paused", "finished"]
MessageIcon = Literal["page", "offline", "warning", "search", "voice_off", "help"]


class RowState(msgspec.Struct, frozen=True):
    """One state of an article in the list: a sign and always a word beside it."""

    word: str
    sign: Sign = ""
    is_bold: bool = False
    is_accent: bool = False


class ArticleItem(msgspec.Struct, frozen=True):
    """One row of the list, in words. ``states`` in the order drawn and spoken."""

    id: int
    title: str
    date_text: str
    states: tuple[RowState, ...] = ()
    is_new: bool = False
    is_playing: bool = False
    heard: float = 0.0
    source: str = ""
    snippet: str = ""
    snippet_marks: tuple[TextSpan, ...] = ()
    title_marks: tuple[TextSpan, ...] = ()

    @property
    def spoken(self) -> str:
        """The accessible name: title, date, state words, source, in the order drawn."""
        words = (self.title, self.date_text, *(state.word for state in self.states), self.source)
        return ", ".join(word for word in words if word)


class BarState(msgspec.Struct, frozen=True):
    """What the reading bar can do now."""

    kind: BarKind = "nothing"
    can_previous: bool = False
    can_next: bool = False
    can_slower: bool = True
    can_faster: bool = True


class Place(msgspec.Struct, frozen=True):
    """Where reading is, in words: long, short (for narrow bars), and the second line."""

    first: str
    short: str
    second: str


class Action(msgspec.Struct, frozen=True):
    """A button of a message page; ``id`` is a command or a wish known to the presenter, ``key`` is shown as a key cap."""

    id: str
    text: str
    icon: str = ""
    key: str = ""


class MessageItem(msgspec.Struct, frozen=True):
    """A designed state shown in the page's place."""

    icon: MessageIcon
    title: str
    sentence: str
    actions: tuple[Action, ...] = ()


class ChangeNotice(msgspec.Struct, frozen=True):
    """What a source changed in the open article; ``has_marks``: there is something to go to."""

    title: str
    sentence: str = ""
    has_marks: bool = True

    @property
    def whole(self) -> str:
        """All of it, as it is told to a screen reader."""
        return f"{self.title}. {self.sentence}".rstrip()


class FeedItem(msgspec.Struct, frozen=True):
    """One subscribed feed in the panel of sources; ``url`` "" stands for all of them. ``site`` is where it comes from."""

    url: str
    title: str
    state_text: str
    is_current: bool = False
    site: str = ""


class FeedPage(msgspec.Struct, frozen=True):
    """How the rows of feeds are shown: a heading over them, and words for the buttons to those before and after ("" for none)."""

    heading: str = ""
    before: str = ""
    after: str = ""
    can_filter: bool = False


class CatalogueItem(msgspec.Struct, frozen=True):
    """One feed that the catalogue or a page offers; ``group`` "" stands for no group."""

    title: str
    url: str
    note: str
    group: str = ""
    is_added: bool = False
    site: str = ""


class ChoiceItem(msgspec.Struct, frozen=True):
    """One of several things of which one holds."""

    id: str
    name: str
    is_current: bool = False


class Fact(msgspec.Struct, frozen=True):
    """Something to read: what it is about, and its lines."""

    label: str
    lines: tuple[str, ...]


class FeedDetails(msgspec.Struct, frozen=True):
    """All about one feed. ``facts`` stand above what can be set, ``history`` below; ``gone`` is told if its site closed it."""

    url: str
    title: str
    facts: tuple[Fact, ...]
    history: tuple[Fact, ...]
    full_text: tuple[ChoiceItem, ...]
    keep_days: tuple[ChoiceItem, ...]
    keep_articles: tuple[ChoiceItem, ...]
    keep_mb: tuple[ChoiceItem, ...]
    gone: str = ""


class VoiceItem(msgspec.Struct, frozen=True):
    """One voice that can be chosen; ``id`` "" is the best one for each language."""

    id: str
    name: str
    is_current: bool = False


class ToldItem(msgspec.Struct, frozen=True):
    """Something of an article that is said or passed over."""

    id: str
    name: str
    is_on: bool


class MenuEntry(msgspec.Struct, frozen=True):
    """One line of a menu; ``group`` names the submenu it stands in ("" for the menu itself)."""

    id: str
    text: str
    key_text: str = ""
    group: str = ""
    is_checked: bool | None = None
