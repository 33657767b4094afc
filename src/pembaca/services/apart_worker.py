"""The process apart: ``python -m pembaca.services.apart_worker``. Parses what strangers sent; stores, fetches and shows nothing.

It answers one order after another on its pipes until they close, so that its parsers are loaded once for many pages.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from typing import BinaryIO, Final

import msgspec

from pembaca.services.apart_protocol import (
    NO_MEMORY,
    Answer,
    FeedOrder,
    FeedTextOrder,
    Order,
    PageOrder,
    PictureOrder,
    Refusal,
    Smaller,
    read_frame,
    write_frame,
)

_MEMORY: Final = 230_000_000  # bytes of data; what needs more gives up, and the rest of the computer stays fast


def main() -> None:
    """Answer orders until the pipe ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not get into the answers
    _limit_memory()
    threading.Thread(target=_end_with, args=(os.getppid(),), name="parent", daemon=True).start()
    serve(sys.stdin.buffer, answers)


def serve(orders: BinaryIO, answers: BinaryIO) -> None:
    """Answer what stands in *orders*, one frame each."""
    decoder = msgspec.json.Decoder(Order)
    while frame := read_frame(orders):
        head, body = frame
        answer, content = _answer(decoder.decode(head), body)
        write_frame(answers, msgspec.json.encode(answer), content)


def _answer(order: Order, body: bytes) -> tuple[Answer, bytes]:
    from pembaca.errors import ContentError, ParseError

    try:
        match order:
            case PageOrder():
                from pembaca.content.article import from_page

                page = from_page(
                    body, order.url, order.content_type, title=order.title, published=order.published, byline=order.byline
                )
                return page, b""
            case FeedTextOrder():
                from pembaca.content.article import from_feed

                return from_feed(order.entry, order.base_url), b""
            case FeedOrder():
                from pembaca.feeds.parse import parse

                return parse(body, order.url, order.content_type), b""
            case PictureOrder():
                from pembaca.content.images import reencode

                picture = reencode(body, order.url)
                return Smaller(picture.extension, picture.width, picture.height), picture.body
    except (ContentError, ParseError) as error:
        return Refusal(error.code, error.detail), b""
    except MemoryError:
        return Refusal("too_large", NO_MEMORY), b""


def _end_with(parent: int) -> None:
    """End when the parent was killed: its pipe tells only whoever reads, and a parser may be at work for long."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


def _limit_memory() -> None:
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main()
