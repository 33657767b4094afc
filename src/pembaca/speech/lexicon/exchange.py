"""The dictionary as JSON and as TSV, to keep, to give away and to take from others. Pure."""

from __future__ import annotations

import codecs
from typing import Final, cast, get_args

import msgspec

from pembaca.errors import LexiconUnreadable
from pembaca.speech.lexicon.rule import Alphabet, Kind, Rule

VERSION: Final = 1
LIMIT: Final = 4 * 1024 * 1024
_COLUMNS: Final = ("find", "say", "kind", "alphabet", "feed", "on", "case")
_YES, _NO = "yes", "no"
_WORDS: Final = {  # what people and their spreadsheets write, in either language
    **dict.fromkeys((_YES, "y", "true", "1", "on", "ya", "benar", "hidup", "x"), True),
    **dict.fromkeys((_NO, "n", "false", "0", "off", "tidak", "tdk", "salah", "mati"), False),
}


class Line(msgspec.Struct, frozen=True):
    """A rule as it travels: every field is written out."""

    find: str
    say: str
    kind: Kind = "word"
    alphabet: Alphabet = "letters"
    feed: str = ""
    on: bool = True
    case: bool = False
    id: int = 0


class _File(msgspec.Struct, frozen=True):
    version: int
    rules: tuple[Line, ...]


def line_of(rule: Rule) -> Line:
    """Write a rule out."""
    return Line(rule.find, rule.say, rule.kind, rule.alphabet, rule.feed, rule.is_on, rule.match_case, rule.id)


def to_json(rules: tuple[Rule, ...]) -> bytes:
    """Write the rules in their order as JSON (UTF-8)."""
    return msgspec.json.format(msgspec.json.encode(_File(VERSION, tuple(map(line_of, rules)))), indent=1) + b"\n"


def from_json(body: bytes, path: str) -> tuple[Rule, ...]:
    """Read rules from JSON; none of them is checked.

    Raises:
        LexiconUnreadable: it is no such file, or of a later version.
    """
    try:
        file = msgspec.json.decode(body.removeprefix(codecs.BOM_UTF8), type=_File)
    except (msgspec.DecodeError, RecursionError) as error:
        raise LexiconUnreadable(path, str(error)) from error
    if file.version > VERSION:
        raise LexiconUnreadable(path, f"version {file.version}")
    return tuple(_rule(line) for line in file.rules)


def to_tsv(rules: tuple[Rule, ...]) -> bytes:
    """Write the rules as a table for a spreadsheet: UTF-8, the first line names the columns."""
    rows = [_COLUMNS, *(_cells(rule) for rule in rules)]
    return "".join("\t".join(row) + "\n" for row in rows).encode()


def from_tsv(body: bytes, path: str) -> tuple[Rule, ...]:
    """Read rules from such a table; columns may be missing but for the first two, and so may be the line with their names.

    Raises:
        LexiconUnreadable: it is not UTF-8, or a line has no second column or an unknown word in it; ``detail`` is its number.
    """
    try:
        lines = body.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LexiconUnreadable(path, str(error)) from error
    columns: tuple[str, ...] = _COLUMNS
    rules: list[Rule] = []
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if number == 1 and cells[:2] == list(_COLUMNS[:2]):
            columns = tuple(cells)
        elif line.strip() and ("\t" in line or not line.startswith("#")):
            rules.append(_row(dict(zip(columns, cells, strict=False)), path, number))
    return tuple(rules)


def _cells(rule: Rule) -> tuple[str, ...]:
    return rule.find, rule.say, rule.kind, rule.alphabet, rule.feed, _yes(rule.is_on), _yes(rule.match_case)


def _row(cells: dict[str, str], path: str, number: int) -> Rule:
    kind, alphabet = cells.get("kind", "").lower() or "word", cells.get("alphabet", "").lower() or "letters"
    is_on, match_case = (_WORDS.get(cells.get(name, "").casefold() or usual) for name, usual in (("on", _YES), ("case", _NO)))
    if is_on is None or match_case is None:
        raise LexiconUnreadable(path, str(number))
    if not cells.get("say") or kind not in get_args(Kind) or alphabet not in get_args(Alphabet):
        raise LexiconUnreadable(path, str(number))
    return Rule(
        find=cells["find"],
        say=cells["say"],
        kind=cast(Kind, kind),
        alphabet=cast(Alphabet, alphabet),
        feed=cells.get("feed", ""),
        is_on=is_on,
        match_case=match_case,
    )


def _rule(line: Line) -> Rule:
    return Rule(line.find, line.say, line.id, line.kind, line.alphabet, line.feed, line.on, line.case)


def _yes(value: bool) -> str:
    return _YES if value else _NO
