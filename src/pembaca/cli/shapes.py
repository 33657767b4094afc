"""The JSON values that the command line prints. Stable: fields are added, never renamed. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec import UNSET, Struct, UnsetType

from pembaca.document import Block, Document, Heading, Image, Link, ListItem, Preformatted, Table
from pembaca.model import ArticleRow, Feed, FeedOutcome, FeedStatus, FullText, RefreshReport, RefreshStatus, SearchHit
from pembaca.presenters import messages

if TYPE_CHECKING:
    from pembaca.services.backup import Contents
    from pembaca.speech.lexicon.rule import Rule
    from pembaca.speech.utterance import Script


class ErrorShape(Struct, frozen=True):
    """A code for programs, a sentence for people."""

    code: str
    message: str


class FailedShape(Struct, frozen=True):
    """What is printed in a value's place when there is none (exit code 1)."""

    error: ErrorShape


class WarningShape(Struct, frozen=True):
    """A fault that was lived with, and the address of the feed, page or picture that it is about."""

    code: str
    message: str
    url: str


class OutcomeShape(Struct, frozen=True):
    """What a refresh did to one feed."""

    url: str
    status: RefreshStatus
    new: int
    changed: int
    error: ErrorShape | None
    warnings: tuple[WarningShape, ...]


class RefreshShape(Struct, frozen=True):
    """What a refresh did."""

    feeds: tuple[OutcomeShape, ...]


class FeedShape(Struct, frozen=True):
    """A subscribed feed; ``keep_…`` is null where all is kept."""

    url: str
    title: str
    status: FeedStatus
    error: str | None
    last_success: datetime | None
    full_text: FullText
    keep_days: int | None
    keep_articles: int | None
    keep_mb: int | None


class ImportShape(Struct, frozen=True):
    """What a list of feeds brought; ``known`` counts those that were there before."""

    added: tuple[FeedShape, ...]
    known: int
    skipped: tuple[SkippedShape, ...]


class SkippedShape(Struct, frozen=True):
    """An address in a list that no feed can be fetched from."""

    url: str
    reason: str = "unsupported_scheme"


class CatalogueShape(Struct, frozen=True):
    """A feed to pick from; ``status`` says how far its address is known to work."""

    title: str
    url: str
    group: str
    status: str


class BackupShape(Struct, frozen=True):
    """What is in a backup that was written or put back; ``kept`` is where the library before is now, null where none was."""

    file: str
    articles: int
    feeds: int
    pictures: int
    made_at: datetime
    kept: str | None


class RemovedShape(Struct, frozen=True):
    """A feed that is gone."""

    url: str
    removed: bool = True


class ArticleShape(Struct, frozen=True):
    """An article in the list; ``snippet`` in search only, ``changed`` only where its source changed it after it was read."""

    id: int
    title: str
    feed: str
    published: str | None
    read: bool
    starred: bool
    url: str
    summary: str
    changed: bool | UnsetType = UNSET
    snippet: str | UnsetType = UNSET


class CellLinkShape(Struct, frozen=True):
    """A link in a table: code points of the block's text, as everywhere, and which cell it stands in, from 0."""

    start: int
    end: int
    url: str
    row: int
    column: int


class BlockShape(Struct, frozen=True):
    """A block of a document; the fields that do not apply are absent."""

    type: str
    text: str
    level: int | UnsetType = UNSET
    depth: int | UnsetType = UNSET
    number: int | UnsetType = UNSET
    header: bool | UnsetType = UNSET
    lang: str | UnsetType = UNSET
    links: tuple[Link, ...] | tuple[CellLinkShape, ...] | UnsetType = UNSET
    src: str | UnsetType = UNSET
    alt: str | UnsetType = UNSET
    rows: tuple[tuple[str, ...], ...] | UnsetType = UNSET


class DocumentShape(Struct, frozen=True):
    """A readable article; ``id`` null when it is not stored."""

    id: int | None
    title: str
    byline: str | None
    credit: str | None
    published: str | None
    language: str
    url: str
    blocks: tuple[BlockShape, ...]
    text: str


class WordShape(Struct, frozen=True):
    """A spoken word and what is printed for it (code points of the text); ``ipa`` null where the engine cannot tell."""

    start: int
    end: int
    spoken: str
    language: str
    ipa: str | None


class UtteranceShape(Struct, frozen=True):
    """One sentence for the voice."""

    start: int
    end: int
    text: str
    spoken: str
    language: str
    words: tuple[WordShape, ...]


class RuleShape(Struct, frozen=True):
    """A rule of the person's own dictionary; ``feed`` is null where it is for every text."""

    id: int
    find: str
    say: str
    kind: str
    alphabet: str
    feed: str | None
    on: bool
    case: bool


class RemovedRuleShape(Struct, frozen=True):
    """A rule that is gone."""

    id: int
    removed: bool = True


class RefusedRuleShape(Struct, frozen=True):
    """A rule that cannot be used: why, for programs and for people."""

    find: str
    code: str
    message: str


class LexiconImportShape(Struct, frozen=True):
    """What a dictionary brought; ``changed`` took the place of rules that looked for the same."""

    added: tuple[RuleShape, ...]
    changed: tuple[RuleShape, ...]
    refused: tuple[RefusedRuleShape, ...]


