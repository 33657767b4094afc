"""Say what stands behind a link that is all there is of a paragraph: "Dokumen: …", "Video: …". Pure."""

from __future__ import annotations

import html
import re
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

from pembaca.content.addresses import link_address
from pembaca.content.rich import RichText
from pembaca.document import Link
from pembaca.plain import one_line

LABELS: Final = ("Dokumen: ", "Video: ")
_DOCUMENT: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf)$", re.IGNORECASE)
_VIDEO: Final = re.compile(r"\.(?:mp4|m4v|webm|mov|avi|mkv|ogv|3gp)$", re.IGNORECASE)
_YOUTUBE: Final = re.compile(r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$", re.IGNORECASE)
_YOUTUBE_PATH: Final = re.compile(r"/(?:embed|v|shorts|live)/([\w-]{6,})|/watch$")
_OTHER_VIDEOS: Final = re.compile(r"(?:^|\.)(?:player\.)?(?:vimeo\.com|dailymotion\.com|vidio\.com)$", re.IGNORECASE)
_SAID: Final = re.compile(r"(?:dokumen|video|berkas|lampiran|pdf)\b", re.IGNORECASE)
_EMBED: Final = re.compile(
    r"<(?:iframe|embed|object|video)\b(?P<attributes>[^<>]{0,4000})>(?P<sources>(?:\s*<source\b[^<>]{0,2000}>)?)", re.IGNORECASE
)
_ADDRESS: Final = re.compile(
    r"(?:^|[\s\"'])(?:data-)?(?:lazy-)?(?:src|data)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE
)
_TITLE: Final = re.compile(r"(?:^|[\s\"'])title\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_NO_TITLE: Final = re.compile(r"(?:youtube|vimeo|embedded|video player|iframe|document|pdf)\b", re.IGNORECASE)


def labelled(line: RichText) -> RichText:
    """Return *line*, with a label before it if all of it is one link to a document or video."""
    if len(line.links) != 1 or line.links[0].start > 1 or line.links[0].end < len(line.text) - 1:
        return line
    link = line.links[0]
    label = label_of(link.url)
    if not label or _SAID.match(line.text):
        return line
    text = line.text
    if re.match(r"https?://", text, re.IGNORECASE):
        text = _name(link.url)
        return RichText(f"{label}: {text}", (Link(len(label) + 2, len(label) + 2 + len(text), link.url),))
    shift = len(label) + 2
    return RichText(f"{label}: {text}", (Link(link.start + shift, link.end + shift, link.url),))


def embeds_as_links(markup: str, base: str) -> str:
    """Return *markup* with a link before each frame or player that shows a document or video; other frames stay as they are."""
    return _EMBED.sub(lambda match: _link_for(match, base) + match[0], markup)


def _link_for(match: re.Match[str], base: str) -> str:
    found = _ADDRESS.search(match["attributes"]) or _ADDRESS.search(match["sources"])
    if found is None:
        return ""
    address = _watchable(link_address(html.unescape(found[1] or found[2] or found[3] or ""), base))
    if not address.startswith("http") or not label_of(address):
        return ""
    named = _TITLE.search(match["attributes"])
    title = one_line(html.unescape((named[1] or named[2] or "") if named else ""))
    shown = title if title and not _NO_TITLE.match(title) else _name(address)
    return f'<p><a href="{html.escape(address)}">{html.escape(label_of(address))}: {html.escape(shown)}</a></p>'


def label_of(address: str) -> str:
    """Return what lies behind *address*, "Dokumen" or "Video"; "" for a page."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if _DOCUMENT.search(unquote(parts.path)):
        return "Dokumen"
    is_video = _VIDEO.search(parts.path) or (_YOUTUBE.search(host) and (host.endswith("be") or _YOUTUBE_PATH.search(parts.path)))
    return "Video" if is_video or (_OTHER_VIDEOS.search(host) and re.search(r"\d", parts.path)) else ""


def _watchable(address: str) -> str:
    """Return the address that a person can open for one that only shows inside a frame."""
    try:
        parts = urlsplit(address)
        host, query = parts.hostname or "", parse_qs(parts.query)
    except ValueError:
        return ""
    embedded = _YOUTUBE_PATH.search(parts.path)
    if _YOUTUBE.search(host) and embedded and embedded[1] and embedded[1] != "videoseries":
        return f"https://www.youtube.com/watch?v={embedded[1]}"
    if host in ("docs.google.com", "drive.google.com", "view.officeapps.live.com"):
        inner = (query.get("url") or query.get("src") or [""])[0]
        return link_address(inner, address) if inner else address
    if "file" in query and parts.path.endswith("viewer.html"):  # pdf.js
        return link_address(query["file"][0], address)
    return address


def _name(address: str) -> str:
    """Return a name for what lies at *address*: its file's, else its site's."""
    parts = urlsplit(address)
    name = unquote(parts.path).rpartition("/")[2]
    if _DOCUMENT.search(name) or _VIDEO.search(name):
        return one_line(re.sub(r"[_+]+", " ", name.rpartition(".")[0])) or name
    host = (parts.hostname or "").removeprefix("www.")
    return "YouTube" if _YOUTUBE.search(host) else host
