"""Facts of re-encoded pictures."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from pembaca.content.images import reencode
from pembaca.errors import ContentError


def drawn(size: tuple[int, int], kind: str = "JPEG", mode: str = "RGB", **options: object) -> bytes:
    out = io.BytesIO()
    Image.effect_mandelbrot(size, (-3, -2.5, 2, 2.5), 20).convert(mode).save(out, kind, **options)
    return out.getvalue()


def opened(body: bytes) -> Image.Image:
    return Image.open(io.BytesIO(body))


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that says it is of this size and holds next to nothing."""
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(b"\0")[:5]))
    written = (struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def test_a_large_picture_is_scaled_down() -> None:
    """
    Ten years of news must fit on an office's disk.
    """
    picture = reencode(drawn((3000, 1500)))

    assert ("jpg", 1600, 800) == (picture.extension, picture.width, picture.height)
    assert (1600, 800) == opened(picture.body).size


def test_a_picture_lies_upright_and_says_nothing_of_its_camera() -> None:
    """
    Phones store pictures sideways, with the place they were taken.
    """
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Kamera"
    picture = reencode(drawn((400, 200), exif=exif))

    assert (200, 400) == (picture.width, picture.height)
    assert b"Kamera" not in picture.body
    assert 0 == len(opened(picture.body).getexif())


def test_transparency_stays() -> None:
    """
    A seal on a dark page has no white box around it.
    """
    picture = reencode(drawn((50, 50), "PNG", "RGBA"))

    assert ("png", "RGBA") == (picture.extension, opened(picture.body).mode)


def test_an_animation_becomes_its_first_frame() -> None:
    """
    Nothing moves on a page that is read.
    """
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])

    assert 1 == getattr(opened(reencode(out.getvalue()).body), "n_frames", 1)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (png_header(50_000, 50_000), "too_large"),
        (png_header(9_000, 9_000), "too_large"),
        (png_header(12_000, 10_000), "too_large"),
        (png_header(1, 1), "tracker"),
        (png_header(500, 500), "no_image"),
        (b"", "no_image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no_image"),
        (b"<html>404</html>", "no_image"),
        (drawn((300, 300))[:2000], "no_image"),
    ],
    ids="bomb large larger tracker cut empty svg page half".split(),
)
def test_what_is_no_sound_picture_is_refused_before_it_costs(body: bytes, code: str) -> None:
    """
    A bomb, a counting pixel, half a file and a page in place of a picture each have their name.
    """
    with pytest.raises(ContentError) as caught:
        reencode(body, "https://a/x")

    assert code == caught.value.code


@pytest.mark.parametrize("mode", ["CMYK", "L", "1"])
def test_odd_colour_modes_are_shown(mode: str) -> None:
    """
    Printers' files and stamps are pictures too.
    """
    assert (100, 80) == opened(reencode(drawn((100, 80), "TIFF", mode)).body).size
