"""Turn printed text into words to say, with the printed span of each. Pure: no engine, no files but the tables.

A rule looks at one place and either reads on from there or leaves the text to the next rule; the last ones always read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.normalise import (
    abbreviations,
    acronyms,
    addresses,
    amounts,
    codes,
    coordinates,
    dates,
    foreign,
    law,
    money,
    ordinals,
    plain,
    reduplication,
    roman,
    symbols,
    times,
    twice,
)
from pembaca.speech.normalise.line import Line
from pembaca.speech.normalise.spoken import Reading, Say, SpeechLine, SpokenText

Rule = Callable[[Line, int], Reading | None]

INDONESIAN: Final = frozenset(("id", "in", "ms", ""))
_FIGURE_RULES: Final[tuple[Rule, ...]] = (
    addresses.read,
    codes.phone,
    codes.identity,
    coordinates.read,
    dates.read,
    times.read,
    codes.row,
    codes.file_number,
    law.of_year,
    law.lettered,
    money.behind,
    amounts.of_two,
    amounts.read,
    plain.figure,
)
_LETTER_RULES: Final[tuple[Rule, ...]] = (
    plain.simple,
    addresses.read,
    money.before,
    ordinals.read,
    dates.named_range,
    law.number_sign,
    law.glued,
    codes.neighbourhood,
    codes.file_number,
    codes.signed_day,
    abbreviations.read,
    roman.read,
    abbreviations.initials,
    plain.spaced,
    codes.quake,
    amounts.times_sign,
    codes.plate,
    codes.mixed,
    reduplication.read,
    acronyms.read,
    acronyms.glued,
    plain.word,
    plain.figure,
)
_SIGN_RULES: Final[tuple[Rule, ...]] = (money.before, codes.phone, addresses.handle, law.number_sign, symbols.read)


def normalise(text: str, language: str = "id", spans: tuple[TextSpan, ...] = ()) -> SpokenText:
    """Say *text*.

    Args:
        spans: ascending parts of *text* in another language, whose words are left as they are.
    Returns:
        A line without figures, brackets or signs, and its words; every letter and figure of *text* lies in the span of
        a word. Text that is not Indonesian keeps its figures: the voice of its own language knows them.
    """
    if language.lower().partition("-")[0] not in INDONESIAN:
        spans = (TextSpan(0, len(text)),)
    line = Line(text, spans)
    speech = SpeechLine()
    position = 0
    for span in (*spans, TextSpan(len(text), len(text))):
        line.limit = span.start
        while position < span.start:
            position = _step(line, position, speech)
        if span.end > position:
            foreign.read(line, position, span.end, speech)
            position = span.end
    return speech.finish()


def _step(line: Line, position: int, speech: SpeechLine) -> int:
    """Read on from *position* with the first rule that fits, and return where it stopped."""
    character = line.text[position]
    if character == " ":
        return position + 1
    if character == "-" and _is_at_foreign_edge(line, position):
        speech.tie()
        return position + 1
    if character.isdigit() and character.isascii():
        rules = _FIGURE_RULES
    elif character.isalpha():
        rules = _LETTER_RULES
    elif character.isalnum():
        rules = (amounts.vulgar, plain.figure)
    else:
        rules = _SIGN_RULES
    for rule in rules:
        reading = rule(line, position)
        if reading is not None and reading.end <= line.limit:
            if reading.is_amount:
                reading = twice.once(line, reading)
            _take(line, reading, speech)
            return reading.end
    _take(line, plain.figure(line, position), speech)
    return position + 1


def _take(line: Line, reading: Reading, speech: SpeechLine) -> None:
    for piece in reading.pieces:
        if isinstance(piece, Say):
            speech.say(piece)
        else:
            speech.pause(piece.mark)
    if reading.is_amount:
        line.amount_end = reading.end


def _is_at_foreign_edge(line: Line, position: int) -> bool:
    """Whether a hyphen ties an Indonesian affix to a foreign word, as in "di-declare" and "output-nya"."""
    if not (line.text[position - 1 : position].isalpha() and line.text[position + 1 : position + 2].isalpha()):
        return False
    return position + 1 == line.limit < len(line.text) or position in line.foreign_ends
