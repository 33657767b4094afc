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


class FeedItem(msgspec.Struct, frozen=True):
    """One subscribed feed in the panel of sources; ``url`` "" stands for all of them."""

    url: str
    title: str
    state_text: str
    is_current: bool = False


class CatalogueItem(msgspec.Struct, frozen=True):
    """One feed that the catalogue offers."""

    title: str
    url: str
    note: str
    group: str
    is_added: bool = False


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
