"""pembaca.speech.lexicon.store: one file, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pembaca.errors import LexiconError, LexiconUnreadable, LexiconUnwritable
from pembaca.speech.lexicon.rule import Rule
from pembaca.speech.lexicon.store import LexiconStore


@pytest.fixture
def store(tmp_path: Path) -> LexiconStore:
    return LexiconStore(tmp_path / "data" / "lexicon.json")


def _finds(store: LexiconStore) -> list[str]:
    return [rule.find for rule in store.rules()]


def test_without_a_file_there_are_no_rules(store: LexiconStore) -> None:
    """
    Looking makes no file.
    """
    assert () == store.rules()
    assert not store._path.exists()


def test_rules_keep_their_order_and_their_numbers(store: LexiconStore) -> None:
    """
    A number that was told stays the rule's own, wherever it stands.
    """
    for find in ("satu", "dua", "tiga"):
        store.add(Rule(find, "x"))
    store.change(3, place=1)
    store.remove(2)
    store.add(Rule("empat", "x"), place=2)

    assert [("tiga", 3), ("empat", 4), ("satu", 1)] == [(rule.find, rule.id) for rule in LexiconStore(store._path).rules()]


def test_a_rule_for_the_same_thing_takes_its_place(store: LexiconStore) -> None:
    """
    Correcting a rule does not leave the old one in front of it.
    """
    store.add(Rule("BKN", "salah"))
    store.add(Rule("OJK", "x"))
    store.add(Rule("bkn", "be ka en"))

    assert [(1, "be ka en"), (2, "x")] == [(rule.id, rule.say) for rule in store.rules()]


def test_a_refused_rule_changes_nothing(store: LexiconStore) -> None:
    """
    The rules that are there are worth more than the one that is not.
    """
    store.add(Rule("BKN", "x"))
    before = store._path.read_bytes()
    with pytest.raises(LexiconError):
        store.add(Rule("(a+)+$", "x", kind="regex"))

    assert before == store._path.read_bytes()


def test_what_another_program_wrote_is_seen(store: LexiconStore) -> None:
    """
    The window hears of what was typed in a terminal.
    """
    store.add(Rule("satu", "x"))
    LexiconStore(store._path).add(Rule("dua", "x"))

    assert ["satu", "dua"] == _finds(store)


def test_an_import_adds_changes_and_refuses(store: LexiconStore) -> None:
    """
    One bad line of a long list costs that line only.
    """
    store.add(Rule("BKN", "lama"))
    done = store.take((Rule("BKN", "baru"), Rule("[", "x", kind="regex"), Rule("OJK", "x"), Rule("OJK", "x")))

    assert ["OJK"] == [rule.find for rule in done.added]
    assert ["baru"] == [rule.say for rule in done.changed]
    assert [("[", "bad_expression")] == [(rule.find, error.code) for rule, error in done.refused]
    assert [(1, "baru"), (2, "x")] == [(rule.id, rule.say) for rule in store.rules()]


@pytest.mark.logs
def test_a_file_that_cannot_be_read_is_left_alone_and_reading_goes_on(store: LexiconStore) -> None:
    """
    Years of corrections are not overwritten because of one broken brace.
    """
    store._path.parent.mkdir()
    store._path.write_text("{", encoding="utf-8")
    with pytest.raises(LexiconUnreadable):
        store.add(Rule("satu", "x"))

    assert "{" == store._path.read_text(encoding="utf-8")
    assert "satu" == store.lexicon().rewrite("satu").text


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """
    The folder of the data is no folder: nothing is left behind.
    """
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises((LexiconUnwritable, LexiconUnreadable)):
        LexiconStore(tmp_path / "data" / "lexicon.json").add(Rule("satu", "x"))

    assert [tmp_path / "data"] == list(tmp_path.iterdir())


@pytest.mark.parametrize("change", [lambda store: store.remove(7), lambda store: store.change(7, is_on=True)])
def test_a_number_that_is_not_there_is_told(store: LexiconStore, change: object) -> None:
    """
    A slip of the finger removes nothing.
    """
    assert callable(change)
    with pytest.raises(LexiconError, match="unknown_rule"):
        change(store)


_ADDING = """
import sys
from pathlib import Path
from pembaca.speech.lexicon.rule import Rule
from pembaca.speech.lexicon.store import LexiconStore
store = LexiconStore(Path(sys.argv[1]))
sys.stdin.readline()
for number in range(12):
    store.add(Rule(f"kata{sys.argv[2]}n{number}", "x"))
"""


def test_programs_that_write_at_once_lose_nothing(store: LexiconStore) -> None:
    """
    An office's script adds rules while somebody else does: each is kept, and each has a number of its own.
    """
    command = [sys.executable, "-c", _ADDING, str(store._path)]
    programs = [subprocess.Popen([*command, str(number)], stdin=subprocess.PIPE, text=True) for number in range(3)]
    for program in programs:  # they wait for it, so that they write at the same time
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    for program in programs:
        program.communicate()
    rules = store.rules()

    assert [0, 0, 0] == [program.returncode for program in programs]
    assert {f"kata{program}n{number}" for program in range(3) for number in range(12)} == {rule.find for rule in rules}
    assert 36 == len({rule.id for rule in rules})


def test_a_rule_for_what_is_no_address_is_refused(store: LexiconStore) -> None:
    """
    It would never be used, and nobody would know why.
    """
    done = store.take((Rule("BKN", "x", feed="kemenkum"), Rule("OJK", "x", feed="https://a.go.id/feed")))

    assert [("BKN", "bad_feed")] == [(rule.find, error.code) for rule, error in done.refused]
    assert ["OJK"] == _finds(store)
