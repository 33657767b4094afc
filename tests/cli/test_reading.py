"""Facts of list, search and show, on a library on disk."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.cli.conftest import FEED, NOW
from tests.cli.running import run

from pembaca.document import Document, Paragraph
from pembaca.library.library import Library
from pembaca.model import StoredEntry, Validators
from pembaca.paths import find


def test_list_gives_the_promised_fields(data: Path) -> None:
    """
    Programs rest on these names and types.
    """
    rows = run(data, "list", "--json").json
    keys = {"id", "title", "feed", "published", "read", "starred", "url", "summary"}

    assert [keys] * 3 == [set(row) for row in rows]
    assert [FEED] * 3 == [row["feed"] for row in rows]
    assert [(False, False), (True, True), (False, False)] == [(row["read"], row["starred"]) for row in rows]
    assert "2020-11-23T16:05:41+09:00" == rows[0]["published"]


def test_list_says_which_article_was_changed_by_its_source(data: Path) -> None:
    """
    A program can tell the person what the window tells: this one is to be read again.
    """
    library = Library.open(find(data))
    row = library.articles()[1]
    document = Document("Berita 20", (Paragraph("Birokrasi kini lain."),), published=row.published)
    entry = StoredEntry("1", "https://contoh.go.id/1", "g", document, "Ringkas")
    library.apply(FEED, (entry,), title="", validators=Validators(), fetched_at=NOW)
    library.close()
    rows = run(data, "list", "--json").json

    assert [None, True, None] == [row.get("changed") for row in rows]
    assert run(data, "list").out.splitlines()[3].endswith("berubah · bintang")
    assert [True] == [row["changed"] for row in run(data, "search", "kini", "--json").json]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ["Judul <b>& “kutip”", "Berita 20", "Berita 10"]),
        (["--unread"], ["Judul <b>& “kutip”", "Berita 10"]),
        (["--limit", "2"], ["Judul <b>& “kutip”", "Berita 20"]),
        (["--limit", "0"], []),
        (["--feed", FEED, "--limit", "1"], ["Judul <b>& “kutip”"]),
    ],
)
def test_list_can_be_narrowed(data: Path, arguments: list[str], expected: list[str]) -> None:
    """
    One feed, only what is new, only the first few: newest first in any case.
    """
    assert expected == [row["title"] for row in run(data, "list", "--json", *arguments).json]


def test_list_reads_well(data: Path) -> None:
    """
    In a terminal with a screen reader each article is two plain lines.
    """
    lines = run(data, "list", "--limit", "2").out.splitlines()

    assert lines[0].endswith(". Judul <b>& “kutip”")
    assert "   Senin, 23 November 2020 · Berita Utama · baru" == lines[1]
    assert lines[3].endswith("dibaca · bintang")


def test_search_adds_a_snippet(data: Path) -> None:
    """
    What was found is shown in its context, newest first.
    """
    rows = run(data, "search", "birokrasi", "--json").json

    assert [("Berita 20", "Birokrasi hari ke-20."), ("Berita 10", "Birokrasi hari ke-10.")] == [
        (row["title"], row["snippet"]) for row in rows
    ]


def test_search_without_hits_is_done(data: Path) -> None:
    """
    Finding nothing is an answer, not a failure.
    """
    done = run(data, "search", "tidakada", "--json")
    said = run(data, "search", "tidakada")

    assert (0, []) == (done.code, done.json)
    assert (0, "") == (said.code, said.out) and "tidakada" in said.err


def test_json_of_an_article_holds_only_what_applies(data: Path, rich: Document) -> None:
    """
    A block's fields are those of its kind, so that a program need not guess what null means.
    """
    article_id = run(data, "list", "--json").json[0]["id"]
    shown = run(data, "show", str(article_id), "--format", "json").json

    assert rich.text == shown["text"]
    assert (article_id, rich.title, "Ani", "Tedy, foto: Dudi", "2020-11-23T16:05:41+09:00", "id", rich.url) == tuple(
        shown[key] for key in ("id", "title", "byline", "credit", "published", "language", "url")
    )
    assert [
        {
            "type": "paragraph",
            "text": "Lihat laman kami.",
            "links": [{"start": 6, "end": 11, "url": "https://contoh.go.id/?a=1&b=2"}],
        },
        {"type": "heading", "text": "Bagian", "level": 3, "lang": "en"},
        {"type": "list_item", "text": "satu", "depth": 1, "number": 1},
        {"type": "list_item", "text": "dalam", "depth": 2},
        {"type": "list_item", "text": "dua", "depth": 1, "number": 2},
        {"type": "quote", "text": "Kata <beliau>."},
        {"type": "preformatted", "text": "a\n  b"},
        {
            "type": "table",
            "text": "Nama; Nilai\nA & B; 1",
            "header": True,
            "links": [{"start": 14, "end": 17, "url": "https://contoh.go.id/b", "row": 1, "column": 0}],
            "rows": [["Nama", "Nilai"], ["A & B", "1"]],
        },
        {
            "type": "image",
            "text": "Gambar: Menteri membuka rapat",
            "src": "https://contoh.go.id/a.jpg",
            "alt": "Menteri membuka rapat",
        },
        {"type": "image", "text": "", "src": "https://contoh.go.id/b.jpg", "alt": ""},
    ] == shown["blocks"]


def test_web_page_is_well_formed_and_escaped(data: Path, rich: Document) -> None:
    """
    The page can be opened in any browser or screen reader, and nothing a feed says becomes a tag of ours.
    """
    page = run(data, "show", str(run(data, "list", "--json").json[0]["id"]), "--format", "html").out
    tags = Tags()
    tags.feed(page)

    assert [] == tags.open and [] == tags.wrong
    assert 'lang="id"' in page and '<h3 lang="en">Bagian</h3>' in page
    assert '<a href="https://contoh.go.id/?a=1&amp;b=2">laman</a>' in page
    assert '<ol><li value="1">satu<ul><li>dalam</li></ul></li><li value="2">dua</li></ol>' in page.replace("\n", "")
    assert "&lt;b&gt;&amp;" in page and "<b>" not in page and "script" not in page
    assert '<th scope="col">Nama</th>' in page


def test_plain_text_holds_every_line(data: Path, rich: Document) -> None:
    """
    Nothing readable is left out of the plain form.
    """
    shown = run(data, "show", str(run(data, "list", "--json").json[0]["id"])).out

    for block in rich.blocks:
        assert all(cell in shown for line in block.text.split("\n") for cell in line.split("; "))
    assert "Senin, 23 November 2020, pukul 16.05" in shown and "Tedy, foto: Dudi" in shown and rich.url in shown


def test_terminal_is_not_steered_by_a_feed(tmp_path: Path) -> None:
    """
    A hostile title cannot recolour, clear or type into the terminal.
    """
    from datetime import UTC, datetime

    from pembaca.library.library import Library
    from pembaca.model import StoredEntry, Validators
    from pembaca.paths import find

    library = Library.open(find(tmp_path))
    library.add_feed(FEED)
    entry = StoredEntry("a", "https://x/", "f", Document("Judul\x1b[2J\x9b31m\x07"), "")
    library.apply(FEED, (entry,), title="", validators=Validators(), fetched_at=datetime.now(UTC))
    library.close()

    assert "1. Judul[2J31m" == run(tmp_path, "list").out.splitlines()[0]


class Tags(HTMLParser):
    """Follows the tags that are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)