class LexiconExportShape(Struct, frozen=True):
    """Where the dictionary was written to."""

    file: str
    rules: int


class ScriptShape(Struct, frozen=True):
    """What will be said, sentence by sentence."""

    language: str
    utterances: tuple[UtteranceShape, ...]


class MediaFolder(Protocol):
    """Knows where the pictures lie."""

    def media_path(self, name: str) -> Path:
        """Return the file of a stored picture."""
        ...


def refresh_shape(report: RefreshReport) -> RefreshShape:
    """Put a report of a refresh into its JSON shape."""
    return RefreshShape(tuple(_outcome(outcome) for outcome in report.feeds))


def feed_shape(feed: Feed) -> FeedShape:
    """Put a feed into its JSON shape."""
    options = feed.options
    megabytes = None if options.keep_bytes is None else options.keep_bytes // 1_000_000
    state = feed.status, feed.error, feed.last_success
    return FeedShape(feed.url, feed.title, *state, options.full_text, options.keep_days, options.keep_articles, megabytes)


def article_shape(row: ArticleRow) -> ArticleShape:
    """Put an article's row into its JSON shape."""
    return ArticleShape(
        id=row.id,
        title=row.title,
        feed=row.feed_url,
        published=_iso(row.published),
        read=row.is_read,
        starred=row.is_starred,
        url=row.url,
        summary=row.summary,
        changed=row.is_changed or UNSET,
    )


def hit_shape(hit: SearchHit) -> ArticleShape:
    """Put a found article into its JSON shape."""
    return msgspec.structs.replace(article_shape(hit.row), snippet=hit.snippet)


def document_shape(document: Document, article_id: int | None, media: MediaFolder | None) -> DocumentShape:
    """Put a document into its JSON shape.

    Args:
        media: where stored pictures lie; None gives every picture its address.
    """
    return DocumentShape(
        id=article_id,
        title=document.title,
        byline=document.byline,
        credit=document.credit,
        published=_iso(document.published),
        language=document.language,
        url=document.url,
        blocks=tuple(_block(block, media) for block in document.blocks),
        text=document.text,
    )


def script_shape(script: Script, sounds: Sequence[Sequence[str | None]]) -> ScriptShape:
    """Put a script into its JSON shape.

    Args:
        sounds: for each utterance the IPA of each of its words.
    """
    return ScriptShape(
        script.language,
        tuple(
            UtteranceShape(
                start=said.start,
                end=said.end,
                text=said.text,
                spoken=said.spoken,
                language=said.language,
                words=tuple(
                    WordShape(word.start, word.end, word.spoken, word.language, ipa)
                    for word, ipa in zip(said.words, heard, strict=True)
                ),
            )
            for said, heard in zip(script.utterances, sounds, strict=True)
        ),
    )


def rule_shape(rule: Rule) -> RuleShape:
    """Put a rule into its JSON shape."""
    where = rule.feed or None
    return RuleShape(rule.id, rule.find, rule.say, rule.kind, rule.alphabet, where, rule.is_on, rule.match_case)


def picture_source(image: Image, media: MediaFolder | None) -> str:
    """Return the absolute path of a picture's local file, or its address where there is none."""
    if media is not None and image.media:
        file = media.media_path(image.media)
        if file.is_file():
            return str(file.absolute())
    return image.url


def _outcome(outcome: FeedOutcome) -> OutcomeShape:
    error = outcome.error
    return OutcomeShape(
        url=outcome.url,
        status=outcome.status,
        new=outcome.new,
        changed=outcome.changed,
        error=None if error is None else ErrorShape(error.code, messages.of_fault(error).whole),
        warnings=tuple(WarningShape(fault.code, messages.warning(fault), fault.url) for fault in outcome.warnings),
    )


def _block(block: Block, media: MediaFolder | None) -> BlockShape:
    lang = block.lang or UNSET
    kind = str(block.__struct_config__.tag)
    match block:
        case Image():
            return BlockShape(kind, block.text, lang=lang, src=picture_source(block, media), alt=block.alt)
        case Table():
            return BlockShape(kind, block.text, header=block.header, lang=lang, links=_cell_links(block), rows=block.rows)
        case Preformatted():
            return BlockShape(kind, block.text, lang=lang)
        case Heading():
            return BlockShape(kind, block.text, level=block.level, lang=lang, links=block.links or UNSET)
        case ListItem():
            number = UNSET if block.number is None else block.number
            return BlockShape(kind, block.text, depth=block.depth, number=number, lang=lang, links=block.links or UNSET)
        case _:
            return BlockShape(kind, block.text, lang=lang, links=block.links or UNSET)


def _cell_links(table: Table) -> tuple[CellLinkShape, ...] | UnsetType:
    links = (
        CellLinkShape(cell.start + link.start, cell.start + link.end, link.url, cell.row, cell.column)
        for cell in table.cells()
        for link in cell.links
    )
    return tuple(links) or UNSET


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def backup_shape(file: str, contents: Contents) -> BackupShape:
    """Return the JSON value of a backup."""
    return BackupShape(file, contents.articles, contents.feeds, contents.pictures, contents.made_at, contents.kept or None)
