"""Take a list of feeds from a file and write one, for other readers. Nothing is fetched here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pembaca.errors import FeedErrorCode, FeedListError, FeedListErrorCode, ParseError
from pembaca.files import whole
from pembaca.services.subscriptions import FeedShelf, Imported, export_opml, import_opml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pembaca.cancel import CancelToken, Report
    from pembaca.model import Feed

_CODES: Final[dict[FeedErrorCode, FeedListErrorCode]] = {"empty": "empty", "too_large": "too_large", "not_a_feed": "no_list"}


def import_file(shelf: FeedShelf, path: Path, cancel: CancelToken, report: Report) -> Imported:
    """Add the feeds of an OPML file that are not there yet.

    Args:
        cancel: ends it at the next feed; those added until then stay.
    Raises:
        FeedListError: it cannot be read, or is no such list; nothing was added.
    """
    from pembaca.feeds.opml import LIMIT  # its XML parser is wanted nowhere else

    try:
        with path.open("rb") as file:
            body = file.read(LIMIT + 1)
    except (OSError, ValueError) as error:
        raise FeedListError(str(path), "unreadable", str(error)) from error
    try:
        return import_opml(shelf, body, str(path), cancel, report)
    except ParseError as error:
        raise FeedListError(str(path), _CODES.get(error.code, "damaged"), error.detail) from error


def export_file(feeds: Iterable[Feed], path: Path, title: str) -> None:
    """Write *feeds* as OPML, whole or not at all, as ``files.whole`` does.

    Raises:
        FeedListError: it cannot be written; what was there before still is.
    """
    body = export_opml(feeds, title)
    try:
        with whole(path) as (file,):
            file.write(body)
    except OSError as error:
        raise FeedListError(str(path), "unwritable", str(error), error.errno) from error
    except ValueError as error:
        raise FeedListError(str(path), "unwritable", str(error)) from error
