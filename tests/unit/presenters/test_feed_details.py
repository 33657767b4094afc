"""pembaca.presenters.feed_details: all about one feed in words, and what can be set for it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from tests.unit.presenters.parts import FEED, NOW, Desk, store

from pembaca.model import FeedOptions, Validators
from pembaca.viewmodel import ChoiceItem, FeedDetails

NEW_HOME = "https://baru.go.id/feed"


def _opened(desk: Desk) -> FeedDetails:
    desk.sources.details.open(FEED)
    details = desk.views.of("open_details")[-1]
    assert isinstance(details, FeedDetails)
    return details


def _lines(details: FeedDetails, label: str) -> tuple[str, ...]:
    return next(fact.lines for fact in (*details.facts, *details.history) if fact.label == label)


def _chosen(items: tuple[ChoiceItem, ...]) -> list[str]:
    return [item.name for item in items if item.is_current]


def _failed(desk: Desk, code: str, at: datetime, status: int | None = None) -> None:
    desk.library.failed(FEED, code, at, status=status)


def test_a_feed_that_is_well_says_so_and_since_when(desk: Desk) -> None:
    """
    "Is it still alive?" is the first question.
    """
    store(desk.library, "Satu")
    details = _opened(desk)

    assert ("Baik.", "Terakhir berhasil pukul 03.00, baru saja.") == _lines(details, "Keadaan")
    assert (FEED,) == _lines(details, "Alamat")
    assert ("Tidak ada gangguan yang tercatat.",) == _lines(details, "Riwayat gangguan")
    assert "" == details.gone


def test_a_new_feed_was_never_fetched(desk: Desk) -> None:
    """
    No date is made up.
    """
    desk.library.add_feed(FEED)

    assert ("Baru ditambahkan.", "Belum pernah berhasil diambil.") == _lines(_opened(desk), "Keadaan")


def test_a_failing_feed_says_why_and_when_it_last_went_well(desk: Desk) -> None:
    """
    Cause, next step, and how old the copy is.
    """
    store(desk.library, "Satu")
    desk.library.failed(FEED, "http_status", NOW, status=503, retry_at=NOW + timedelta(hours=2))

    assert (
        "Server contoh.go.id sedang bermasalah (kode 503). Coba lagi nanti.",
        "Terakhir berhasil pukul 03.00, baru saja.",
        "Situs itu minta tidak dihubungi sampai pukul 05.00.",
    ) == _lines(_opened(desk), "Keadaan")


def test_history_says_what_went_wrong_and_when_newest_first(desk: Desk) -> None:
    """
    The same fault over and over is one line, so that the list stays short enough to be heard.
    """
    desk.library.add_feed(FEED)
    _failed(desk, "http_status", NOW - timedelta(days=9), 500)
    for hours in (5, 4, 3):
        _failed(desk, "timeout", NOW - timedelta(hours=hours))
    _failed(desk, "dns", NOW - timedelta(hours=1))

    assert (
        "Pukul 02.00: Alamat contoh.go.id tidak ditemukan.",
        "Pukul 00.00: contoh.go.id terlalu lama menjawab. Terjadi 3 kali sejak Selasa, 30 Juni 2026, pukul 22.00.",
        "Senin, 22 Juni 2026, pukul 03.00: Server contoh.go.id sedang bermasalah (kode 500).",
    ) == _lines(_opened(desk), "Riwayat gangguan")


def test_a_feed_that_moved_tells_its_old_address(desk: Desk) -> None:
    """
    Who looks for the address in a letter finds it here; the page follows a move that happens while it is open.
    """
    store(desk.library, "Satu")
    _opened(desk)
    desk.library.apply(FEED, (), title="Berita", validators=Validators(), fetched_at=NOW, moved_to=NEW_HOME)
    desk.sources.details.show()

    details = desk.views.of("update_details")[-1]
    moved = f"Situsnya mengganti alamat ini pada 1 Juli 2026. Alamat lama: {FEED}"
    assert (NEW_HOME, (NEW_HOME, moved)) == (details.url, _lines(details, "Alamat"))


def test_a_feed_that_was_given_up_suggests_to_be_removed(desk: Desk) -> None:
    """
    410 means for good; a 410 of last year does not.
    """
    store(desk.library, "Satu")
    _failed(desk, "http_status", NOW, 410)
    assert "Berita baru tidak akan datang lagi dari sini." in _opened(desk).gone

    desk.library.unchanged(FEED, NOW)

    assert "" == _opened(desk).gone


@pytest.mark.parametrize("value", ["on", "off", "auto"])
def test_full_text_is_kept(desk: Desk, value: str) -> None:
    """
    Whether the original page is fetched is the person's choice, feed by feed.
    """
    store(desk.library, "Satu")
    _opened(desk)
    desk.sources.details.choose_full_text(value)

    assert value == desk.library.feeds()[0].options.full_text
    assert [value] == [item.id for item in desk.views.of("update_details")[-1].full_text if item.is_current]


def test_how_much_is_kept_is_set_one_by_one_and_taken_back(desk: Desk) -> None:
    """
    Each limit holds beside the others; "Semua" takes it away.
    """
    store(desk.library, "Satu")
    _opened(desk)
    desk.sources.details.choose_limit("keep_days", "90")
    desk.sources.details.choose_limit("keep_articles", "500")
    desk.sources.details.choose_limit("keep_mb", "200")
    assert FeedOptions("auto", 90, 500, 200_000_000) == desk.library.feeds()[0].options
    details = desk.views.of("update_details")[-1]
    assert ["90 hari", "500", "200 MB"] == [
        *_chosen(details.keep_days),
        *_chosen(details.keep_articles),
        *_chosen(details.keep_mb),
    ]

    desk.sources.details.choose_limit("keep_articles", "")

    assert FeedOptions("auto", 90, None, 200_000_000) == desk.library.feeds()[0].options


def test_a_limit_set_by_command_line_is_shown_as_it_is(desk: Desk) -> None:
    """
    45 days stay 45 days until another is chosen, and can be chosen again as long as the page is open.
    """
    store(desk.library, "Satu")
    desk.library.set_feed_options(FEED, FeedOptions(keep_days=45, keep_articles=12_345, keep_bytes=3_000_000_000))
    details = _opened(desk)
    assert ["45 hari", "12.345", "3 GB"] == [
        *_chosen(details.keep_days),
        *_chosen(details.keep_articles),
        *_chosen(details.keep_mb),
    ]

    desk.sources.details.choose_limit("keep_days", "30")

    shown = desk.views.of("update_details")[-1].keep_days
    assert ["Semua", "30 hari", "45 hari", "90 hari", "1 tahun"] == [item.name for item in shown]


def test_a_page_that_was_closed_is_not_shown_again(desk: Desk) -> None:
    """
    A refresh that ends later must not open anything.
    """
    store(desk.library, "Satu")
    _opened(desk)
    desk.sources.details.close()
    desk.sources.details.show()

    assert [] == desk.views.of("update_details")
