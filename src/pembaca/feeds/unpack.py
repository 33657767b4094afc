"""Unpack a gzip or deflate body piece by piece, never further than asked, and notice when its end is missing."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

_GZIP: Final = b"\x1f\x8b"
_PLAIN: Final = (b"<?xml", b"<rss", b"<feed", b"<rdf", b"<!", b"<html", b'{"')
_BLANKS: Final = b"\xef\xbb\xbf \t\r\n"
_STEP: Final = 65_536  # bytes given out at a time, however far a piece would swell


class Unpacker:
    """Turns the pieces of a body into what they hold. ``encoding`` is the Content-Encoding header, or None.

    A header that forgets gzip, or calls plain markup packed, is passed over.
    """

    def __init__(self, encoding: str | None) -> None:
        self._is_packed = (encoding or "identity").strip().lower() in ("gzip", "x-gzip", "deflate")
        self._inflater = zlib.decompressobj(47)  # gzip or zlib, told apart by their header
        self._is_started = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Yield what *piece* adds, in steps of at most 64 KiB.

        Raises:
            ValueError: the bytes are not packed the way the header says.
        """
        if not self._is_started:
            self._is_packed = piece.startswith(_GZIP) or (self._is_packed and not piece.lstrip(_BLANKS).startswith(_PLAIN))
        if not self._is_packed:
            self._is_started = True
            yield piece
            return
        try:
            while piece and not self._inflater.eof:
                yield self._step(piece)
                piece = self._inflater.unconsumed_tail
                if self._inflater.eof and self._inflater.unused_data.startswith(_GZIP):
                    piece = self._inflater.unused_data
                    self._inflater = zlib.decompressobj(47)
        except zlib.error as error:
            raise ValueError(f"not packed as announced: {error}") from error

    @property
    def is_whole(self) -> bool:
        """Whether the body's own end mark has come; True for one that is not packed, and for none at all."""
        return not self._is_packed or not self._is_started or self._inflater.eof

    def _step(self, piece: bytes) -> bytes:
        if self._is_started:
            return self._inflater.decompress(piece, _STEP)
        self._is_started = True
        try:
            return self._inflater.decompress(piece, _STEP)
        except zlib.error:
            self._inflater = zlib.decompressobj(-15)  # "deflate" without its wrapper, as old IIS sends it
            return self._inflater.decompress(piece, _STEP)
