"""Find text in a text. Pure: spans out."""

from __future__ import annotations

import re

from pembaca.document import TextSpan


def find_all(text: str, wanted: str) -> tuple[TextSpan, ...]:
    """Return every place of *wanted* in *text*, ascending, not overlapping; case and kind of white space do not count."""
    words = [re.escape(word) for word in wanted.split()]
    if not words:
        return ()
    return tuple(TextSpan(*match.span()) for match in re.finditer(r"\s+".join(words), text, re.IGNORECASE))


def nearest(spans: tuple[TextSpan, ...], low: int, high: int, *, forward: bool) -> int:
    """Return the index of the next span from the selection *low* to *high* (the caret: *low*), going round at the ends."""
    if forward:
        return next((nth for nth, span in enumerate(spans) if span.start >= high), 0)
    return next((nth for nth in reversed(range(len(spans))) if spans[nth].start < low), len(spans) - 1)
