"""Make addresses found in a page absolute, and let only harmless ones through. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

NOWHERE: Final = "#"  # stands for the address of a link that leads nowhere, until the lines of the site are told
_CONTROLS: Final = re.compile(r"[\x00-\x20\x7f-\x9f\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+")
_NOWHERE: Final = re.compile(r"(?:https?|mailto):/*", re.IGNORECASE)
_SAFE: Final = "%!#$&'()*+,/:;=?@[]~"
_PLAIN: Final = re.compile(r"https?://[a-z\d.-]*[a-z\d](?::\d+)?(?:/(?!/)[\w!$&'()*+,./:;=?@~-]*(?<![?]))?", re.ASCII)
_PLACEHOLDER: Final = re.compile(r"(?:^data:|blank\.gif|placeholder|lazy|spacer|loading|1x1|pixel|transparent)", re.IGNORECASE)
_LAZY: Final = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-large-file", "data-lazy", "data-url")
_WIDEST: Final = 1_600  # pixels; larger copies are scaled down anyway


def link_address(written: str, base: str) -> str:
    """Return an absolute http, https or mailto address; "" for anything else, in whatever disguise."""
    return _absolute(written, base, ("http", "https", "mailto"))


def image_address(attributes: Mapping[str, str], base: str) -> str:
    """Return where the picture of an ``img`` lies, lazy loading seen through; "" for data:, SVG and nothing."""
    written = attributes.get("src", "")
    lazy = next((attributes[name] for name in _LAZY if attributes.get(name)), "")
    sets = attributes.get("data-srcset") or attributes.get("data-lazy-srcset") or attributes.get("srcset") or ""
    if lazy and (not written or _PLACEHOLDER.search(written) or lazy != written):
        written = lazy
    elif not written or _PLACEHOLDER.search(written):
        written = _from_set(sets) or written
    address = _absolute(written, base, ("http", "https")).partition("#")[0]
    return "" if urlsplit(address).path.lower().endswith((".svg", ".svgz")) else address


def _from_set(sets: str) -> str:
    """Choose from a ``srcset`` the largest copy that is not larger than needed."""
    choices: list[tuple[float, str]] = []
    for choice in re.split(r",\s+|,(?=https?:)", sets.strip()):
        address, _, size = choice.strip().partition(" ")
        number = re.match(r"[\d.]+", size.strip())
        choices.append((float(number[0]) if number and number[0].strip(".") else 1.0, address))
    fitting = [choice for choice in choices if choice[0] <= _WIDEST] or choices
    return max(fitting, default=(0.0, ""))[1]


def _absolute(written: str, base: str, schemes: tuple[str, ...]) -> str:
    written = written.strip()
    if _PLAIN.fullmatch(written):
        return written
    cleaned = _CONTROLS.sub(lambda match: "%20" if set(match[0]) == {" "} else "", written)
    if not cleaned or cleaned.startswith("#") or _NOWHERE.fullmatch(cleaned):
        return ""
    try:
        address = urljoin(base, cleaned)
        parts = urlsplit(address)
        scheme = parts.scheme.lower()
        if scheme not in schemes or (scheme != "mailto" and not parts.hostname):
            return ""
        path = re.sub(r"^/{2,}", "/", parts.path)  # Joomla's "https://host//images/x"
        return quote(urlunsplit((scheme, parts.netloc, path, parts.query, parts.fragment)), safe=_SAFE)
    except ValueError:
        return ""
