"""Tell alternative text a person wrote from what a machine left. Pure."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from pembaca.plain import from_markup

_MACHINE: Final = re.compile(
    r"^(?:img|dsc[nf_]?|dcim|pxl|mvi|p?photo|foto|gambar|images?|picture|screen ?shot|cuplikan layar|scan|untitled|unnamed|slide"
    r"|banner|thumb(?:nail)?|cover|capture|copy of|download|file|media|attachment)?[\s_\-.()]*[\d\s_\-.()x:]+(?:wa\d+)?$"
    r"|whatsapp (?:image|video)|pikpng|artboard|pngtree|pngegg|pngwing|kindpng|shutterstock|freepik|vecteezy|istock|getty ?images"
    r"|adobestock|iconfinder|screenshot[ _-]?\d|^img[ _-]?\d|^dsc[ _nf-]?\d|^image ?\d|^default\b|no[ _-]image|placeholder",
    re.IGNORECASE,
)
_FILE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|heic)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_SIZE: Final = re.compile(r"[-_ ](?:\d{2,5}x\d{2,5}|scaled|e\d{10,}|min|large|medium|small|thumb|copy|\d{1,2})$")
_LIMIT: Final = 500  # characters; more is a page pasted into the wrong field


def real_alt(written: str, address: str, title: str = "") -> str:
    """Return *written* as one plain line if a person wrote it, else "".

    Junk is: the name of the file, a camera's or a picture shop's pattern, fewer than two words of three letters, or the
    title of the article once more.
    """
    alt = from_markup(written)
    if len(_WORD.findall(alt)) < 2 or _MACHINE.search(alt) or _FILE.search(alt):
        return ""
    squeezed = _squeeze(alt)
    if squeezed in _names(address) or (title and squeezed == _squeeze(title)):
        return ""
    return alt if len(alt) <= _LIMIT else alt[:_LIMIT].rpartition(" ")[0] + "…"


def _names(address: str) -> set[str]:
    """Return the squeezed file name, also without what content systems hang on its end."""
    name = unquote(urlsplit(address).path).rpartition("/")[2]
    stem = name.rpartition(".")[0] or name
    names = {_squeeze(name), _squeeze(stem)}
    while (shorter := _SIZE.sub("", stem)) != stem:
        stem = shorter
        names.add(_squeeze(stem))
    return names - {""}


def _squeeze(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
