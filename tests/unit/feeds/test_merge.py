"""Facts of what is new and what has changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pembaca.feeds.merge import FeedChanges, fingerprint, merge
from pembaca.model import KnownEntry, ParsedEntry, ParsedFeed

ENTRY = ParsedEntry("https://a.go.id/berita/satu", "Satu", "https://a.go.id/berita/satu", "<p>Isi satu.</p>")


def known(*entries: ParsedEntry) -> dict[str, KnownEntry]:
    return {
        entry.guid: KnownEntry(number, entry.guid, entry.url, fingerprint(entry)) for number, entry in enumerate(entries, start=1)
    }


def changes(before: dict[str, KnownEntry], *entries: ParsedEntry, warnings: tuple[str, ...] = ()) -> FeedChanges:
    return merge(ParsedFeed("T", entries, warnings=warnings), before)


def test_the_same_again_is_no_change() -> None:
    """
    Nothing is fetched or marked unread for nothing.
    """
    assert FeedChanges((), ()) == changes(known(ENTRY), ENTRY)


def test_an_unknown_entry_is_new() -> None:
    """
    News come in the feed's order.
    """
    other = replace(ENTRY, guid="x", url="https://a.go.id/dua", html="Dua")

    assert FeedChanges((other,), ()) == changes(known(ENTRY), other, ENTRY)


def test_other_text_or_title_is_a_change() -> None:
    """
    A corrected title and a corrected text both reach the reader.
    """
    before = known(ENTRY)
    for entry in (replace(ENTRY, title="Ralat"), replace(ENTRY, html="<p>Isi lain.</p>")):
        assert FeedChanges((), ((before[ENTRY.guid], entry),)) == changes(before, entry)


def test_white_space_is_no_change() -> None:
    """
    A template's line break is no news.
    """
    assert FeedChanges((), ()) == changes(known(ENTRY), replace(ENTRY, html="<p>Isi\n satu.</p>\n"))


def test_the_same_link_under_a_new_guid_is_the_same_item() -> None:
    """
    Joomla makes new guids when a menu changes; a read article must not come back as unread.
    """
    before = known(ENTRY)
    moved = replace(ENTRY, guid="baru", url="http://www.a.go.id/berita/satu/?utm_source=rss")

    assert FeedChanges((), ((before[ENTRY.guid], moved),)) == changes(before, moved)


def test_a_link_that_many_items_share_is_the_identity_of_none() -> None:
    """
    Notices that all lead to one page are not one notice: a read one must not take the place of the next, with its star.
    """
    page = "https://a.go.id/pengumuman"
    notices = [ParsedEntry(f"n{number}", f"Pengumuman {number}", page, f"<p>Isi {number}.</p>") for number in range(4)]

    assert FeedChanges((notices[3],), ()) == changes(known(*notices[:3]), notices[3], *notices[1:3])
    assert FeedChanges((notices[3],), ()) == changes(known(*notices[:3]), notices[3])
    assert FeedChanges(tuple(notices[2:]), ()) == changes(known(notices[0]), *notices[2:])


def test_the_same_text_under_the_same_name_is_the_same_item() -> None:
    """
    When guid and link both move with the menu, the article is still known.
    """
    before = known(ENTRY)
    moved = replace(ENTRY, guid="https://a.go.id/lain/satu", url="https://a.go.id/lain/satu")

    assert FeedChanges((), ((before[ENTRY.guid], moved),)) == changes(before, moved)


def test_its_own_address_in_the_text_does_not_count() -> None:
    """
    "Selengkapnya" links to the article itself; when it moves, the text is the same.
    """
    html = "<p>Isi.</p><a href='{}'>Selengkapnya</a>"
    one = replace(ENTRY, html=html.format(ENTRY.url))
    two = replace(ENTRY, url="https://a.go.id/x", html=html.format("https://a.go.id/x"))

    assert fingerprint(one) == fingerprint(two)


def test_one_known_entry_is_taken_once() -> None:
    """
    Two items that look like one stored article do not overwrite each other.
    """
    copy = replace(ENTRY, guid="salinan")
    result = changes(known(ENTRY), ENTRY, copy)

    assert FeedChanges((copy,), ()) == result


def test_the_last_entry_of_a_damaged_feed_is_not_taken_as_changed() -> None:
    """
    Half an item must not replace a whole article.
    """
    before = known(ENTRY)

    assert FeedChanges((), ()) == changes(before, replace(ENTRY, html="<p>Isi"), warnings=("damaged",))


ENTRIES = st.lists(
    st.builds(
        ParsedEntry,
        guid=st.sampled_from("abcdef"),
        title=st.text(max_size=3),
        url=st.sampled_from(["", "https://a/1", "https://a/2", "https://b/1"]),
        html=st.text(max_size=3),
    ),
    unique_by=lambda entry: entry.guid,
    max_size=6,
)


@given(ENTRIES, ENTRIES)
def test_every_entry_has_one_fate(before: list[ParsedEntry], now: list[ParsedEntry]) -> None:
    """
    Nothing is stored twice or forgotten, and a second look at the same feed changes nothing.
    """
    result = changes(known(*before), *now)
    taken = [known.id for known, _ in result.changed]

    assert len(taken) == len(set(taken))
    assert {entry.guid for entry in result.new}.isdisjoint(entry.guid for _, entry in result.changed)
    assert FeedChanges((), ()) == changes(known(*now), *now)
