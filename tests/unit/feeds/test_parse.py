"""Facts of reading feeds, honest and broken ones."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.servers import SEED

from pembaca.errors import ParseError
from pembaca.feeds.parse import parse, parse_mended
from pembaca.model import ParsedEntry, ParsedFeed

URL = "https://a.go.id/feed"
SEED_FEED = (SEED / "feed.xml").read_bytes()


def read(body: str | bytes, content_type: str | None = "application/rss+xml; charset=utf-8") -> ParsedFeed:
    return parse(body.encode() if isinstance(body, str) else body, URL, content_type)


def rss(items: str, version: str = "2.0") -> ParsedFeed:
    return read(f'<?xml version="1.0"?><rss version="{version}"><channel><title>T</title>{items}</channel></rss>')


def item(fields: str) -> ParsedEntry:
    (entry,) = rss(f"<item>{fields}</item>").entries
    return entry


def test_the_seed_feed_is_read_whole() -> None:
    """
    Joomla's feed: one item, its date with the offset, its author without the address.
    """
    (entry,) = read(SEED_FEED).entries

    assert "Ketika Birokrasi Kita Mendadak Digital" == entry.title
    assert (
        "https://www.kemenkumham.go.id/publikasi/berita-utama/ketika-birokrasi-kita-mendadak-digital" == entry.guid == entry.url
    )
    assert entry.published is not None
    assert "2020-11-23T16:05:41+07:00" == entry.published.isoformat()
    assert ("Admin Humas", "id-id", False) == (entry.byline, entry.language, entry.is_full)


@pytest.mark.parametrize("version", ["0.91", "0.92", "2.0"])
def test_every_rss_is_read(version: str) -> None:
    """
    Old site systems still send old feeds.
    """
    assert ["Satu"] == [entry.title for entry in rss("<item><title>Satu</title></item>", version).entries]


def test_rss_1_and_its_date_are_read() -> None:
    """
    RDF feeds carry their date under another name.
    """
    feed = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>R</title></channel>'
        '<item rdf:about="https://a/1"><title>Satu</title><link>https://a/1</link><dc:date>2020-11-23T16:05:41+08:00</dc:date></item></rdf:RDF>'
    )

    assert ["2020-11-23T16:05:41+08:00"] == [entry.published.isoformat() for entry in feed.entries if entry.published]


def test_atom_is_read() -> None:
    """
    Atom gives full content, links by relation and several kinds of text.
    """
    (entry,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>T</title><entry>'
        '<id>tag:1</id><title type="html">A &amp;lt; B</title>'
        '<link rel="alternate" href="/x"/><updated>2020-11-23T16:05:41Z</updated><summary>pendek</summary>'
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Isi.</p></div></content><author><name>Budi</name></author>'
        "</entry></feed>"
    ).entries

    assert ("tag:1", "A < B", "https://a.go.id/x", True, "Budi") == (
        entry.guid,
        entry.title,
        entry.url,
        entry.is_full,
        entry.byline,
    )
    assert "<p>Isi.</p>" in entry.html


LETTERS = "Énergi “nasional” — café"


def letters(title: bytes, declared: str = "utf-8", more: int = 0) -> bytes:
    """Return a feed of a good item, one with *title*, and *more*."""
    good = f"<item><title>{LETTERS}</title><guid>1</guid></item>".encode()
    rest = b"".join(
        b"<item><title>x</title><guid>x%d</guid><description>%s</description></item>" % (n, b"a " * 99) for n in range(more)
    )
    bad = b"<item><title>" + title + b"</title><guid>2</guid></item>"
    head = f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>T</title>'.encode()
    return head + good + bad + rest + b"</channel></rss>"


@pytest.mark.parametrize("content_type", ["application/rss+xml; charset=utf-8", "text/xml", None])
@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (b"Harga naik \xe2\x80", "Harga naik"),
        (b"Caf\xc3 Kota", "CafÃ Kota"),
        (b"\x93Satu\x94 suara", "“Satu” suara"),
        (b"Emoji \xf0\x9f\x98 di sini", "Emoji di sini"),
        (b"a\xed\xa0\x80b", "ab"),
    ],
)
def test_one_bad_letter_spoils_no_other(raw: bytes, title: str, content_type: str | None) -> None:
    """
    Site systems cut introductions by bytes, in the middle of a letter; all the others are still right.
    """
    feed = read(letters(raw), content_type)

    assert [LETTERS, title] == [entry.title for entry in feed.entries]


def test_one_bad_letter_spoils_no_other_in_a_large_feed() -> None:
    """
    Feeds of many items are read another way, with the same letters.
    """
    body = letters(b"Harga & naik \xe2\x80", more=2_000)
    mended = parse_mended(body, URL, None)

    assert mended is not None
    assert [LETTERS, "Harga & naik"] == [entry.title for entry in mended[0].entries[:2]]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("a&#xD800;b&#0;c&#1114112;d&#11;e", "abcde"),
        ("Selamat &#xD83D;&#xDE00; pagi", "Selamat 😀 pagi"),
        ("Selamat &#55357;&#56832; pagi", "Selamat 😀 pagi"),
        ("&#150; &#x93;Satu&#x94;", "– “Satu”"),
    ],
)
def test_a_letter_by_a_number_that_is_none_spoils_no_feed(written: str, title: str) -> None:
    """
    One title with half a smiley must not cost the list.
    """
    assert [LETTERS, title] == [entry.title for entry in read(letters(written.encode())).entries]


@pytest.mark.parametrize("declared", ["undefined", "hex", "klingon", "idna", "unicode_escape", ""])
def test_a_charset_that_is_none_is_passed_over(declared: str) -> None:
    """
    What the bytes are counts, not what a template calls them.
    """
    assert [LETTERS, "Dua"] == [entry.title for entry in read(letters(b"Dua", declared)).entries]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32"])
def test_wide_letters_are_read_without_a_mark_too(encoding: str) -> None:
    """
    Some systems of the last century still write so.
    """
    assert [LETTERS, "Dua"] == [e.title for e in read(letters(b"Dua", "utf-16").decode().encode(encoding), None).entries]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x00\x00", "empty"),
        (b"<!DOCTYPE html><html><body>Situs dalam perbaikan</body></html>", "not_a_feed"),
        (b"<html><head><title>Just a moment...</title></head></html>", "not_a_feed"),
        (b'{"error": "forbidden"}', "not_a_feed"),
        (b"Forbidden", "not_a_feed"),
        (b"%PDF-1.7 \x00\x01", "not_a_feed"),
        (b'<?xml version="1.0"?><sitemap/>', "not_a_feed"),
        (b"<rss", "malformed"),
    ],
)
def test_what_is_no_feed_has_its_own_name(body: bytes, code: str) -> None:
    """
    A firewall's page with status 200 is told as what it is.
    """
    with pytest.raises(ParseError) as caught:
        read(body, "application/rss+xml")

    assert code == caught.value.code


@pytest.mark.parametrize("cut", [len(SEED_FEED) - 30, 4_000, 2_500])
def test_a_cut_feed_keeps_what_can_be_read(cut: int) -> None:
    """
    Half a file is half a list, not an empty one; the report says so.
    """
    feed = read(SEED_FEED[:cut])

    assert ["Ketika Birokrasi Kita Mendadak Digital"] == [entry.title for entry in feed.entries]
    assert "damaged" in feed.warnings


@pytest.mark.parametrize(
    "body",
    [
        b"\n\n" + SEED_FEED,
        b"<b>Warning</b>: Undefined index in /var/www/x.php\n" + SEED_FEED,
        SEED_FEED.replace(b"Berita Utama - ", b"Berita & Utama - "),
        SEED_FEED.replace(b"<title>Ketika", b"<title>\x0bKetika"),
    ],
)
def test_faulty_but_readable_xml_keeps_its_items(body: bytes) -> None:
    """
    A stray character of the site system does not cost the news.
    """
    assert 1 == len(read(body).entries)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_the_bytes_know_their_encoding_better_than_the_header(encoding: str) -> None:
    """
    UTF-16 sent as UTF-8 gives letters, not nothing.
    """
    text = SEED_FEED.decode().replace('encoding="utf-8"', f'encoding="{encoding}"' if encoding.startswith("utf-16") else "")

    assert "“Sebetulnya" in read(text.encode(encoding), "text/xml; charset=utf-8").entries[0].html


def test_windows_1252_sent_as_utf_8_is_read() -> None:
    """
    Quotation marks pasted from Word stay quotation marks.
    """
    (entry,) = read(
        '<rss version="2.0"><channel><item><title>“Café”</title></item></channel></rss>'.encode("windows-1252")
    ).entries

    assert "“Café”" == entry.title


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Hukum &amp;amp; HAM", "Hukum & HAM"),
        ("<![CDATA[<b>Tebal</b> &amp; miring]]>", "Tebal & miring"),
        ("A &amp;#8211; B", "A – B"),
        ("&lt;script&gt;x()&lt;/script&gt;Judul", "Judul"),
        ("Harga &lt; 5", "Harga < 5"),
        ("Dua\n  baris\u00a0\u200b", "Dua baris"),
    ],
)
def test_titles_are_one_plain_line(written: str, shown: str) -> None:
    """
    A title is heard first; no entity and no tag is in it.
    """
    assert shown == item(f"<title>{written}</title>").title


def test_a_huge_title_is_cut() -> None:
    """
    Ten megabytes are no title.
    """
    assert 1_000 == len(item(f"<title>{'x' * 1_000_000}</title>").title)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://"]
)
def test_links_that_are_no_web_address_are_dropped(link: str) -> None:
    """
    Nothing in a feed can make the program open something else.
    """
    assert "" == item(f"<title>x</title><link>{link}</link>").url


def test_relative_links_are_made_whole() -> None:
    """
    Joomla wrote relative links for years.
    """
    assert "https://a.go.id/b/1" == item("<title>x</title><link>/b/1</link>").url


def test_an_item_without_guid_is_known_by_its_link_or_text() -> None:
    """
    The same item is the same tomorrow.
    """
    items = "<item><title>a</title><link>https://a/1</link></item><item><title>b</title><description>x</description></item>"
    first, second = rss(items), rss(items)

    assert "https://a/1" == first.entries[0].guid
    assert first.entries[1].guid.startswith("sha256:")
    assert [entry.guid for entry in first.entries] == [entry.guid for entry in second.entries]
    assert ("no_guid",) == first.warnings


def test_guids_are_given_once() -> None:
    """
    A feed that gives every item the same guid loses none of them, and one listed twice is one.
    """
    feed = rss(
        "".join(f"<item><title>{n}</title><guid isPermaLink='false'>7</guid><link>https://a/{n}</link></item>" for n in "112")
    )

    assert ["7", "https://a/2"] == [entry.guid for entry in feed.entries]
    assert ("duplicate_guid",) == feed.warnings


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Sabtu, 06 Juni 2026 09:30:00 WIB", "2026-06-06T09:30:00+07:00"),
        ("Sat, 06 Jun 2026 09:30:00 +0900", "2026-06-06T09:30:00+09:00"),
        ("0000-00-00 00:00:00", None),
        ("kemarin", None),
        ("Thu, 01 Jan 1970 00:00:00 +0000", None),
    ],
)
def test_dates_are_read_or_left_out(written: str, date: str | None) -> None:
    """
    A junk date is worse than none.
    """
    published = item(f"<title>x</title><pubDate>{written}</pubDate>").published

    assert date == (published.isoformat() if published else None)


def test_the_fullest_text_is_taken() -> None:
    """
    A summary never hides the content beside it.
    """
    entry = item(
        '<title>x</title><description>pendek</description><content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        "&lt;p&gt;Lengkap sekali.&lt;/p&gt;</content:encoded>"
    )

    assert ("<p>Lengkap sekali.</p>", True) == (entry.html, entry.is_full)


def test_plain_text_keeps_its_paragraphs() -> None:
    """
    Some feeds carry text with blank lines and no markup.
    """
    assert "<p>Satu.</p><p>Dua.</p>" == item("<title>x</title><description>Satu.\n\nDua.</description>").html


@pytest.mark.parametrize("name", ["admin", "Super User", "rohumas@a.go.id", ""])
def test_nobody_is_no_author(name: str) -> None:
    """
    A system's account name is not who wrote it.
    """
    assert item(f"<title>x</title><author>{name}</author>").byline is None


def test_a_title_without_an_end_is_no_crash() -> None:
    """
    feedparser gives nothing at all, not even an empty text, where a tag lost its end.
    """
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>'
        '<title //www.w3.org/1999/xhtml"><p>Isi</p></div></content></entry></feed>'
    )

    assert ("damaged",) == feed.warnings[:1]


DOCTYPE = (
    '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_letters_named_as_in_html_are_read(encoding: str) -> None:
    """
    The usual first line of RSS 0.91 allows "&eacute;"; no letter may go because the line names a file elsewhere.
    """
    feed = read(
        (
            f'<?xml version="1.0" encoding="{encoding}"?>\n{DOCTYPE}\n<rss version="0.91"><channel><title>Caf&eacute;</title>'
            "<item><title>A&eacute; &amp; B"
            "é</title><link>https://a/q</link><description><![CDATA[<p>5 &lt; 6 &ndash; d&eacute;]]></description></item>"
            "</channel></rss>"
        ).encode(encoding)
    )

    assert ("Café", "Aé & Bé", ()) == (feed.title, feed.entries[0].title, tuple(w for w in feed.warnings if w == "damaged"))
    assert "<p>5 &lt; 6 – dé" == feed.entries[0].html.replace("&#8211;", "–").replace("&#233;", "é")


@pytest.mark.parametrize("wrapped", [True, False])
@pytest.mark.parametrize("name", ["description", "content:encoded"])
def test_a_text_cut_in_the_middle_is_kept(name: str, wrapped: bool) -> None:
    """
    When half a file came, the half article in it is there to be read, and is said to be damaged.
    """
    text = "<![CDATA[<p>Satu dua tiga.</p><p>Empat li" if wrapped else "&lt;p&gt;Satu dua tiga.&lt;/p&gt;&lt;p&gt;Empat li&l"
    feed = read(
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>'
        "<item><title>Awal</title><guid>0</guid><description>Isi.</description></item>"
        f"<item><title>Judul</title><link>https://a/1</link><guid>1</guid><{name}>{text}"
    )

    assert ["Awal", "Judul"] == [entry.title for entry in feed.entries]
    assert "<p>Satu dua tiga.</p><p>Empat li" == feed.entries[1].html[:32]
    assert "damaged" in feed.warnings


def test_a_cut_atom_text_is_kept() -> None:
    """
    Atom is cut as RSS is.
    """
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>J</title><link href="https://a/1"/>'
        '<content type="html">&lt;p&gt;Satu dua tiga'
    )

    assert ("1", True) == (feed.entries[0].guid, feed.entries[0].html.startswith("<p>Satu dua tiga"))
    assert "damaged" in feed.warnings


@pytest.mark.parametrize("end", ["<title>Jud", "<title>Judul</title><link>https://a/1", "<title>Judul</title><gui"])
def test_an_item_cut_in_its_name_is_not_another_item(end: str) -> None:
    """
    Half a title or half an address would stay in the list beside the whole one for ever.
    """
    feed = read(f"<rss version='2.0'><channel><title>T</title><item><title>Awal</title><guid>0</guid></item><item>{end}")

    assert {"Awal"} >= {entry.title for entry in feed.entries} - {"Judul"}
    assert "https://a/1" not in [entry.url for entry in feed.entries]


def test_entities_are_not_expanded() -> None:
    """
    A billion laughs stay one line, and no file of the person's is read.
    """
    bomb = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    feed = read(
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        '<rss version="2.0"><channel><title>T</title><item><title>a &l9; &f;</title></item></channel></rss>'
    )

    assert len(feed.entries[0].title) < 100
    assert "root" not in feed.entries[0].title


def test_a_name_of_a_file_is_never_opened() -> None:
    """
    A body is data, whatever it looks like.
    """
    with pytest.raises(ParseError):
        read(str(SEED / "feed.xml"))


@given(st.binary(max_size=300) | st.integers(0, len(SEED_FEED)).map(lambda cut: SEED_FEED[:cut]))
def test_any_bytes_give_a_feed_or_a_parse_error(body: bytes) -> None:
    """
    No server can stop a refresh with its bytes.
    """
    try:
        read(body)
    except ParseError as error:
        assert error.code in ("empty", "not_a_feed", "malformed")


@given(st.integers(0, len(SEED_FEED) - 1), st.binary(min_size=1, max_size=8))
def test_a_mutated_feed_gives_a_feed_or_a_parse_error(at: int, noise: bytes) -> None:
    """
    A byte gone wrong on the way is no crash.
    """
    try:
        read(SEED_FEED[:at] + noise + SEED_FEED[at + len(noise) :])
    except ParseError as error:
        assert error.code in ("not_a_feed", "malformed")


def test_a_feed_of_too_many_entries_gives_the_first_and_says_so() -> None:
    """
    Ten megabytes of next to nothing must not fill the memory of an old computer.
    """
    many = read(
        b"<rss version='2.0'><channel><title>T</title>" + b"<item><title>a</title></item>" * 100_010 + b"</channel></rss>"
    )
    empty = read(
        b"<rss version='2.0'><channel><title>T</title>" + b"<item/>" * 100_010 + b"<item><title>a</title></item></channel></rss>"
    )

    assert ("too_many", 1) == (many.warnings[0], len(many.entries))
    assert (("no_guid",), ["a"]) == (empty.warnings, [entry.title for entry in empty.entries])


def test_an_address_without_an_end_is_no_address() -> None:
    """
    A megabyte of address is stored nowhere and asked for at no server.
    """
    assert "" == item(f"<title>a</title><link>https://a.go.id/{'x' * 1_000_000}</link>").url


ROUND = {
    "rss": (
        f'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>{LETTERS}</title>'
        + "".join(
            f"<item><title>Berita {n} &amp; lain</title><link>https://a.go.id/{n}</link><guid>g{n}</guid><category>x</category>"
            f"<pubDate>Sat, 0{n} Jun 2026 09:00:00 +0700</pubDate><description><![CDATA[<p>{LETTERS}</p>]]></description>"
            f"<content:encoded><![CDATA[<p>{n} {LETTERS}</p><p>{LETTERS}</p>]]></content:encoded></item>"
            for n in range(1, 4)
        )
        + "</channel></rss>"
    ),
    "atom": (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>'
        + "".join(
            f'<entry><id>tag:{n}</id><title type="html">Berita {n}</title><link href="https://a.go.id/{n}"/>'
            f'<updated>2026-06-0{n}T09:00:00Z</updated><content type="html">&lt;p&gt;{n} {LETTERS}&lt;/p&gt;</content></entry>'
            for n in range(1, 4)
        )
        + "</feed>"
    ),
    "json": json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "items": [{"id": f"g{n}", "title": f"Berita {n}", "content_html": f"<p>{n} {LETTERS}</p>"} for n in range(1, 4)],
        },
        ensure_ascii=False,
    ),
}


@pytest.mark.parametrize("kind", ROUND)
@given(st.data())
def test_a_feed_cut_anywhere_gives_what_came_and_says_what_is_half(kind: str, data: st.DataObject) -> None:
    """
    Wherever the line broke: an item that is not called half is whole, and a half one is not taken for another.
    """
    body = ROUND[kind].encode()
    whole = parse(body, URL, None).entries
    try:
        feed = parse(body[: data.draw(st.integers(0, len(body) - 40))], URL, None)
    except ParseError:
        return
    *before, last = feed.entries or (None,)
    assert feed.is_cut
    assert list(whole[: len(before)]) == before
    if last is not None:
        same = whole[len(before)]
        assert last == same or (last.is_cut and last.title == same.title)
        assert last.guid in (same.guid, same.url) and last.url in (same.url, "")
