"""Text of other languages: its words and figures as printed, signs as rests; the voice of that language knows the rest. Pure."""

from __future__ import annotations

import re
from typing import Final

from pembaca.speech.normalise.line import COMBINING, UNHEARD, Line
from pembaca.speech.normalise.spoken import Pause, Say, SpeechLine

_TOKEN: Final = re.compile(rf"[^\W_](?:[^\W_]|[{COMBINING}{UNHEARD}]|['.,:/@&-](?=[^\W_]))*[%°]?")
_SIGNS: Final = {"&": "and", "%": "percent", "$": "dollar", "€": "euro", "£": "pound", "+": "plus", "=": "equals", "@": "at"}
_RESTS: Final = {**dict.fromkeys(',–()[]"…', ","), ";": ";", ":": ":", ".": ".", "!": "!", "?": "?"}


def read(line: Line, start: int, end: int, speech: SpeechLine) -> None:
    """Add the words between *start* and *end* to *speech*."""
    position = start
    while position < end:
        match = _TOKEN.match(line.text, position, end)
        if match:
            speech.say(Say(match[0].replace(UNHEARD, ""), position, match.end()))
            position = match.end()
            continue
        sign = line.text[position]
        rest = Pause(_RESTS[sign]) if sign in _RESTS else None
        if rest:
            speech.pause(rest.mark)
        elif sign in _SIGNS:
            speech.say(Say(_SIGNS[sign], position, position + 1))
        position += 1
