"""The one list of commands: menu, keys, help and tests are made from it. No Qt; keys are Qt's portable names."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from pembaca.i18n import tr
from pembaca.viewmodel import MenuEntry


class CommandId(StrEnum):
    """Everything the window can be told to do."""

    PLAY_PAUSE = "play_pause"
    READ_FROM_HERE = "read_from_here"
    STOP = "stop"
    NEXT_SENTENCE = "next_sentence"
    PREVIOUS_SENTENCE = "previous_sentence"
    NEXT_PARAGRAPH = "next_paragraph"
    PREVIOUS_PARAGRAPH = "previous_paragraph"
    FOLLOW = "follow"
    FASTER = "faster"
    SLOWER = "slower"
    VOICE = "voice"
    NEXT_ARTICLE = "next_article"
    PREVIOUS_ARTICLE = "previous_article"
    TOGGLE_STAR = "toggle_star"
    TOGGLE_READ = "toggle_read"
    NEXT_CHANGE = "next_change"
    PREVIOUS_CHANGE = "previous_change"
    HIDE_CHANGES = "hide_changes"
    FIND = "find"
    SEARCH = "search"
    BIGGER = "bigger"
    SMALLER = "smaller"
    ORIGINAL_SIZE = "original_size"
    NEXT_THEME = "next_theme"
    APPEARANCE = "appearance"
    REFRESH = "refresh"
    FEEDS = "feeds"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    WHERE_AM_I = "where_am_i"
    HELP = "help"
    LANGUAGE = "language"
    QUIT = "quit"


class Command(msgspec.Struct, frozen=True):
    """One command: its words, its keys (the first is shown), and the group of the menu it stands in."""

    id: CommandId
    label: str
    keys: tuple[str, ...]
    group: str
    icon: str = ""

    @property
    def key_text(self) -> str:
        """The first key in words, "" if it has none."""
        return key_words(self.keys[0]) if self.keys else ""


def commands() -> tuple[Command, ...]:
    """Return all commands in the order of the menu, in the language in use."""
    reading, articles, look, program = tr("Membacakan"), tr("Artikel"), tr("Tampilan"), tr("Pembaca")
    make, c = Command, CommandId
    return (
        make(c.PLAY_PAUSE, tr("Bacakan atau jeda"), ("Space", "Media Play"), reading, "play"),
        make(c.READ_FROM_HERE, tr("Bacakan dari kursor"), ("Ctrl+Return", "Ctrl+Enter"), reading),
        make(c.STOP, tr("Henti, lalu kembali"), ("Esc", "Media Stop"), reading, "stop"),
        make(c.NEXT_SENTENCE, tr("Kalimat berikutnya"), ("Alt+Right",), reading, "next"),
        make(c.PREVIOUS_SENTENCE, tr("Kalimat sebelumnya"), ("Alt+Left",), reading, "previous"),
        make(c.NEXT_PARAGRAPH, tr("Paragraf berikutnya"), ("Alt+Down",), reading),
        make(c.PREVIOUS_PARAGRAPH, tr("Paragraf sebelumnya"), ("Alt+Up",), reading),
        make(c.FOLLOW, tr("Ke suara"), ("Ctrl+J",), reading),
        make(c.FASTER, tr("Lebih cepat"), ("Ctrl+]",), reading, "plus"),
        make(c.SLOWER, tr("Lebih lambat"), ("Ctrl+[",), reading, "minus"),
        make(c.VOICE, tr("Suara dan volume"), ("Ctrl+Shift+V",), reading, "voice_on"),
        make(c.NEXT_ARTICLE, tr("Artikel berikutnya"), ("Ctrl+PgDown", "Media Next"), articles),
        make(c.PREVIOUS_ARTICLE, tr("Artikel sebelumnya"), ("Ctrl+PgUp", "Media Previous"), articles),
        make(c.TOGGLE_STAR, tr("Beri atau cabut bintang"), ("Ctrl+D",), articles, "star"),
        make(c.TOGGLE_READ, tr("Tandai dibaca atau baru"), ("Ctrl+M",), articles, "tick"),
        make(c.NEXT_CHANGE, tr("Bagian berubah berikutnya"), ("F7",), articles, "next"),
        make(c.PREVIOUS_CHANGE, tr("Bagian berubah sebelumnya"), ("Shift+F7",), articles, "previous"),
        make(c.HIDE_CHANGES, tr("Tutup tanda perubahan"), ("Ctrl+F7",), articles, "close"),
        make(c.FIND, tr("Cari di artikel ini"), ("Ctrl+F",), articles, "search"),
        make(c.SEARCH, tr("Cari di semua artikel"), ("Ctrl+K",), articles, "search"),
        make(c.BIGGER, tr("Huruf lebih besar"), ("Ctrl++", "Ctrl+="), look, "plus"),
        make(c.SMALLER, tr("Huruf lebih kecil"), ("Ctrl+-",), look, "minus"),
        make(c.ORIGINAL_SIZE, tr("Ukuran huruf semula"), ("Ctrl+0",), look),
        make(c.NEXT_THEME, tr("Warna berikutnya"), ("Ctrl+T",), look),
        make(c.APPEARANCE, tr("Pengaturan tampilan"), ("Ctrl+,",), look, "type"),
        make(c.REFRESH, tr("Segarkan"), ("F5",), program, "refresh"),
        make(c.FEEDS, tr("Sumber"), ("Ctrl+Shift+S",), program),
        make(c.NEXT_PANE, tr("Panel berikutnya"), ("F6",), program),
        make(c.PREVIOUS_PANE, tr("Panel sebelumnya"), ("Shift+F6",), program),
        make(c.WHERE_AM_I, tr("Di mana saya"), ("Ctrl+I",), program),
        make(c.HELP, tr("Bantuan"), ("F1",), program, "help"),
        make(c.LANGUAGE, tr("English"), ("Ctrl+Shift+L",), program),
        make(c.QUIT, tr("Tutup Pembaca"), ("Ctrl+Q",), program, "close"),
    )


def key_words(keys: str) -> str:
    """Say a key as a person would: "Ctrl+PgDown" → "Ctrl+Page Down", "Space" → "Spasi"."""
    names = {
        "Space": tr("Spasi"),
        "Right": tr("Panah kanan"),
        "Left": tr("Panah kiri"),
        "Up": tr("Panah atas"),
        "Down": tr("Panah bawah"),
        "PgDown": "Page Down",
        "PgUp": "Page Up",
        "+": tr("Tambah"),
        "-": tr("Kurang"),
    }
    parts = [*keys[:-1].rstrip("+").split("+"), "+"] if keys.endswith("++") else keys.split("+")
    return "+".join(names.get(part, part) for part in parts)


def menu() -> tuple[MenuEntry, ...]:
    """Return the main menu: a submenu for each group but the program's own commands, which stand in it directly."""
    entries = commands()
    own = entries[-1].group
    return tuple(MenuEntry(one.id, one.label, one.key_text, "" if one.group == own else one.group) for one in entries)


def more() -> tuple[MenuEntry, ...]:
    """Return the menu of the reading bar's *Lainnya*: what found no room in it."""
    c = CommandId
    wanted = (c.SLOWER, c.FASTER, c.PREVIOUS_PARAGRAPH, c.NEXT_PARAGRAPH, c.FOLLOW, c.VOICE, c.WHERE_AM_I)
    return tuple(MenuEntry(one.id, one.label, one.key_text) for one in commands() if one.id in wanted)
