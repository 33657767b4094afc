"""Know the lines that a site puts around an article: counters, share links, "Baca juga". Pure; drops none by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, cast

from pembaca.content.labels import label_of
from pembaca.content.rich import RichText
from pembaca.patterns import late

_LINKED: Final = 0.9  # of a line that is called linked as a whole
_LONGEST: Final = 360  # characters; no line of junk is longer, unless it holds no letter at all
_SHARE_WORDS: Final = frozenset(
    """
    print cetak email e-mail surel share bagikan tweet retweet facebook twitter x whatsapp telegram linkedin pinterest
    instagram line youtube tiktok threads rss pdf like suka salin copy link tautan tweets fb wa kirim berita ini
    artikel this article to on ke di via pocket reddit tumblr messenger more lainnya favorite comment komentar simpan kembali
    google plus google+ dan and add
    """.split()
)
_SHARE_SIGNS: Final = frozenset(
    "print cetak share bagikan tweet retweet facebook twitter whatsapp telegram linkedin pinterest instagram copy tiktok"
    " messenger".split()
)
_WEEKDAY: Final = (
    r"(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad|sen|sel|rab|kam|jum|sab|min"
    r"|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat)"
)
_DATE: Final = (
    rf"(?:{_WEEKDAY}\.?,?\s*)?"
    r"(?:\d{1,2}[\s./-]+(?:[^\W\d_]{3,9}|\d{1,2})[\s./-]+\d{4}|\d{4}-\d\d-\d\d)"
)
_TIME: Final = r"(?:pukul\s*)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s*(?:wib|wita|wit))?"
_COUNTER: Final = (
    r"(?:total |jumlah )?(?:post |page )?(?:hits?|views?|pengunjung|pembaca|kunjungan|visits?)"
    r"\s*[:：]?\s*[\d.,]+k?(?: kali| times)?\.?"
    r"|(?:telah |sudah )?(?:di(?:baca|lihat|kunjungi)|viewed|read)\s*(?:sebanyak)?\s*[:：]?\s*[\d.,]+"
    r"\s*(?:kali|x|times|orang|pengunjung)?\.?"
    r"|[\d.,]+\s*(?:views?|hits?|(?:kali |x )?(?:dibaca|dilihat)|pembaca|(?:komentar|comments?)(?:\s*[:：])?|shares?)\.?"
    r"|(?:komentar|comments?)\s*\(?\s*\d+\s*\)?|(?:no|leave a|tidak ada|belum ada) (?:comments?|komentar)"
    r"|[\d.,]+\s*(?:min(?:utes?)? read|menit (?:membaca|baca|waktu baca))"
)
_NETWORK: Final = (
    r"instagram|facebook|twitter|x|youtube|tiktok|whatsapp|telegram|threads|linkedin|google news|media sosial|medsos|kanal"
    r"|channel|saluran|akun|@\w+"
)
Kind = Literal["machine", "out", "way", "counter", "rating", "label", "posted", "date", "frame", "meta", "share"]
_KINDS: Final[Mapping[str, str]] = {
    # What no author writes, wherever it stands
    "machine": r"the post .{1,250} (?:appeared first on|first appeared on) .{1,120}"
    r"|(?:kiriman|artikel|postingan) .{1,200} pertama kali (?:tampil|muncul) (?:pada|di) .{1,100}"
    r"|menyukai ini\W*|suka\s*memuat\W*|like this\W*|like\s*loading\W*"
    r"|advertisement\W*|scroll to continue with content\W*|lanjut(?:kan)? (?:gulir|scroll) .{0,60}|post views\s*[:：]\s*[\d.,]+k?"
    r"|(?:copyright|hak cipta|©)\s*(?:©|\(c\)|copyright)?\s*\d{4}\b.{0,120}"
    r"|[\W_]*",
    # To other articles
    "out": r"(?:baca|lihat|simak|tonton)(?: juga| pula)?\s*[:：].{0,250}|(?:baca|lihat|simak) juga\b.{0,250}"
    r"|(?:read also\b|see also\s*:).{0,250}",
    # About the site
    "way": r"(?:baca )?selengkapnya\W*|read more\W*|(?:continue reading|lanjutkan membaca)\b.{0,120}|baca lebih lanjut\W*|more\W*"
    r"|(?:berita|artikel) (?:terkait|lainnya|terbaru|terpopuler)\W*"
    r"|related (?:posts?|articles?|news)\W*"
    r"|(?:«|‹|<+|←)?\s*(?:prev|previous|sebelumnya|berita sebelumnya|artikel sebelumnya|kembali)\W*"
    r"|(?:next|berikutnya|selanjutnya)\W*"
    r"|(?:«|‹|<+|←)?\s*(?:prev(?:ious)?|sebelumnya)[\s|/·•-]*(?:next|berikutnya|selanjutnya)\W*"
    r"|(?:back to top|kembali ke atas|skip to (?:main )?content|leave a (?:comment|reply)|add comment)\W*"
    r"|komentar(?: anda| pembaca)?|comments?"
    r"|(?:tinggalkan (?:komentar|balasan)|batalkan balasan|(?:tulis|beri|isi|kirim) komentar)\W*"
    rf"|(?:ikuti|follow) (?:kami|us|berita)(?=.{{0,100}}(?:{_NETWORK})\b).{{0,150}}"
    r"|(?:dapatkan|cek) (?:berita|update).{0,160}(?:google news|whatsapp|telegram).{0,60}",
    "counter": _COUNTER,
    "rating": r"user rating\s*:.{0,60}|star (?:in)?active\W*|please rate\W*|vote \d\W*|rating\s*:\s*[\d.,/ ]+",
    # What stands elsewhere
    "label": r"(?:halaman|hal\.?|pages?)\s*[:：]\s*(?:\d+\s*){1,20}"
    r"|(?:kategori|category|categories|tags?|kata kunci|keywords?)\s*[:：].{0,200}",
    "posted": r"(?:published|diterbitkan|dipublikasikan|diposting|posted|created|dibuat"
    r"|last updated|(?:terakhir )?diperbarui|updated?)"
    r"(?: on| pada| tanggal)*\s*[:：]?\s*" + _DATE + rf"(?:[\s,|/–-]*{_TIME})?(?:\s*(?:oleh|by|[|·•/–-]).{{0,40}})?"
    r"|(?:ditulis |diposting |dipublikasikan |diunggah |posted |written |published )?(?:oleh|by)\s*[:：]?\s*"
    r"[^\W\d_][\w.' ]{1,40}?\s*"
    r"(?:pada\s|on\s|tanggal\s|[,|/–-]\s?)*" + _DATE + rf"(?:[\s,|/–-]*{_TIME})?",
    "date": _DATE + r"(?:[\s,|/–-]*" + _TIME + ")?",
    "frame": r"(?:copyright|hak cipta)?\s*©.{0,120}|copyright\W*|all rights reserved\W*"
    r"|(?:iklan|sponsored|advertorial|loading|memuat|details?|detail berita)\W*|rss(?: 2\.0| feed)?"
    r"|(?:(?:ditulis |posted |diposting )?(?:oleh|by)\s*[:：]?\s*)?(?:admin(?:istrator)?|super ?user|webmaster)",
}
_WHOLE: Final = late("|".join(f"(?P<{kind}>{lines})" for kind, lines in _KINDS.items()), re.IGNORECASE)
_SIGN: Final = late(
    r"\W*(?:(?:baca|lihat|simak|tonton)(?: juga| pula)?|read also|see also|(?:artikel|berita) terkait"
    r"|kategori|category|categories|tags?|kata kunci|keywords?)\s*[:：»>–-]*\s*",
    re.IGNORECASE,
)
_NAMING: Final = re.compile(
    r"\W*(?i:(?:baca|lihat|simak|tonton) (?:juga|pula)\s*[:：]|baca\s*[:：]|read also\b|see also\b"
    r"|(?:baca|lihat|simak|tonton) (?:juga|pula)\s+)(?-i:(?<=[:：])|(?<=also)|(?=[A-Z]\S*\s+[A-Z]))"
)
_SHARER: Final = re.compile(
    r"#|mailto:\?|https?://[^?#]*(?:"
    r"/sharer|/sharing\b|/share\b|/intent/|/share\?|/dialog/|/shareArticle|/pin/create|api\.whatsapp\.com/send|wa\.me/\?|addtoany|addthis)",
    re.IGNORECASE,
)
_META_SPLIT: Final = re.compile(r"\s*[|•·»]\s*|\s+[-–—/]\s+")
_META_WRITER: Final = (
    r"(?:oleh|by|penulis|ditulis oleh|posted by)\s*[:：]?\s*[^\W\d_][\w.' ]{1,40}?"
    r"|admin\w*|super ?user|humas|redaksi|berita(?: utama)?"
)
_META_PIECE: Final = re.compile(_META_WRITER, re.IGNORECASE)
_META_RUN: Final = late(
    rf"(?:(?:{_DATE}|{_TIME}|{_COUNTER}|oleh \w+|by \w+|admin\w*)(?:\s*[,|•·/–-]\s*|\s+|$)){{2,6}}", re.IGNORECASE
)
_LONG_ONES: Final = re.compile(  # how those begin that may be longer than a line of dates and counters
    r"the post|kiriman|artikel|postingan|copyright|hak cipta|baca|lihat|simak|tonton|read|see|ikuti|follow|dapatkan|cek|kategori"
    r"|categor|tags?|kata kunci|keywords?|lanjut",
    re.IGNORECASE,
)
_META_LIMIT, _META_WORDS = 160, 4
RELATED: Final = late(
    r"^(?:berita|artikel|informasi|baca|lihat|pos|postingan|related|more|latest|popular|recent)\s+(?:\w+\s+)?"
    r"(?:terkait|lainnya|lain|terbaru|terkini|terpopuler|populer|juga|serupa|posts?|articles?|news|stories)\s*:?$"
    r"|^(?:terpopuler|terkait|tags?|topik(?: terkait)?|rekomendasi(?: untuk anda)?|you may also like|baca juga)\s*:?$",
    re.IGNORECASE,
)


def kind_of(text: str) -> Kind | None:
    """Return what kind of side line *text* looks like, None for what nothing but an author can have written."""
    if len(text) > _META_LIMIT and text[0].isalnum() and (len(text) > _LONGEST or not _LONG_ONES.match(text)):
        return None
    match = _WHOLE.fullmatch(text)
    if match:
        return cast("Kind", match.lastgroup)
    return "share" if _is_share_line(text) else "meta" if _is_meta_line(text) else None


def is_junk(text: str) -> bool:
    """Whether the whole line looks like one that no author wrote for a reader; whether it goes depends on its place."""
    return kind_of(text) is not None


def leads_out(rich: RichText) -> bool:
    """Whether the line is "Baca juga:" or "Kategori:" and links, and nothing else."""
    sign = _SIGN.match(rich.text)
    if sign is None or not rich.links or rich.links[0].start > sign.end():
        return False
    if any(label_of(link.url) for link in rich.links):  # "Lihat: Lampiran I" with a file behind it
        return False
    between = re.sub(r"[\W_]+", "", "".join(piece.text for piece in _unlinked(rich.part(sign.end(), len(rich.text)))))
    return not between or is_linked(rich.part(sign.end(), len(rich.text)))


def _unlinked(rich: RichText) -> Iterator[RichText]:
    """Give what stands between the links."""
    at = 0
    for link in rich.links:
        yield rich.part(at, link.start)
        at = link.end
    yield rich.part(at, len(rich.text))


def names_another(text: str) -> bool:
    """Whether "Baca juga" names another article although nothing is linked: behind a colon, or in capitals as titles are."""
    return _NAMING.match(text) is not None


def is_linked(rich: RichText) -> bool:
    """Whether nearly all of the line is links."""
    return bool(rich.text) and sum(link.end - link.start for link in rich.links) >= _LINKED * len(rich.text)


def shares(rich: RichText) -> bool:
    """Whether the links of the line hand the page on to somebody, rather than lead to one's own place in a network."""
    return all(_SHARER.match(link.url) for link in rich.links)


