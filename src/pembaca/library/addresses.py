"""By what part of its address an entry is found again when its guid is new. Pure."""

from __future__ import annotations

from typing import Final

from pembaca.patterns import late

_TRACKING: Final = late(r"(?:^|&)(?:utm_\w+|fbclid|gclid)=[^&]*")


def slug(url: str) -> str:
    """Return the last part of the path; with the query if the path alone says nothing (none, or a script as index.php).

    Two addresses of one page have the same slug; many pages may have it too. "" for what is no address.
    """
    whole, _, query = url.partition("#")[0].partition("?")
    last = whole.partition("//")[2].partition("/")[2].rstrip("/").rpartition("/")[2]
    if last and not last.lower().endswith((".php", ".asp", ".aspx", ".jsp", ".cgi")):
        return last
    query = _TRACKING.sub("", query).strip("&")
    return f"{last}?{query}" if query else last
