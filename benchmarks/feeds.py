"""Make Indonesian news of any amount, the same at every run: items, feeds of them, and their pages. Pure."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final
from xml.sax.saxutils import escape

ITEM_WORDS: Final = 121  # 10,000 items of it stay under the 10 MB that a feed may have
PAGE_WORDS: Final = 350
_FIRST: Final = datetime(2020, 11, 23, 9, 0, tzinfo=UTC)
_WHO = "Menteri|Dinas kota|Bupati|Wali kota|Lurah|Juru bicara|Kantor desa|Camat|Panitia|Tim ahli|Ketua adat|Guru".split("|")
_DOES = "membuka|meninjau|melihat|membagi|menilai|menambah|memeriksa|menata|menyusun|membahas|memulai|menunda".split("|")
_WHAT = (
    "layanan baru|aturan izin|bantuan sosial|data warga|jalan desa|kartu sehat|surat tanah|gedung SD|dana desa|"
    "birokrasi|air bersih|pasar ikan|kereta api"
).split("|")
_HOW = (
    "bagi warga|di kota|di desa|mulai Senin|tahun ini|tanpa biaya|secara daring|lewat pos|dua kali|di Papua|di Aceh|pada Juni"
).split("|")
_WHY = (
    "agar cepat selesai|karena ada laporan|agar warga tidak antre|sebab data belum ada|agar mudah dibaca|"
    "untuk guru dan siswa|demi hak orang buta|sesuai hasil rapat|setelah hujan reda|sampai akhir bulan"
).split("|")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news; ``number`` counts from 0, the newest has the highest."""

    number: int
    title: str
    published: datetime
    paragraphs: tuple[str, ...]

    @property
    def guid(self) -> str:
        """Its identity."""
        return f"b{self.number}"

    @property
    def path(self) -> str:
        """The path of its page."""
        return f"/b/{self.number}"


def item(number: int, words: int = ITEM_WORDS) -> Item:
    """Return one item of about *words* words, in paragraphs of some fifty; no two have the same title."""
    chance = random.Random(number)
    paragraphs, count = [], 0
    while count < words:
        sentences: list[str] = []
        held = 0
        while held < 50 and count + held < words:
            sentences.append(_sentence(chance))
            held += len(sentences[-1].split())
        paragraphs.append(" ".join(sentences))
        count += held
    title = f"{chance.choice(_WHO)} {chance.choice(_DOES)} {chance.choice(_WHAT)} {number + 1}"
    return Item(number, title, _FIRST + timedelta(minutes=7 * number), tuple(paragraphs))


def feed(base: str, count: int, *, first: int = 0, is_full: bool = True) -> bytes:
    """Return an RSS feed of *count* items, the newest first.

    Args:
        base: the address of the server, without a slash at its end.
        is_full: carry the whole text; else the first sentence only, so that the page is wanted.
    """
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    parts = [head, f"<channel><title>Berita {count}</title><link>{base}/</link><description>Berita uji</description>\n"]
    parts += [_entry(base, item(number), is_full) for number in range(first + count - 1, first - 1, -1)]
    return ("".join(parts) + "</channel></rss>\n").encode()


def short_feed(base: str, count: int) -> bytes:
    """Return a feed of very many items of a title and a few words."""
    head = f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Pendek</title><link>{base}/</link>'
    rows = (f"<item><title>Berita {n}</title><guid>s{n}</guid><description>Kabar {n}.</description></item>" for n in range(count))
    return (head + "\n".join(rows) + "</channel></rss>\n").encode()


def page(number: int) -> bytes:
    """Return the page of an item as a ministry's site serves it: menus, share links, the article, a footer."""
    one = item(number, PAGE_WORDS)
    text = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in one.paragraphs)
    menu = "".join(f'<li><a href="/menu/{n}">Menu {n}</a></li>' for n in range(30))
    others = "".join(f'<li><a href="/b/{number + n}">{escape(item(number + n).title)}</a></li>' for n in range(1, 11))
    return f"""<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{escape(one.title)} - Kementerian</title>
<script>var a = 1;</script><style>body {{ margin: 0 }}</style></head><body>
<header><nav><ul>{menu}</ul></nav></header>
<main><div class="item-page" itemscope itemtype="https://schema.org/Article"><h1>{escape(one.title)}</h1>
<dl class="article-info"><dd>{one.published:%d-%m-%Y %H:%M}</dd></dl>
<div class="share"><a href="https://example.org/share">Bagikan</a> <a href="#">Cetak</a></div>
<div itemprop="articleBody">{text}</div></div></main>
<aside><h3>Berita lain</h3><ul>{others}</ul></aside>
<footer><p>Hak cipta Kementerian. Jalan Merdeka 1, Jakarta.</p></footer></body></html>""".encode()


def _sentence(chance: random.Random) -> str:
    start = f"{chance.choice(_WHO)} {chance.choice(_DOES)} {chance.choice(_WHAT)} {chance.choice(_HOW)}"
    return f"{start} {chance.choice(_WHY)}." if chance.random() < 0.7 else f"{start}."


def _entry(base: str, one: Item, is_full: bool) -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in one.paragraphs)
    body = (
        f"<content:encoded><![CDATA[{text}]]></content:encoded>"
        if is_full
        else f"<description>{one.paragraphs[0].partition('. ')[0]}.</description>"
    )
    date = format_datetime(one.published)
    return (
        f"<item><title>{one.title}</title><link>{base}{one.path}</link><guid>{one.guid}</guid>"
        f"<pubDate>{date}</pubDate>{body}</item>\n"
    )
