"""Facts of the date that a page shows with its article."""

from __future__ import annotations

import pytest

from pembaca.content.article import from_page

TITLE = "Layanan Paspor Dibuka hingga Sabtu"
TEXT = "Kantor Imigrasi membuka layanan paspor pada hari Sabtu mulai bulan depan bagi warga yang bekerja pada hari kerja."
LIST = "<ul><li>Sabtu, 6 Juni 2026</li><li>13 Juni 2026 pukul 08.00 WIB</li></ul>"


def shown(content: str, before: str = "", after: str = "") -> str | None:
    markup = f"<html><head><title>{TITLE}</title></head><body>{before}<div class='x'>{content}</div>{after}</body></html>"
    published = from_page(markup.encode(), "https://a.go.id/b", "text/html").published
    return published.date().isoformat() if published else None


@pytest.mark.parametrize(
    "content",
    [
        f"<h1>{TITLE}</h1><p>{TEXT}</p>{LIST}<p>{TEXT}</p>",
        f"<article><h1>{TITLE}</h1><p>{TEXT}</p><p>17 Agustus 1945</p><p>{TEXT}</p></article>",
        f"<h1>{TITLE}</h1><p>{TEXT}</p><table><tr><td class='date'>1 Juni 2026</td><td>Rapat</td></tr></table><p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><p>{TEXT}</p><p>Acara berlangsung <time datetime='2026-06-06'>Sabtu</time> di aula.</p><p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><h3>Senin, 1 Juni 2026</h3><p>{TEXT}</p><h3>Selasa, 2 Juni 2026</h3><p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><p><b>Senin, 1 Juni 2026</b></p><p>{TEXT}</p><p><b>Selasa, 2 Juni 2026</b></p><p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><div class='event-date'>9 Juni 2026</div><p>{TEXT}</p><p>{TEXT}</p>",
    ],
)
def test_a_date_the_article_is_about_is_not_its_own(content: str) -> None:
    """
    An announcement of June would be listed under the day of the event, above the news of today.
    """
    assert shown(content) is None


@pytest.mark.parametrize(
    "content",
    [
        f"<h1>{TITLE}</h1><span>Jumat, 5 Juni 2026</span><p>{TEXT}</p>{LIST}<p>{TEXT}</p>",
        f"<div class='tgl'>5 Juni 2026</div><h1>{TITLE}</h1><p>{TEXT}</p>{LIST}<p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><p>{TEXT}</p>{LIST}<p>{TEXT}</p><div class='posted'>5 Juni 2026</div>",
        f"<h1>{TITLE}</h1><p class='tanggal'>5 Juni 2026</p><p>{TEXT}</p>{LIST}<p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><ul><li>5 Juni 2026</li><li>Dilihat: 3 kali</li></ul><p>{TEXT}</p>{LIST}<p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><small>Jumat, 05 Jun 2026 09:12:11 | Oleh : admin | Dilihat : 312 kali hari ini</small>".replace(
            " hari ini", ""
        )
        + f"<p>{TEXT}</p><p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><p>Oleh Admin | 5 Juni 2026</p><p>{TEXT}</p>{LIST}<p>{TEXT}</p>",
        f"<h1>{TITLE}</h1><p>{TEXT}</p><p>{TEXT}</p><p><time datetime='2026-06-05'>5 Juni</time></p>".replace(
            "<p><time", "<div><time"
        ),
    ],
)
def test_the_date_around_the_text_is_found(content: str) -> None:
    """
    News without a date cannot be judged.
    """
    assert "2026-06-05" == shown(content)


def test_dates_of_the_bar_above_and_the_column_beside_are_not_the_articles() -> None:
    """
    Many pages show today's date on top and those of other news beside.
    """
    bar, beside = "<div class='top-date'>Rabu, 25 November 2026</div>", "<div><span class='date'>3 Juni 2026</span> Lomba</div>"

    assert "2026-06-05" == shown(f"<h1>{TITLE}</h1><span>5 Juni 2026</span><p>{TEXT}</p><p>{TEXT}</p>", bar, beside)
    assert "2026-06-05" == shown(f"<b class='tgl'>5 Juni 2026</b><h1>{TITLE}</h1><p>{TEXT}</p><p>{TEXT}</p>", bar, beside)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            f"<div class='css-4'>{TITLE}</div><div><span>Kamis, 4 Juni 2026</span><span>Humas</span><span>120 views</span></div>",
            4,
        ),
        (f"<b>{TITLE}</b><br>Kamis, 4 Juni 2026<br>", 4),
        (f"<h1>{TITLE}</h1>Diposting pada 4 Juni 2026 08:00<br>", 4),
        (f"<font size=4><b>{TITLE}</b></font><br>Kamis, 4 Juni 2026 08:00 WIB | dibaca: 92 kali<br>", 4),
        (f"<b>{TITLE}</b><br>Kamis, 4 Juni 2026<br>08.00 Apel pagi<br>Jumat, 5 Juni 2026<br>09.00 Senam<br>", None),
        (f"<b>{TITLE}</b><br>Makassar, 4 Juni 2026 menjadi hari pertama pasar ikan itu dibuka<br>", None),
    ],
)
def test_date_without_an_element_of_its_own_is_read(head: str, day: int | None) -> None:
    """
    Hand-made pages write the date between two breaks, new ones in nameless spans; an agenda's first day is no date of the page.
    """
    text = "<p>Wali Kota membuka pasar ikan terapung pertama di kota itu pada Rabu pagi.</p><p>Pasar buka tiap hari.</p>"
    markup = f"<html><head><title>{TITLE}</title></head><body><div><div>{head}{text}</div></div></body></html>"
    document = from_page(markup.encode(), "https://contoh.go.id/1")

    assert day == (document.published.day if document.published else None)
    assert "Humas" not in document.text
