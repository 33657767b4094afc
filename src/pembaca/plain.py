"""Make text fit to be read: the right characters, none that cannot be seen, one kind of space. Pure."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from typing import Final

# Zero-width and bidi controls, soft hyphen, BOM, object replacement, and the noncharacters the page uses as cell ends.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc"
    "\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f\x00-\x08\x0e-\x1b\x7f]|[\U0001fffe-\U0001ffff\ufffe\uffff]"
)
_MIXED, _OTHER = "pembaca.mixed", "pembaca.other"
_SURROGATES: Final = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]|\xed[\xa0-\xbf][\x80-\xbf]")
_QUOTE: Final = b"\xe2\x80"  # of a quotation mark or dash; as windows-1252 no word of any language
WINDOWS_1252: Final = tuple(bytes([byte]).decode("windows-1252", "ignore") or chr(byte) for byte in range(256))
_JOINER: Final = re.compile("[\u200c\u200d]")
_C1: Final = re.compile("[\x80-\x84\x86-\x9f]")
_SPACES: Final = re.compile(r"[\s\u180e\u2028\u2029]+")
_TAG: Final = re.compile(r"<(?:!--.*?-->|/?[A-Za-z][^<>]*>|![^<>]*>|\?[^<>]*>)", re.DOTALL)
_DROPPED: Final = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BREAKING: Final = re.compile(r"</?(?:br|p|div|li|tr|td|h[1-6])\b[^<>]*>", re.IGNORECASE)


def from_utf_8(body: bytes) -> str:
    """Return the text of *body*, which says it is UTF-8: bytes that are none are windows-1252, a letter cut in two is nothing."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        is_mostly = not body.decode("utf-8", "ignore").isascii()
        return body.decode("utf-8", _MIXED if is_mostly else _OTHER)


def visible(text: str) -> str:
    """Drop what cannot be seen from *text* and mend windows-1252 controls; spaces and line breaks stay as they are.

    A joiner stays only between characters that need one (emoji, scripts beyond Latin).
    """
    if text.isascii() and text.isprintable():
        return text
    text = _C1.sub(_of_windows, text)
    text = _INVISIBLE.sub("", text)
    return _JOINER.sub(_joiner, text)


def one_line(text: str) -> str:
    """Return *text* in NFC on one line: every run of white space (no-break spaces too) is one space, none at the ends."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text.strip(" ")
    return unicodedata.normalize("NFC", _SPACES.sub(" ", visible(text)).strip())


def from_markup(text: str) -> str:
    """Return the plain line that *text* shows when taken as HTML: entities decoded (twice if escaped twice), tags gone."""
    if "<" not in text and "&" not in text:
        return one_line(text)
    for _ in range(2):
        text = _BREAKING.sub(" ", _DROPPED.sub(" ", text))
        bare = _TAG.sub("", text)
        decoded = html.unescape(bare)
        if decoded == bare:
            text = bare
            break
        text = decoded
    return one_line(_TAG.sub("", _DROPPED.sub(" ", text)))


def _mend_mixed(error: UnicodeError) -> tuple[str, int]:
    """Read one place that is not UTF-8 in a text that else is: half a letter goes."""
    assert isinstance(error, UnicodeDecodeError)
    is_half = error.end - error.start > 1
    return ("", error.end) if is_half else _mend_other(error)


def _mend_other(error: UnicodeError) -> tuple[str, int]:
    """Read what is not UTF-8 as windows-1252; a letter cut off by the end goes, halves of a smiley become it or go."""
    assert isinstance(error, UnicodeDecodeError)
    surrogates = _SURROGATES.match(error.object, error.start)
    if surrogates is not None:
        text = surrogates[0].decode("utf-8", "surrogatepass")
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore"), surrogates.end()
    wrong = error.object[error.start : error.end]
    if wrong == _QUOTE or (error.end == len(error.object) and error.reason == "unexpected end of data"):
        return "", error.end
    return "".join(WINDOWS_1252[byte] for byte in wrong), error.end


def _of_windows(match: re.Match[str]) -> str:
    return match[0].encode("latin-1").decode("windows-1252", "ignore")


def _joiner(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return match[0] if _needs_joiner(before) and _needs_joiner(after) else ""


def _needs_joiner(char: str) -> bool:
    return bool(char) and (0x0590 <= ord(char) < 0x1E00 or ord(char) >= 0x2190) and not char.isspace()


codecs.register_error(_MIXED, _mend_mixed)
codecs.register_error(_OTHER, _mend_other)
