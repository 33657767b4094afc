"""pembaca.presenters.commands: one list of which menu, keys and help are made, in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from pembaca import i18n
from pembaca.presenters.bundled import keys_sample
from pembaca.presenters.commands import CommandId, commands, key_words, menu, more


def test_every_command_stands_in_the_list_once() -> None:
    """
    What is not in the list has neither a key nor a place in menu and help.
    """
    assert list(CommandId) == sorted((command.id for command in commands()), key=list(CommandId).index)


def test_no_key_belongs_to_two_commands() -> None:
    """
    Qt carries out neither of two commands with one key.
    """
    keys = Counter(key for command in commands() for key in command.keys)

    assert [] == [key for key, times in keys.items() if times > 1]


def test_everything_has_a_key() -> None:
    """
    All of Pembaca is done by keyboard.
    """
    assert [] == [command.id for command in commands() if not command.keys]


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_two_entries_of_a_menu_have_one_name(language: str) -> None:
    """
    Heard one after the other, they must differ.
    """
    i18n.use(language)
    try:
        names = Counter((entry.group, entry.text) for entry in menu())
        short = Counter(entry.text for entry in more())
    finally:
        i18n.use("")

    assert {1} == set(names.values()) == set(short.values())


def test_the_menu_shows_the_program_s_own_commands_without_a_submenu() -> None:
    """
    Refresh, help and closing are one step away.
    """
    direct = [entry.id for entry in menu() if not entry.group]

    assert {CommandId.REFRESH, CommandId.FEEDS, CommandId.HELP, CommandId.QUIT} <= set(direct)
    assert len(list(CommandId)) == len(menu())


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Space", "Spasi"),
        ("Ctrl++", "Ctrl+Tambah"),
        ("Ctrl+-", "Ctrl+Kurang"),
        ("Alt+Right", "Alt+Panah kanan"),
        ("Ctrl+PgDown", "Ctrl+Page Down"),
        ("F5", "F5"),
        ("Shift+F6", "Shift+F6"),
    ],
)
def test_keys_are_said_as_a_person_says_them(keys: str, words: str) -> None:
    """
    "Tambah" can be heard and found, "+" at the end of "Ctrl++" cannot.
    """
    assert words == key_words(keys)


def test_the_page_of_keys_names_every_command_and_every_key() -> None:
    """
    The help cannot fall behind the list.
    """
    text = keys_sample().document.text

    assert [] == [command.label for command in commands() if command.label not in text]
    assert [] == [key for command in commands() for key in command.keys if key_words(key) not in text]
