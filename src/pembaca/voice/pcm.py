"""Arithmetic on sound samples: levels, silence, sample rates. Pure: mono signed 16-bit samples in, the same out."""

from __future__ import annotations

import sys
from array import array

SAMPLE_RATE = 22050  # Hz of all that is played: espeak-ng's own; what other engines make is brought to it
SILENCE_LEVEL = 24  # of 32767 (-63 dBFS): what lies under it at an edge is silence


def samples_of(pcm: bytes) -> array[int]:
    """Read little-endian bytes as numbers."""
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def bytes_of(samples: array[int]) -> bytes:
    """Write numbers as little-endian bytes."""
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples.tobytes()


def shaped(pcm: bytes, level: float, target: float, ramp: int) -> bytes:
    """Return *pcm* multiplied by a factor that goes from *level* to *target* over the first *ramp* samples, then stays."""
    if level == target == 1.0:
        return pcm
    samples = samples_of(pcm)
    slope = min(ramp, len(samples)) if level != target else 0
    step = (target - level) / ramp if ramp else 0.0
    head = [int(samples[i] * (level + step * (i + 1))) for i in range(slope)]
    return bytes_of(array("h", head + [int(sample * target) for sample in samples[slope:]]))


def leading_silence(samples: array[int], limit: int) -> int:
    """Count the silent samples at the start, at most *limit*."""
    for index, sample in enumerate(samples[:limit]):
        if sample > SILENCE_LEVEL or sample < -SILENCE_LEVEL:
            return index
    return min(limit, len(samples))


def trailing_silence(samples: array[int], limit: int) -> int:
    """Count the silent samples at the end, at most *limit*."""
    tail = samples[-limit:] if limit else samples[:0]
    for index, sample in enumerate(reversed(tail)):
        if sample > SILENCE_LEVEL or sample < -SILENCE_LEVEL:
            return index
    return len(tail)


def resampled(pcm: bytes, rate: int, wanted: int) -> bytes:
    """Return the same sound at *wanted* samples a second, by straight lines between samples."""
    if rate == wanted or not pcm:
        return pcm
    old = samples_of(pcm)
    step, last = rate / wanted, len(old) - 1
    new = array("h")
    for index in range(int(len(old) * wanted / rate)):
        place = index * step
        left = min(int(place), last)
        right = min(left + 1, last)
        new.append(int(old[left] + (old[right] - old[left]) * (place - left)))
    return bytes_of(new)
