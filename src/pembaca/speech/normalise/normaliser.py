"""Turn printed text into words to say, with the printed span of each. Pure: no engine, no files but the tables.

A rule looks at one place and either reads on from there or leaves the text to the next rule; the last ones always read.
"""

from __future__ import annotations

from typing import Final

from pembaca.document import TextSpan
from pembaca.speech.normalise import (
    abbreviations,
    acronyms,
    addresses,
    amounts,
    codes,
    compass,
    coordinates,
    corps,
    dates,
    foreign,
    hurried,
    law,
    models,
    money,
    month_names,
    ordinals,
    plain,
    reduplication,
    roman,
    scripture,
    symbols,
    times,
    twice,
)
from pembaca.speech.normalise.choice import Rule, fitting
from pembaca.speech.normalise.line import UNHEARD, Line
from pembaca.speech.normalise.spoken import Aside, Given, Reading, Say, SpeechLine, SpokenText, Trace

INDONESIAN: Final = frozenset(("id", "in", "ms", ""))
_FIGURE_RULES: Final[tuple[Rule, ...]] = (
    addresses.read,
    codes.phone,
    codes.identity,
    coordinates.read,
    scripture.verse,
    times.minute,
    dates.read,
    times.race,
    times.read,
    codes.row,
    codes.file_number,
    law.of_year,
    law.lettered,
    codes.quarter_of_year,
    models.standard,
    models.boeing,
    money.behind,
    amounts.of_two,
    amounts.read,
    amounts.alone,
    plain.figure,
)
_LETTER_RULES: Final[tuple[Rule, ...]] = (
    addresses.read,
    money.before,
    ordinals.read,
    dates.named_range,
    month_names.month_of_year,
    month_names.short_name,
    law.gazette,
    law.number_sign,
    law.glued,
    codes.neighbourhood,
    codes.file_number,
    codes.signed_day,
    compass.read,
    scripture.book,
    corps.read,
    abbreviations.towards,
    abbreviations.read,
    roman.read,
    abbreviations.initials,
    plain.spaced,
    codes.quake,
    codes.magnitude,
    amounts.times_sign,
    amounts.lone_unit,
    codes.plate,
    codes.quarter,
    models.make,
    codes.graded,
    codes.mixed,
    reduplication.read,
    acronyms.read,
    acronyms.glued,
    plain.word,
    plain.figure,
)
_CAPITAL_RULES: Final = frozenset(
    (
        dates.named_range,
        month_names.month_of_year,
        month_names.short_name,
        law.gazette,
        codes.neighbourhood,
        codes.signed_day,
        compass.read,
        scripture.book,
        corps.read,
        abbreviations.initials,
        plain.spaced,
        codes.quake,
        codes.magnitude,
        codes.plate,
        codes.quarter,
        models.make,
        codes.graded,
        codes.mixed,
    )
)
"""What they read begins with a capital."""
_SMALL_RULES: Final = tuple(rule for rule in _LETTER_RULES if rule not in _CAPITAL_RULES)
_OTHER_RULES: Final[tuple[Rule, ...]] = (amounts.vulgar, plain.figure)
_SIGN_RULES: Final[tuple[Rule, ...]] = (money.before, codes.phone, addresses.handle, law.number_sign, symbols.read)


_RESTS: Final = frozenset(",;")


def rules_for(character: str) -> tuple[Rule, ...]:
    """Return the rules for what begins with *character*, in the order in which they are tried; the last one always reads."""
    if character.isdigit() and character.isascii():
        return _FIGURE_RULES
    if character.isalpha():
        return _SMALL_RULES if "a" <= character <= "z" else _LETTER_RULES
    return _OTHER_RULES if character.isalnum() else _SIGN_RULES


def normalise(
    text: str,
    language: str = "id",
    spans: tuple[TextSpan, ...] = (),
    given: tuple[Given, ...] = (),
    asides: tuple[Aside, ...] = (),
    trace: list[Trace] | None = None,
) -> SpokenText:
    """Say *text*.

    Args:
        spans: ascending parts of *text* in another language, whose words are left as they are.
        given: ascending parts of *text* that are said with phonemes of their own, whatever the language.
        asides: ascending; what is said though it is not printed.
        trace: takes what each rule read; common words are in none.
    Returns:
        A line without figures, brackets or signs, and its words; every letter and figure of *text* lies in the span of
        a word. Text that is not Indonesian keeps its figures: the voice of its own language knows them.
    """
    if language.lower().partition("-")[0] not in INDONESIAN:
        spans = (TextSpan(0, len(text)),)
    line = Line(text, spans)
    speech = SpeechLine(asides)
    position = 0
    for stop in (*_stops(spans, given), TextSpan(len(text), len(text))):
        line.limit = stop.start
        while position < stop.start:
            position = _step(line, position, speech, trace)
        if isinstance(stop, Given):
            _say_given(line, stop, speech)
        elif stop.end > position:
            foreign.read(line, position, stop.end, speech)
        if stop.end > position and trace is not None:
            trace.append(Trace(stop.start, stop.end, "lexicon" if isinstance(stop, Given) else "foreign"))
        position = max(position, stop.end)
    return speech.finish()


def _stops(spans: tuple[TextSpan, ...], given: tuple[Given, ...]) -> tuple[TextSpan | Given, ...]:
    """Return both in order, *spans* without what *given* takes of them."""
    if not given:
        return spans
    left = list(spans)
    for own in given:
        left = [
            piece
            for span in left
            for piece in (TextSpan(span.start, min(span.end, own.start)), TextSpan(max(span.start, own.end), span.end))
            if piece.start < piece.end
        ]
    return tuple(sorted((*left, *given), key=lambda stop: stop.start))


def _say_given(line: Line, own: Given, speech: SpeechLine) -> None:
    """Say a stretch with its own phonemes; engines that take none get its letters, in as many words as there are phonemes."""
    letters = tuple(word.spoken for word in normalise(line.text[own.start : own.end].replace(UNHEARD, "")).words)
    is_even = len(letters) == len(own.phonemes)
    pairs = tuple(zip(letters, own.phonemes, strict=True)) if is_even else (("".join(letters), "".join(own.phonemes)),)
    for word, sound in pairs:
        speech.word(word, own.start, own.end, sound)


def _step(line: Line, position: int, speech: SpeechLine, trace: list[Trace] | None) -> int:
    """Read on from *position* with the first rule that fits, and return where it stopped."""
    text = line.text
    character = text[position]
    if character == " ":
        return position + 1
    end = plain.simple_end(line, position)
    if end:
        speech.word(text[position:end], position, end)
        return end
    if character == "-" and _is_at_foreign_edge(line, position):
        speech.tie()
        return position + 1
    if character in _RESTS:
        speech.pause(character)
        return position + 1
    if hurried.is_due(line, position):
        return hurried.read(line, position, speech)
    for rule in fitting(rules_for(character), line, position):
        line.tries += 1
        reading = rule(line, position)
        if reading is not None and reading.end <= line.limit:
            if reading.is_amount:
                reading = twice.once(line, reading)
            _take(line, reading, speech)
            if trace is not None:
                trace.append(Trace(position, reading.end, _name(rule)))
            return reading.end
    _take(line, plain.figure(line, position), speech)
    return position + 1


def _name(rule: Rule) -> str:
    return f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}"


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
