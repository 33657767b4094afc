"""A document as one clean web page of our own: escaped, with language and headings, without scripts. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from pembaca.addresses import shown
from pembaca.cli.shapes import MediaFolder, picture_source
from pembaca.document import Block, Document, Heading, Image, Link, ListItem, Preformatted, Quote, Table
from pembaca.i18n import tr
from pembaca.presenters import dates

_STYLE = "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.25em/1.6 sans-serif}img{max-width:100%;height:auto}"


def page(document: Document, media: MediaFolder | None) -> str:
    """Return a whole HTML document."""
    title = escape(document.title or tr("Tanpa judul"))
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(document.language)}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
            f"<title>{title}</title><style>{_STYLE}</style></head>",
            "<body><article>",
            f"<h1>{title}</h1>",
            *_facts(document),
            *_body(document.blocks, media),
            *([f"<p><small>{escape(document.credit)}</small></p>"] if document.credit else []),
            *([f"<p>{escape(tr('Sumber:'))} {_anchor(document.url, escape(shown(document.url)))}</p>"] if document.url else []),
            "</article></body>",
            "</html>",
        )
    )


def _facts(document: Document) -> Iterator[str]:
    facts = [escape(document.byline)] if document.byline else []
    if document.published:
        when = document.published
        facts.append(f'<time datetime="{when.isoformat()}">{escape(dates.full_moment(when))}</time>')
    if facts:
        yield f"<p>{' · '.join(facts)}</p>"


def _body(blocks: tuple[Block, ...], media: MediaFolder | None) -> Iterator[str]:
    lists: list[str] = []  # the lists open now, outermost first: "ul" or "ol"
    for block in blocks:
        if isinstance(block, ListItem):
            yield from _item(block, lists)
            continue
        yield from _close(lists, 0)
        yield _block(block, media)
    yield from _close(lists, 0)


def _item(item: ListItem, lists: list[str]) -> Iterator[str]:
    """Give an item and the list tags before it; its own tag stays open, since deeper lists belong inside."""
    kind = "ul" if item.number is None else "ol"
    yield from _close(lists, item.depth)
    if len(lists) == item.depth and lists[-1] != kind:
        yield from _close(lists, item.depth - 1)
    elif len(lists) == item.depth:
        yield "</li>"
    while len(lists) < item.depth - 1:
        lists.append("ul")
        yield "<ul><li>"
    if len(lists) < item.depth:
        lists.append(kind)
        yield f"<{kind}>"
    number = "" if item.number is None else f' value="{item.number}"'
    yield f"<li{number}{_lang(item)}>{_linked(item.text, item.links)}"


def _close(lists: list[str], depth: int) -> Iterator[str]:
    while len(lists) > depth:
        yield f"</li></{lists.pop()}>"


def _block(block: Block, media: MediaFolder | None) -> str:
    match block:
        case Heading():
            return f"<h{block.level}{_lang(block)}>{_linked(block.text, block.links)}</h{block.level}>"
        case Quote():
            return f"<blockquote{_lang(block)}><p>{_linked(block.text, block.links)}</p></blockquote>"
        case Preformatted():
            return f"<pre{_lang(block)}>{escape(block.text)}</pre>"
        case Table():
            return _table(block)
        case Image():
            source = picture_source(block, media)
            address = source if source == block.url else Path(source).as_uri()
            size = f' width="{block.width}" height="{block.height}"' if block.width and block.height else ""
            return f'<p><img src="{escape(address)}" alt="{escape(block.alt)}"{size}{_lang(block)}></p>'
        case _:
            return f"<p{_lang(block)}>{_linked(block.text, block.links)}</p>"


def _table(table: Table) -> str:
    rows = []
    for y, row in groupby(table.cells(), lambda cell: cell.row):
        tag, scope = ("th", ' scope="col"') if table.header and y == 0 else ("td", "")
        rows.append(f"<tr>{''.join(f'<{tag}{scope}>{_linked(cell.text, cell.links)}</{tag}>' for cell in row)}</tr>")
    return f"<table{_lang(table)}>{''.join(rows)}</table>"


def _linked(text: str, links: tuple[Link, ...]) -> str:
    """Escape *text* and put its links in; a link that overlaps the one before is left out."""
    pieces, at = [], 0
    for link in sorted(links, key=lambda link: link.start):
        if at <= link.start < link.end <= len(text):
            pieces += [escape(text[at : link.start]), _anchor(link.url, escape(text[link.start : link.end]))]
            at = link.end
    return "".join((*pieces, escape(text[at:])))


def _anchor(url: str, inside: str) -> str:
    """Return a link for http, https and mailto, else only what is inside."""
    if url.lower().startswith(("http://", "https://", "mailto:")):
        return f'<a href="{escape(url)}">{inside}</a>'
    return inside


def _lang(block: Block) -> str:
    return f' lang="{escape(block.lang)}"' if block.lang else ""
