"""Unpack a gzip or deflate body piece by piece, never further than asked, and notice when its end is missing."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

_STEP: Final = 65_536  # bytes given out at a time, however far a piece would swell


class Unpacker:
    """Turns the pieces of a body into what they hold. ``encoding`` is the Content-Encoding header, or None."""

    def __init__(self, encoding: str | None) -> None:
        self._is_packed = (encoding or "identity").strip().lower() in ("gzip", "x-gzip", "deflate")
        self._inflater = zlib.decompressobj(47)  # gzip or zlib, told apart by their header
        self._is_started = False

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """Yield what *piece* adds, in steps of at most 64 KiB.

        Raises:
            ValueError: the bytes are not packed the way the header says.
        """
        if not self._is_packed:
            yield piece
            return
        try:
            while piece and not self._inflater.eof:
                yield self._step(piece)
                piece = self._inflater.unconsumed_tail
                if self._inflater.eof and self._inflater.unused_data.startswith(b"\x1f\x8b"):
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
