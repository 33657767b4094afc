"""What sounds: one take, the one after it, and the place to the sample. No sound card and no clock in here.

Obeyed from any thread; ``fill`` is called by whoever feeds the sound card. Cuts fade over 1.5 ms so that they do not click;
a pause keeps its sample, and what faded out fades in again on resuming.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right

import msgspec

from pembaca.voice.pcm import shaped
from pembaca.voice.protocol import Boundary, Finished, Started

FADE_FRAMES = 33
SoundEvent = Started | Boundary | Finished


class Clip(msgspec.Struct, frozen=True):
    """A rendered utterance at the player's sample rate; ``words`` are ascending frames, one a word."""

    utterance: int
    pcm: bytes
    words: tuple[int, ...]

    @property
    def frames(self) -> int:
        """Its length."""
        return len(self.pcm) // 2

    def matching(self, other: Clip, frame: int) -> int:
        """Return the frame of *other*, which says the same words, that corresponds to *frame* of this one."""
        word = bisect_right(self.words, frame) - 1
        start, end = self._stretch(word)
        other_start, other_end = other._stretch(word)
        share = (frame - start) / (end - start) if end > start else 0.0
        return min(other.frames, other_start + int(share * (other_end - other_start)))

    def _stretch(self, word: int) -> tuple[int, int]:
        start = self.words[min(word, len(self.words) - 1)] if word >= 0 and self.words else 0
        end = self.words[word + 1] if word + 1 < len(self.words) else self.frames
        return start, end


class _Sounding(msgspec.Struct):
    take: int
    clip: Clip
    frame: int
    next_word: int
    level: float
    is_announced: bool = False


class Heard(msgspec.Struct, frozen=True):
    """An event and how many frames after the block's first one it belongs; ``epoch`` tells what was cancelled since."""

    frame: int
    event: SoundEvent
    epoch: int


class Player:
    """Mixes takes into blocks of sound."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: _Sounding | None = None
        self._next: tuple[int, Clip] | None = None
        self._tail = b""
        self._is_held = False
        self._gain = 1.0
        self.epoch = 0

    @property
    def is_busy(self) -> bool:
        """Whether the next block holds sound."""
        return bool(self._tail) or (self._now is not None and not self._is_held)

    def play(self, take: int, clip: Clip, word: int, *, is_held: bool = False) -> None:
        """Cut what sounds and play *clip* from the start of *word*, now or when resumed."""
        with self._lock:
            self._cut()
            frame = clip.words[word] if 0 < word < len(clip.words) else 0
            self._now = _Sounding(take, clip, frame, bisect_left(clip.words, frame), 0.0 if frame else self._gain)
            self._next, self._is_held = None, is_held
            self.epoch += 1

    def queue(self, take: int, clip: Clip) -> None:
        """Play *clip* after what sounds; at once if nothing does."""
        with self._lock:
            if self._now is None:
                self._now = _Sounding(take, clip, 0, 0, self._gain)
            else:
                self._next = (take, clip)

    def swap(self, take: int, clip: Clip) -> None:
        """Go on with *take* at the corresponding place of *clip*; nothing happens if the take is over."""
        with self._lock:
            now = self._now
            if now is not None and now.take == take:
                self._cut()
                frame = now.clip.matching(clip, now.frame)
                self._now = _Sounding(take, clip, frame, now.next_word, 0.0, now.is_announced)
            elif self._next is not None and self._next[0] == take:
                self._next = (take, clip)

    def pause(self) -> None:
        """Be silent; the place is kept."""
        with self._lock:
            self._cut()
            self._is_held = True
            if self._now is not None:
                self._now.level = 0.0

    def resume(self) -> None:
        """Go on at the place."""
        with self._lock:
            self._is_held = False

    def stop(self) -> None:
        """Be silent; nothing is kept."""
        with self._lock:
            self._cut()
            self._now = self._next = None
            self._is_held = False
            self.epoch += 1

    def set_volume(self, percent: int) -> None:
        """Set the loudness; the ear's curve is near a square."""
        with self._lock:
            self._gain = (max(0, min(100, percent)) / 100) ** 2

    def fill(self, frames: int) -> tuple[bytes, list[Heard]]:
        """Return exactly *frames* frames to be heard next, and what happens in them, in order."""
        with self._lock:
            pieces, events, done = [self._tail[: 2 * frames]], list[Heard](), len(self._tail[: 2 * frames]) // 2
            self._tail = self._tail[2 * frames :]
            while done < frames and self._now is not None and not self._is_held:
                piece = self._advance(self._now, done, frames - done, events)
                pieces.append(piece)
                done += len(piece) // 2
            pieces.append(bytes(2 * (frames - done)))
            return b"".join(pieces), events

    def _advance(self, now: _Sounding, offset: int, room: int, events: list[Heard]) -> bytes:
        clip, start = now.clip, now.frame
        end = min(clip.frames, start + room)
        if not now.is_announced:
            now.is_announced = True
            events.append(Heard(offset, Started(now.take), self.epoch))
        while now.next_word < len(clip.words) and clip.words[now.next_word] < max(end, start + 1):
            at = offset + max(0, clip.words[now.next_word] - start)
            events.append(Heard(at, Boundary(now.take, now.next_word), self.epoch))
            now.next_word += 1
        piece = shaped(clip.pcm[2 * start : 2 * end], now.level, self._gain, FADE_FRAMES)
        now.level, now.frame = self._gain, end
        if end >= clip.frames:
            events.append(Heard(offset + end - start, Finished(now.take), self.epoch))
            following, self._next = self._next, None
            self._now = _Sounding(following[0], following[1], 0, 0, self._gain) if following else None
        return piece

    def _cut(self) -> None:
        now = self._now
        if now is not None and not self._is_held and now.frame and not self._tail:
            piece = now.clip.pcm[2 * now.frame : 2 * (now.frame + FADE_FRAMES)]
            self._tail = shaped(piece, now.level, 0.0, FADE_FRAMES)
