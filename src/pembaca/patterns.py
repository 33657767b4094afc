"""Regular expressions that are compiled when they are first used: some take longer to compile than a start or a feed may take."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)  # from now on it is as quick as the pattern's own
        return value


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` returns, for calling its methods; an error in *pattern* is raised by the first of them."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
