"""Make a downloaded picture safe and small: checked before it is decoded, scaled, turned upright, stripped of all but pixels."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pembaca.errors import ContentError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS: Final = 40_000_000
MAX_SIDE: Final = 1_600
LARGE: Final = 6_000_000  # pixels; more is decoded with an eye to memory, and by callers in a process apart
_TRACKER: Final = 3  # pixels; what is smaller in either direction is no picture
_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "MPO")
_QUALITY: Final = 85
_VENDOR_ERRORS: Final = (  # what Pillow's readers raise for broken files; Warning only where warnings are errors
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    SyntaxError,
    TypeError,
    ValueError,
    Warning,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is stored; ``extension`` is "jpg" or "png", the size in pixels."""

    body: bytes
    extension: str
    width: int
    height: int


def reencode(body: bytes, url: str = "") -> Picture:
    """Return *body* as a JPEG (or a PNG, if it has transparency or few colours) of at most 1600 pixels a side.

    Of an animation the first frame. Metadata and what follows the pixels are gone.

    Raises:
        ContentError: ``too_large`` (over 40 megapixels), ``tracker`` (a pixel or two), ``no_image`` (cannot be read).
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(body), formats=_FORMATS) as opened:
            _check(opened.width, opened.height, url)
            opened.draft("RGB", (MAX_SIDE, MAX_SIDE))
            small = _shrunk(opened)
            if small is not opened:
                opened.close()  # its pixels are most of the memory
            small.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
            return _write(ImageOps.exif_transpose(small))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ContentError(url, "too_large", str(error)[:200]) from error
    except (*_VENDOR_ERRORS, UnidentifiedImageError) as error:
        raise ContentError(url, "no_image", str(error)[:200]) from error


def is_large(body: bytes) -> bool:
    """Whether decoding *body* takes much memory, by its header; what cannot be read is not large."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(body), formats=_FORMATS) as opened:
            return opened.width * opened.height > LARGE
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False  # refused before it is decoded
    except (*_VENDOR_ERRORS, UnidentifiedImageError):
        return False


def _shrunk(image: Image) -> Image:
    """Return a picture of at least 1600 pixels a side that takes no second copy of a large one to be made."""
    from PIL import Image as Pixels

    side = max(image.size)
    if image.width * image.height <= LARGE or side < 2 * MAX_SIDE:
        return image
    if image.mode in ("RGB", "L", "CMYK", "YCbCr"):
        small = image.reduce(side // MAX_SIDE)
    else:  # of transparency and palettes every finer way makes a copy first
        scale = 1.5 * MAX_SIDE / side
        small = image.resize((max(1, int(image.width * scale)), max(1, int(image.height * scale))), Pixels.Resampling.NEAREST)
    small.info = dict(image.info)
    if exif := image.info.get("exif"):
        small.info["exif"] = exif
    return small


def _check(width: int, height: int, url: str) -> None:
    if width * height > MAX_PIXELS:
        raise ContentError(url, "too_large", f"{width}x{height}")
    if min(width, height) < _TRACKER:
        raise ContentError(url, "tracker", f"{width}x{height}")


def _write(image: object) -> Picture:
    from PIL import Image

    assert isinstance(image, Image.Image)
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    is_drawing = image.mode in ("1", "P", "L") and not has_alpha and len(image.getcolors(256) or range(257)) <= 64
    out = io.BytesIO()
    if has_alpha:
        pixels, kind, extension = image.convert("RGBA"), "PNG", "png"
    elif is_drawing:
        pixels, kind, extension = image.convert("RGB" if image.mode == "P" else "L"), "PNG", "png"
    else:
        pixels, kind, extension = image.convert("RGB"), "JPEG", "jpg"
    bare = Image.new(pixels.mode, pixels.size)
    bare.paste(pixels)
    options = {"quality": _QUALITY, "progressive": True} if kind == "JPEG" else {}
    bare.save(out, kind, optimize=True, **options)
    return Picture(out.getvalue(), extension, bare.width, bare.height)
