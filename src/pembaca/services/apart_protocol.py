"""What is said to the process apart and what it answers: frames of a JSON head and a body of bytes. Does nothing itself."""

from __future__ import annotations

import struct
from datetime import datetime  # msgspec looks the name up when it decodes
from typing import IO, Final

import msgspec

from pembaca.document import Document
from pembaca.model import ParsedEntry, ParsedFeed

NO_MEMORY: Final = "memory"
_SIZES: Final = struct.Struct("<II")


class PageOrder(msgspec.Struct, frozen=True, tag="page"):
    """Read the page in the body."""

    url: str
    content_type: str | None
    title: str = ""
    published: datetime | None = None
    byline: str | None = None


class FeedTextOrder(msgspec.Struct, frozen=True, tag="text"):
    """Read what a feed carries of one entry."""

    entry: ParsedEntry
    base_url: str


class FeedOrder(msgspec.Struct, frozen=True, tag="feed"):
    """Read the feed in the body."""

    url: str
    content_type: str | None


class PictureOrder(msgspec.Struct, frozen=True, tag="picture"):
    """Make the picture in the body small and safe."""

    url: str


class Smaller(msgspec.Struct, frozen=True):
    """A picture, its bytes in the body."""

    extension: str
    width: int
    height: int


class Refusal(msgspec.Struct, frozen=True):
    """It could not be read: the code and detail of the error."""

    refused: str
    detail: str = ""


Order = PageOrder | FeedTextOrder | FeedOrder | PictureOrder
Answer = Document | ParsedFeed | Smaller | Refusal


def write_frame(pipe: IO[bytes], head: bytes, body: bytes = b"") -> None:
    """Write one frame, all of it."""
    pipe.write(_SIZES.pack(len(head), len(body)) + head)
    if body:
        pipe.write(body)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Read one frame; None at the pipe's end, be it in the middle of a frame."""
    sizes = pipe.read(_SIZES.size)
    if len(sizes) < _SIZES.size:
        return None
    head_size, body_size = _SIZES.unpack(sizes)
    head, body = pipe.read(head_size), pipe.read(body_size)
    return (head, body) if len(head) == head_size and len(body) == body_size else None
