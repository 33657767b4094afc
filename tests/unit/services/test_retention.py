"""Facts of keeping within limits: what is wished goes, what is unread or starred stays, and nothing comes back as new."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.unit.library.making import FEED, apply, entry, paths_under, titles

from pembaca.cancel import CancelToken
from pembaca.document import Document, Image, Paragraph
from pembaca.errors import Cancelled
from pembaca.library.library import Library
from pembaca.model import FeedOptions, KnownEntry, StoredEntry
from pembaca.services.retention import Kept, keep_within

LATER = datetime.now(UTC) + timedelta(days=2)  # what was read now was read long enough ago then


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(paths_under(tmp_path))
    yield opened
    opened.close()


def fill(library: Library, *days: float) -> None:
    """Store an article for each age in days, and mark all as read."""
    apply(
        library, *(entry(f"{n}", title=f"{day:g}", published=LATER - timedelta(days=day)) for n, day in enumerate(days)), at=LATER
    )
    for row in library.articles():
        library.set_read(row.id, True)


def keep(library: Library, **options: int) -> Kept:
    library.set_feed_options(FEED, FeedOptions(**options))  # type: ignore[arg-type]
    return keep_within(library, now=LATER)


def test_nothing_goes_unless_wished(library: Library) -> None:
    """
    A library without wishes grows for ten years.
    """
    fill(library, 1, 4000)

    assert Kept() == keep(library)
    assert ["1", "4000"] == titles(library)


@pytest.mark.parametrize(
    ("options", "left"),
    [
        ({"keep_days": 90}, ["1", "10", "89"]),
        ({"keep_articles": 2}, ["1", "10"]),
        ({"keep_articles": 0}, []),
        ({"keep_days": 5, "keep_articles": 3}, ["1"]),
        ({"keep_articles": 99}, ["1", "10", "89", "91", "400"]),
    ],
)
def test_old_articles_go_as_wished(library: Library, options: dict[str, int], left: list[str]) -> None:
    """
    By age, by number, or by whichever comes first.
    """
    fill(library, 1, 10, 89, 91, 400)
    kept = keep(library, **options)

    assert (left, 5 - len(left), ()) == (titles(library), kept.articles, library.integrity())


def test_size_counts_text_and_pictures(library: Library) -> None:
    """
    A source with many photos is held to its share of the disk.
    """
    entries = []
    for number in range(4):
        name = library.put_media(bytes([number]) * 10_000, "png")
        document = Document(f"{number}", (Image("u", media=name),), published=LATER - timedelta(days=number))
        entries.append(StoredEntry(f"{number}", f"https://contoh.go.id/{number}", "f", document, ""))
    apply(library, *entries)
    for row in library.articles():
        library.set_read(row.id, True)
    keep(library, keep_bytes=25_000)

    assert ["0", "1"] == titles(library)


def test_unread_and_starred_stay(library: Library) -> None:
    """
    What was not read yet, or was marked to be kept, is never thrown away.
    """
    fill(library, 1, 200, 300, 400)
    rows = {row.title: row.id for row in library.articles()}
    library.set_read(rows["300"], False)
    library.set_starred(rows["400"], True)
    keep(library, keep_days=90)

    assert ["1", "300", "400"] == titles(library)


def test_what_is_being_read_stays(library: Library) -> None:
    """
    An old article that was opened an hour ago is not pulled away from under the reader.
    """
    fill(library, 1, 400)
    library.set_feed_options(FEED, FeedOptions(keep_days=90))
    keep_within(library, now=datetime.now(UTC) + timedelta(hours=1))

    assert ["1", "400"] == titles(library)


def test_what_went_is_not_new_again(library: Library) -> None:
    """
    A feed that lists its articles of two years brings the old ones with every refresh; they must not come back each time.
    """
    fill(library, 1, 400)
    old = library.known(FEED)["1"]
    keep(library, keep_days=90)
    known = library.known(FEED, ["1"])
    again = apply(library, entry("1", title="400", text="Diubah.", known_id=known["1"].id))

    assert {"1": KnownEntry(0, "1", old.url, old.fingerprint)} == known
    assert ((0, 0), ["1"]) == (again, titles(library))
    assert entry("1", title="400", text="Diubah.").fingerprint == library.known(FEED)["1"].fingerprint


def test_clock_that_jumped_ahead_deletes_nothing(library: Library) -> None:
    """
    An empty battery sets the clock to 2038: every article is old then, and all of them would be gone.
    """
    fill(library, 1, 10)
    library.set_feed_options(FEED, FeedOptions(keep_days=90))
    keep_within(library, now=LATER)
    far = LATER + timedelta(days=4000)
    keep_within(library, now=far)
    after_jump = titles(library)
    back = keep_within(library, now=LATER + timedelta(hours=1))

    assert (["1", "10"], ["1", "10"]) == (after_jump, titles(library))
    assert back.clock_back_s > 3999 * 86400


@pytest.mark.parametrize(("days", "left"), [(59, []), (61, ["1", "10"]), (3653, ["1", "10"])])
def test_clock_further_ahead_than_sixty_days_is_not_believed_and_the_log_says_so(
    library: Library, days: int, left: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    """
    Nobody can tell a wrong clock from a long holiday: letting go can wait a day, getting back cannot be done.
    """
    fill(library, 1, 10)
    keep(library, keep_days=30)
    with caplog.at_level("INFO", "pembaca.services.retention"):
        keep_within(library, now=LATER + timedelta(days=days))

    assert left == titles(library)
    assert bool(left) == ("the clock jumped ahead" in caplog.text)


def test_unread_and_starred_stay_whatever_the_clock_says(library: Library) -> None:
    """
    A clock that stays ten years ahead ages everything; what waits to be read, and what was starred, is still there.
    """
    fill(library, 1, 10, 20)
    library.set_read(1, False)
    library.set_starred(2, True)
    keep(library, keep_days=90)
    for days in (3650, 3652):
        keep_within(library, now=LATER + timedelta(days=days))

    assert ["10", "20"] == titles(library)


def test_clock_that_is_right_at_last_is_believed(library: Library) -> None:
    """
    A computer that slept for a year waits a day and then does as wished.
    """
    fill(library, 1, 10)
    library.set_feed_options(FEED, FeedOptions(keep_days=90))
    for days in (0, 400, 401.5):
        keep_within(library, now=LATER + timedelta(days=days))

    assert [] == titles(library)


def picture(library: Library, number: int) -> str:
    """Store a picture of 1,000 bytes, old enough to be deleted."""
    name = library.put_media(bytes([number]) * 1000, "png")
    old = time.time() - 7200
    os.utime(library.media_path(name), (old, old))
    return name


def with_pictures(library: Library, count: int) -> list[str]:
    names = [picture(library, number) for number in range(count)]
    entries = (
        StoredEntry(str(n), f"https://contoh.go.id/{n}", "f", Document(f"{n}", (Paragraph("Isi."), Image("u", media=name))), "")
        for n, name in enumerate(names)
    )
    apply(library, *entries)
    return names


def test_room_is_made_by_what_is_needed_least(library: Library) -> None:
    """
    The disk of a kiosk is small: pictures of articles read long ago go first, those of unread and starred ones stay.
    """
    names = with_pictures(library, 6)
    rows = {row.title: row.id for row in library.articles()}
    for number, title in enumerate("01234"):
        library.set_read(rows[title], True)
        with library._connections.writing() as connection:
            connection.execute("UPDATE reads SET at = ? WHERE entry_id = ?", (int(LATER.timestamp()) + number, rows[title]))
    library.set_starred(rows["0"], True)
    kept = keep_within(library, now=LATER, media_bytes=4000)

    assert (2, 2000) == (kept.pictures, kept.freed_bytes)
    assert [True, False, False, True, True, True] == [library.media_path(name).exists() for name in names]
    assert {"1", "2"} == {row.title for row in library.articles() if not row.has_media}
    assert (6, 4000) == (library.counts().total, library.upkeep.media_bytes())
    assert [library.media_path(names[n]).exists() for n in (0, 5)] == [True, True]


def test_pictures_of_what_went_go_too(library: Library) -> None:
    """
    An article that is deleted gives back all its room, unless another one shows the same picture.
    """
    names = with_pictures(library, 3)
    shared = StoredEntry("x", "https://contoh.go.id/x", "f", Document("x", (Image("u", media=names[1]),)), "")
    apply(library, shared, at=LATER + timedelta(days=1))
    for row in library.articles():
        library.set_read(row.id, row.title != "x")
    keep(library, keep_articles=1)

    assert (["x"], [False, True, False]) == (titles(library), [library.media_path(name).exists() for name in names])
    assert () == library.integrity()


def test_cancelled_work_is_taken_up_the_next_time(library: Library) -> None:
    """
    Closing the window in the middle loses nothing and leaves nothing half done.
    """
    fill(library, *range(1, 250))
    library.set_feed_options(FEED, FeedOptions(keep_articles=1))
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        keep_within(library, now=LATER, cancel=cancel)
    keep_within(library, now=LATER)

    assert (["1"], ()) == (titles(library), library.integrity())
