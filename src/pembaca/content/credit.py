"""Take the credit line out of an article's text, and the byline off its top. Pure."""

from __future__ import annotations

import re
from typing import Final

import msgspec

from pembaca.content.labels import LABELS
from pembaca.content.rich import RichText
from pembaca.document import Block, Heading, Image, ListItem, Paragraph, Quote
from pembaca.patterns import late

_ROLES: Final = (
    r"(?:penulis|penyunting|editor"
    r"|redaktur|redaksi|reporter|pewarta|wartawan|kontributor|fotografer|fotografi|foto ?grafer|foto"
    r"|photo|teks"
    r"|text|naskah|narasi|berita|penerjemah|sumber(?: (?:foto|gambar|berita))?"
    r"|oleh|dok(?:umentasi)?|video|humas|peliput|liputan|rilis|author|writer|credits?"
    r"|uploader"
    r"|pengunggah|desain|grafis|admin|tim (?:humas|publikasi|redaksi)|red)"
)
_LABELLED: Final = late(
    rf"^[(\[*/\s]*{_ROLES}(?:\s*(?:/|&|dan|,)\s*{_ROLES})*\s*(?:[:：]|/(?=\S))\s*\S.{{0,160}}$"
    rf"|^[(\[]*(?:ditulis oleh|written by|oleh(?! (?:karena|sebab)\b))\s*:?\s+\S.{{0,80}}$",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(
    r"^(?:penulis|oleh|by|written by|ditulis oleh|reporter|pewarta|author)(?! (?:karena|sebab)\b)"
    r"\s*(?:[:：]|\b)\s*(?P<name>[^\W\d_][^:]{1,80})$",
    re.IGNORECASE,
)
_AT_END: Final = late(
    r"(?P<before>.*?[.!?…][\"”’'»)]*)[\s*/—–-]*(?P<credit>[(\[](?P<inner>[^()\[\]]{1,160})[)\]])[\s*/—–-]*\.?$", re.DOTALL
)
_UNSTOPPED: Final = re.compile(
    r"(?P<before>.*\w[\"”’]*)\s+(?P<credit>[(\[]"
    r"(?P<inner>(?:humas|red|foto|teks|penulis|editor|kontributor|tim humas)\b[^()\[\]]{0,120})[)\]])$",
    re.DOTALL | re.IGNORECASE,
)
_NAME: Final = r"(?:[A-Z][\w.'’-]*|[a-z]{2,3})(?: (?:[A-Z][\w.'’-]*|bin|binti)){0,4}"
_NAMED: Final = rf"{_ROLES}(?:\s*(?:/|&|dan)\s*{_ROLES})*\s*[:：]\s*(?-i:{_NAME}(?:\s*(?:,|/|&|dan)\s*{_NAME}){{0,3}})"
_NAMED_AT_END: Final = late(
    rf"(?P<before>.*[.!?…][\"”’'»)]*)\s+(?P<inner>{_NAMED}(?:\s*[,/|;.]\s*{_NAMED}){{0,3}})$", re.DOTALL | re.IGNORECASE
)
_ALONE: Final = re.compile(r"^[*/\s—–-]*[(\[](?P<inner>[^()\[\]]{1,160})[)\]][*/.\s—–-]*$")
_SIGN: Final = re.compile(r"^(?:[*/]{1,3}\s?(?P<starred>[^\W\d_][\w/.&]{1,20})\s?[*/]{0,3}|-(?P<dashed>[^\W\d_][\w/.&]{1,20})-)$")
_SENTENCES: Final = late(rf"[.!?]\s+(?!{_ROLES}\s*[:：])[^\W\d_]{{4,}}", re.IGNORECASE)
_LABEL: Final = late(
    rf"^(?P<roles>{_ROLES}(?:\s*(?:/|&|dan|,)\s*{_ROLES})*)(?:\s*[:：]\s*|/|\s+(?:by|oleh)\s+|\.?\s+|$)(?P<names>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_CUT: Final = late(rf"\s*(?:[,/;|&]|\bdan\b|[–—])\s*|\.?\s+(?={_ROLES}\s*[:：])", re.IGNORECASE)
_PERSON: Final = re.compile(
    r"[^\W\d_][^\W\d_]?\.?|\d?(?:[A-Z][\w’']*\.?)(?:-?[\w’'.]+)*|(?:bin|binti|van|de|al|bt|an|von)|[a-z]{1,3}\.?", re.UNICODE
)
_OFFICE: Final = late(
    r"(?:tim|biro|bagian|bag|subbag|bidang|seksi|humas|protokol|publikasi|redaksi|kanwil|kanim|kemenkumham|kemenkum|kementerian|lapas"
    r"|rutan|bapas|setda|sekda|sekretariat|polri|polda|polres|polsek|pemkab|pemkot|pemprov|diskominfo|kominfo|dinas|kejari|kejati|media"
    r"|center|istimewa|ist|dok|dokumentasi|pribadi|antara|internet|red|hms|admin|dan|foto|rilis|pers)\.?",
    re.IGNORECASE,
)
_NO_CREDIT: Final = late(
    r"[!?]|\.\s+\S+\s+\S+\s+\S+\s+\S+|https?:|\d{2,}|\b(?:bersambung|adalah|yaitu|yakni|merupakan|lihat|baca|tidak|akan|telah|sudah|dapat"
    r"|sebagaimana|halaman|lampiran|terlampir|unduh|klik|selesai|tamat|catatan|pasal|ayat|kurs|persen|khusus|gratis|wajib|berlaku|hanya|untuk"
    r"|bagi|pengumuman|sementara|opsional|jalan|jl|gedung|gd|lantai|telepon|telp|nomor|alamat|gratis|selengkapnya|libur|tutup|buka|ditutup"
    r"|dibuka|dibatalkan|ditunda|perubahan|ralat|amin|sekian|senin|selasa|rabu|kamis|jumat|sabtu|minggu|januari|februari|maret|april|mei"
    r"|juni|juli|agustus|september|oktober|november|desember|wib|wita|wit|tahun|orang|kecuali|termasuk|minimal|maksimal|semua|baru|lama)\b",
    re.IGNORECASE,
)
_WEAK: Final = frozenset({"berita", "video", "rilis", "liputan", "grafis", "desain"})  # they also begin what is no credit
_WEAK_NAME, _LONGEST_NAME, _BARE = 2, 6, 8  # words of one name after a weak role, after another, and after "Humas"
_INITIALS: Final = 4  # letters
_MAX_WORDS, _LAST_BLOCKS, _FIRST_BLOCKS = 16, 5, 3


def take_credit(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str | None]:
    """Return the blocks without the credit at their end, and the credit without its brackets.

    Looked for at the end of the last paragraph after its full stop, and in short lines of their own there.
    """
    kept = list(blocks)
    credits: list[str] = []
    for index in reversed(_last_texts(kept)):
        block = kept[index]
        if not isinstance(block, Paragraph | ListItem | Quote | Heading):
            break
        if block.links and block.text.startswith(LABELS):
            continue
        whole = _whole_credit(block.text)
        if whole is not None and isinstance(block, ListItem | Heading) and not _LABELLED.match(block.text):
            break  # "Humas" in a list of offices is one of them
        if whole is not None and len(_last_texts(kept)) > 1:
            credits.insert(0, whole)
            del kept[index]
            continue
        match = _credit_at_end(block.text)
        if match and _reads_as_credit(match["inner"]):
            credits.insert(0, match["inner"].strip())
            rest = RichText(block.text, block.links).part(0, match.end("before")).tidy()
            kept[index] = msgspec.structs.replace(block, text=rest.text, links=rest.links)
        break
    named = [credit for credit in credits if re.search(r"\w", credit)]
    return tuple(kept), "; ".join(named) or None


def is_credit(text: str) -> bool:
    """Whether the whole line says who wrote the article or took its pictures, and nothing else."""
    return _whole_credit(text) is not None


def take_byline(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str | None]:
    """Return the blocks without a line "Penulis: …" among their first, and the name in it."""
    for index, block in enumerate(blocks[:_FIRST_BLOCKS]):
        match = _BYLINE.match(block.text) if isinstance(block, Paragraph) and len(block.text) < 90 else None
        if match and len(blocks) > 2 and not re.search(r"[.!?]$", block.text) and _reads_as_credit(match["name"]):
            return (*blocks[:index], *blocks[index + 1 :]), match["name"].strip()
    return blocks, None


def _last_texts(blocks: list[Block]) -> list[int]:
    return [index for index, block in enumerate(blocks) if not isinstance(block, Image)][-_LAST_BLOCKS:]


def _credit_at_end(text: str) -> re.Match[str] | None:
    if text.rstrip(" .*/—–-").endswith((")", "]")):
        return _AT_END.match(text) or _UNSTOPPED.match(text)
    return _NAMED_AT_END.match(text) if ":" in text or "：" in text else None


def _whole_credit(text: str) -> str | None:
    alone = _ALONE.match(text)
    if alone:
        return alone["inner"].strip() if _reads_as_credit(alone["inner"]) else None
    sign = _SIGN.match(text)
    if sign:
        return sign["starred"] or sign["dashed"]
    if len(text) > 200 or _SENTENCES.search(text):
        return None
    bare = text.strip(" *()[]/")
    is_labelled = _LABELLED.match(text) or re.match(r"(?:tim )?humas\b", text, re.IGNORECASE)
    return bare if is_labelled and _reads_as_credit(bare) else None


def _reads_as_credit(inner: str) -> bool:
    """Whether *inner* is nothing but names: of people, of offices, or what somebody did and a name."""
    if len(inner.split()) > _MAX_WORDS or _NO_CREDIT.search(inner):
        return False
    parts = [part for part in _CUT.split(inner.strip(" .*")) if part]
    is_labelled = any(_role(part) for part in parts)
    role = ""
    for part in parts:
        label = _role(part)
        role = label["roles"].lower() if label else role
        if not _names(label["names"] if label else part, role, is_labelled=is_labelled):
            return False
    return True


def _role(part: str) -> re.Match[str] | None:
    return _LABEL.match(part)


def _names(text: str, role: str, *, is_labelled: bool) -> bool:
    """Whether *text* is one name, or nothing after a role that stands for one. Small letters are a name in short words only."""
    words = text.strip(" .:*-–—").split()
    most = _BARE if role.endswith("humas") else _WEAK_NAME if role in _WEAK else _LONGEST_NAME
    if len(words) > most:
        return False
    small = [word for word in words if not _PERSON.fullmatch(word) and not _OFFICE.fullmatch(word)]
    if len(words) == 1 and len(small) == 1 and (is_labelled or len(words[0]) <= _INITIALS):
        return words[0].isalpha() and role not in _WEAK
    return not small