def _is_share_line(text: str) -> bool:
    if len(text) > 160:  # fourteen of our words are shorter
        return False
    first = text.partition(" ")[0]
    if first.isalpha() and first.lower() not in _SHARE_WORDS:
        return False
    words = re.findall(r"[^\s|/,·•:–—-][^\s|/,·•:]*", text.lower())
    words = [word.strip(".,!()[]") for word in words]
    return 0 < len(words) <= 14 and set(words) <= _SHARE_WORDS and not _SHARE_SIGNS.isdisjoint(words)


def _is_meta_line(text: str) -> bool:
    """Whether date, counter, author and section stand on one line."""
    if len(text) > _META_LIMIT or not re.search(r"\d", text):
        return False
    pieces = [piece for piece in _META_SPLIT.split(text.strip(" |•·»-–—/")) if piece]
    if len(pieces) < 2:
        return _META_RUN.fullmatch(text) is not None
    matches = [_WHOLE.fullmatch(piece) for piece in pieces]
    if not any(match and match.lastgroup in ("date", "counter", "posted") for match in matches):
        return False
    others = [piece for piece, match in zip(pieces, matches, strict=True) if not match]
    may_name = "|" in text or "•" in text or "·" in text
    return all(
        _META_PIECE.fullmatch(piece) or _META_RUN.fullmatch(piece) or (may_name and len(piece.split()) <= _META_WORDS)
        for piece in others
    ) and not re.search(r"[.!?]$", text)
