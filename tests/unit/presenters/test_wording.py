"""pembaca.presenters.wording"""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest

from pembaca.document import Document, Paragraph, TextSpan
from pembaca.model import ArticleRow, Counts, SearchHit
from pembaca.presenters import wording


def test_an_article_that_may_not_be_whole_says_so_at_its_top() -> None:
    """
    Who hears an introduction must not take it for the article.
    """
    whole = Document("Judul", (Paragraph("Isi."),))
    excerpt = Document("Judul", (Paragraph("Isi."),), is_excerpt=True)

    assert "" == wording.note(whole)
    assert "Halaman aslinya tidak dapat diambil." in wording.note(excerpt)
    assert "terputus" in wording.note(msgspec.structs.replace(excerpt, is_cut=True))
    assert whole.text == excerpt.text


def _row(**fields: object) -> ArticleRow:
    given = {"id": 1, "title": "Judul", "feed_url": "", "feed_title": "Sumber", "published": None, "url": "", "summary": ""}
    return ArticleRow(**{**given, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "Judul, baru"),
        ({"title": ""}, "Tanpa judul, baru"),
        ({"published": datetime(2020, 11, 23, 22, tzinfo=UTC)}, "Judul, 23 November 2020, baru"),
        ({"is_read": True}, "Judul, dibaca"),
        ({"is_read": True, "heard": 0.4}, "Judul, didengar 40 %"),
        ({"is_read": True, "heard": 0.001}, "Judul, didengar 1 %"),
        ({"is_read": True, "heard": 0.99}, "Judul, dibaca"),
        ({"heard": 0.4}, "Judul, baru"),
        ({"is_starred": True}, "Judul, baru, bintang"),
    ],
)
def test_a_row_says_title_date_and_states_in_this_order(fields: dict[str, object], expected: str) -> None:
    """
    What is drawn is what is spoken.
    """
    assert expected == wording.article_item(_row(**fields)).spoken


def test_a_row_says_that_it_is_being_read_and_where_it_comes_from() -> None:
    """
    Being read takes the place of new or read; the source stands last, where there are several.
    """
    item = wording.article_item(_row(is_starred=True), is_playing=True, with_source=True)

    assert "Judul, sedang dibacakan, bintang, Sumber" == item.spoken
    assert not item.is_new


def test_a_find_carries_its_context() -> None:
    """
    A search says where the words stand.
    """
    hit = SearchHit(_row(), "… kata …", (TextSpan(2, 6),), (TextSpan(0, 5),))
    item = wording.article_item(hit.row, hit=hit)

    assert ("… kata …", (TextSpan(2, 6),), (TextSpan(0, 5),)) == (item.snippet, item.snippet_marks, item.title_marks)


def test_facts_count_what_is_new_and_say_when_it_came() -> None:
    """
    The line under the list's heading.
    """
    now = datetime(2026, 7, 1, 12, tzinfo=UTC)

    assert "Belum ada artikel" == wording.facts(Counts(0, 0), now, now)
    assert "3 baru dari 9" == wording.facts(Counts(9, 3), None, now)
    assert "3 baru dari 9 · diperbarui 10.40" == wording.facts(Counts(9, 3), datetime(2026, 7, 1, 10, 40, tzinfo=UTC), now)


@pytest.mark.parametrize(
    ("byline", "expected"),
    [("Siti Aminah", "Sumber · Siti Aminah · 1 menit"), ("Admin Humas", "Sumber · 1 menit"), ("", "Sumber · 1 menit")],
)
def test_the_meta_line_names_persons_and_no_accounts(byline: str, expected: str) -> None:
    """
    "Admin" says nothing to a reader.
    """
    assert expected == wording.meta(Document("Judul", byline=byline), "Sumber")


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "sisa 10 detik"),
        (14, "sisa 10 detik"),
        (57, "sisa 1 menit"),
        (80, "sisa 1 menit 20 detik"),
        (149, "sisa 2 menit 30 detik"),
        (150, "sisa 2 menit"),
        (3600, "sisa 60 menit"),
    ],
)
def test_what_is_left_is_said_in_round_numbers(seconds: float, expected: str) -> None:
    """
    A clock that changes with every second would disturb.
    """
    assert expected == wording.remaining(seconds)


def test_the_place_says_the_last_sentence_as_such() -> None:
    """
    The end is announced before it comes.
    """
    assert ("Kalimat 2 dari 3", "sisa 10 detik") == (wording.place(1, 3, 8).first, wording.place(1, 3, 8).second)
    assert "kalimat terakhir" == wording.place(2, 3, 8).second
    assert ("Siap membacakan", "1 menit, 4 kalimat") == (
        wording.ready_place(Document("Judul"), 4).first,
        wording.ready_place(Document("Judul"), 4).second,
    )
    assert "Tidak ada yang dibacakan" == wording.no_place().second


@pytest.mark.parametrize(("wpm", "expected"), [(200, "1,0 kali"), (80, "0,4 kali"), (600, "3,0 kali"), (220, "1,1 kali")])
def test_speed_is_a_factor_of_the_usual_one(wpm: int, expected: str) -> None:
    """
    Nobody counts words a minute.
    """
    assert expected == wording.speed(wpm)


@pytest.mark.parametrize(
    ("kind", "text", "level", "expected"),
    [
        ("heading", "Syarat", 2, "Syarat, judul tingkat 2"),
        ("link", "situs", 0, "situs, tautan"),
        ("list", "KTP", 3, "KTP, daftar 3 butir"),
        ("image", "", 0, "gambar"),
    ],
)
def test_a_jump_says_where_it_led(kind: str, text: str, level: int, expected: str) -> None:
    """
    No screen reader says it by itself in a text of Qt.
    """
    assert expected == wording.jumped(kind, text, level)
    assert "lagi" in wording.jump_failed(kind)
