"""Cut a document into utterances: what is said, sentence by sentence, and the printed place of each word. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pembaca.document import Block, Document, Part, Table, TextSpan
from pembaca.speech.english import is_english
from pembaca.speech.language import base, tongues
from pembaca.speech.normalise.normaliser import normalise
from pembaca.speech.segment import sentences
from pembaca.speech.utterance import Script, Utterance, Word

INDONESIAN: Final = "id"
ENGLISH: Final = "en"


def prepare(document: Document) -> Script:
    """Cut *document* into sentences in reading order, the title first.

    Returns:
        Utterances whose spans are non-empty, ascending and never overlap, with ``document.text[start:end] == text``.
        None crosses a part, a line of preformatted text or a row of a table; one without a word to say is left out.
    """
    return Script(base(document.language), tuple(utterances(document)))


def utterances(document: Document) -> Iterator[Utterance]:
    """Yield the utterances of ``prepare`` one by one: the first is there long before the last."""
    text = document.text
    language = base(document.language)
    for index, part in enumerate(document.parts()):
        yield from _utterances(text, part.span, _language(document, part, language), index, _is_table(document, part))


def prepare_text(text: str, language: str = "") -> Script:
    """Cut plain *text* into sentences; each line that is not empty is a part. Without a language it is told by its words."""
    language = base(language or (ENGLISH if is_english(text) else INDONESIAN))
    found = tuple(
        utterance for index, span in enumerate(_lines(text)) for utterance in _utterances(text, span, language, index, False)
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


def _is_table(document: Document, part: Part) -> bool:
    return isinstance(_block(document, part), Table)


def _utterances(text: str, part: TextSpan, language: str, index: int, is_table: bool) -> Iterator[Utterance]:
    for sentence in sentences(text[part.start : part.end]):
        utterance = _utterance(text, part.start + sentence.start, part.start + sentence.end, language, index)
        if utterance.words:
            yield utterance


def _utterance(text: str, start: int, end: int, language: str, part: int) -> Utterance:
    shown = text[start:end]
    language, found = tongues(shown, language)
    spoken = normalise(shown, language, tuple(span for span, _ in found))
    words: list[Word] = []
    place = 0
    for word in spoken.words:
        while place < len(found) and found[place][0].end <= word.start:
            place += 1
        is_foreign = place < len(found) and found[place][0].start <= word.start
        tongue = found[place][1] if is_foreign else language
        words.append(Word(start + word.start, start + word.end, word.spoken, word.at, tongue))
    return Utterance(start, end, shown, spoken.text, language, tuple(words), part)
