"""Engines that hang, for the voice process to be rid of."""

from __future__ import annotations

import ctypes
import time

from pembaca.voice.engines.silent import SilentEngine
from pembaca.voice.protocol import Rendered, Segment

_PR_SET_NAME = 15  # <linux/prctl.h>


class HangingEngine(SilentEngine):
    """Never comes back from rendering, but lets other threads run."""

    def render(self, segments: tuple[Segment, ...], voice: str, rate_wpm: int) -> Rendered:
        """Sleep."""
        ctypes.CDLL(None).prctl(_PR_SET_NAME, b"hanging")
        time.sleep(3600)
        return super().render(segments, voice, rate_wpm)


class SelfishEngine(SilentEngine):
    """Never comes back from rendering, and lets no other thread run either, as a native library may."""

    def render(self, segments: tuple[Segment, ...], voice: str, rate_wpm: int) -> Rendered:
        """Sleep with the interpreter's lock held."""
        ctypes.CDLL(None).prctl(_PR_SET_NAME, b"hanging")
        ctypes.PyDLL(None).sleep(3600)
        return super().render(segments, voice, rate_wpm)
