"""Cut a document into utterances: what is said, sentence by sentence, and the printed place of each word. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from pembaca.document import Block, Document, Part, TextSpan
from pembaca.settings import Told
from pembaca.speech.english import is_english
from pembaca.speech.language import base, tongues
from pembaca.speech.lexicon.rewriting import NO_RULES, Lexicon
from pembaca.speech.normalise.normaliser import normalise
from pembaca.speech.normalise.spoken import Aside
from pembaca.speech.segment import sentences
from pembaca.speech.structure import USUAL, Telling, tellings
from pembaca.speech.utterance import Script, Utterance, Word

INDONESIAN: Final = "id"
ENGLISH: Final = "en"
_PLAIN: Final = Telling()
_FOLLOWING: Final = 3  # sentences: the one at hand, and two that are rendered ahead


class Manner(msgspec.Struct, frozen=True):
    """How a person wants a text said: their own rules for words, and what is told beside the sentences."""

    lexicon: Lexicon = NO_RULES
    told: frozenset[Told] = USUAL


USUAL_MANNER: Final = Manner()


def prepare(document: Document, manner: Manner = USUAL_MANNER, until: int | None = None) -> Script:
    """Cut *document* into sentences in reading order, the title first.

    Args:
        until: no more is wanted than the sentence at that code point of the text, and what follows it at once.
    Returns:
        Utterances whose spans are non-empty, ascending and never overlap, with ``document.text[start:end] == text``.
        None crosses a part, a line of preformatted text or a row of a table; one without a word to say is left out.
    """
    found: list[Utterance] = []
    for utterance in utterances(document, manner):
        if until is not None and len(found) >= _FOLLOWING and found[-_FOLLOWING].end > until:
            return Script(base(document.language), tuple(found), is_whole=False)
        found.append(utterance)
    return Script(base(document.language), tuple(found))


def utterances(document: Document, manner: Manner = USUAL_MANNER) -> Iterator[Utterance]:
    """Yield the utterances of ``prepare`` one by one: the first is there long before the last."""
    text = document.text
    language = base(document.language)
    told = tellings(document, manner.told)
    for index, part in enumerate(document.parts()):
        if told[index].is_said:
            yield from _utterances(text, part.span, _language(document, part, language), index, manner, told[index])


def prepare_text(text: str, language: str = "", manner: Manner = USUAL_MANNER) -> Script:
    """Cut plain *text* into sentences; each line that is not empty is a part. Without a language it is told by its words."""
    language = base(language or (ENGLISH if is_english(text) else INDONESIAN))
    found = tuple(
        utterance
        for index, span in enumerate(_lines(text))
        for utterance in _utterances(text, span, language, index, manner, _PLAIN)
    )
    return Script(language, found)


def _lines(text: str) -> Iterator[TextSpan]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield TextSpan(start, start + len(line))
        start += len(line) + 1


def _block(document: Document, part: Part) -> Block | None:
    return None if part.block is None else document.blocks[part.block]


def _language(document: Document, part: Part, language: str) -> str:
    block = _block(document, part)
    return base(block.lang) if block is not None and block.lang else language


def _utterances(text: str, part: TextSpan, language: str, index: int, manner: Manner, telling: Telling) -> Iterator[Utterance]:
    found = sentences(text[part.start : part.end])
    asides = telling.asides
    for sentence in found:
        start, end = part.start + sentence.start, part.start + sentence.end
        due = tuple(aside for aside in asides if aside.at < end or sentence is found[-1])
        utterance = _utterance(text, start, end, language, index, manner.lexicon, due)
        if utterance.words:
            asides = asides[len(due) :]
            yield utterance


def _utterance(
    text: str, start: int, end: int, language: str, part: int, lexicon: Lexicon, asides: tuple[Aside, ...]
) -> Utterance:
    shown = text[start:end]
    own = lexicon.rewrite(shown)
    block_language = language
    language, found = tongues(own.text, language)
    told = tuple(aside._replace(at=own.written(aside.at - start)) for aside in asides)
    spoken = normalise(own.text, language, tuple(span for span, _ in found), own.given, told)
    words: list[Word] = []
    place = 0
    for word, shown_word in zip(spoken.words, own.placed(spoken).words, strict=True):
        while place < len(found) and found[place][0].end <= word.start:
            place += 1
        is_foreign = place < len(found) and found[place][0].start <= word.start
        is_own = word.is_aside or word.phonemes is not None
        tongue = block_language if is_own else found[place][1] if is_foreign else language
        words.append(
            Word(start + shown_word.start, start + shown_word.end, word.spoken, word.at, tongue, word.phonemes, word.is_aside)
        )
    return Utterance(start, end, shown, spoken.text, language, tuple(words), part)
