"""What remains when something dies: no process, no lost word, the same article and place; and one window a library."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.servers import raw
from tests.system.conftest import MakeWindow
from tests.system.desktop import until
from tests.system.filling import RICH, plain, store
from tests.system.window import NO_SOUND, Window, command

from pembaca.model import ReadingPlace

_SLOW_FEED = b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 100000\r\n\r\n<rss version='2.0'><channel>"


def _alive(pids: list[int]) -> list[int]:
    found = []
    for pid in pids:
        with suppress(OSError):
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
                found.append(pid)
    return found


def _place(window: Window, article: int = 1) -> ReadingPlace | None:
    return window.library(lambda library: library.place(article))


def _read_to(window: Window, sentence: int) -> None:
    window.press("space")
    window.until(lambda: window.sentence() >= sentence, 60)


@contextmanager
def _slow_site() -> Iterator[tuple[str, threading.Event]]:
    """Serve a feed that never ends, and tell when it is asked for."""
    asked = threading.Event()

    def talk(peer: object) -> None:
        peer.sendall(_SLOW_FEED)  # type: ignore[attr-defined]
        asked.set()
        peer.recv(1)  # type: ignore[attr-defined]

    with raw(talk) as url:
        yield url, asked


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A library with one feed."""
    store(tmp_path / "pustaka", plain("Berita panjang", 6, sentences=12), RICH)
    return tmp_path / "pustaka"


def test_no_process_outlives_a_window_killed_while_reading(open_window: MakeWindow, data_dir: Path) -> None:
    """
    The voice does not go on speaking out of nowhere, and a kiosk does not fill up with dead windows.
    """
    window = open_window(data_dir)
    _read_to(window, 2)
    children = window.children()
    assert children
    window.kill()
    until(lambda: not _alive(children), 2)


@pytest.mark.parametrize("has_sound", [True, False])
def test_a_window_killed_during_a_refresh_loses_nothing(
    open_window: MakeWindow, data_dir: Path, sound_card: Mapping[str, str], has_sound: bool
) -> None:
    """
    A power cut at the worst moment: the articles, the marks, the open article and the reading place are all there.
    """
    with _slow_site() as (url, asked):
        store(data_dir, feed=url, title="Lambat")
        window = open_window(data_dir, sound_card if has_sound else NO_SOUND, rate_wpm=400)
        first = window.settings().last_article
        assert first is not None
        window.press("ctrl+d")
        window.until(lambda: "bintang" in window.rows()[0])
        if has_sound:
            _read_to(window, 3)
            window.until(lambda: _place(window, first) is not None)
        else:
            window.library(lambda library: library.set_place(first, ReadingPlace(200, 1000)))
        window.press("F5")
        until(asked.is_set, 10)
        rows = window.library(lambda library: library.articles())
        window.kill()

    place = _place(window, first)
    again = open_window(data_dir, sound_card if has_sound else NO_SOUND)
    kept = again.library(lambda library: library.articles())
    assert () == again.library(lambda library: library.integrity())
    assert [(row.id, row.is_starred, row.title) for row in rows] == [(row.id, row.is_starred, row.title) for row in kept]
    assert first == again.settings().last_article
    assert again.shows(f"{rows[0].title} – Pembaca")
    assert place is not None
    if has_sound:
        again.until(lambda: again.sentence() >= 3)
        _read_to(again, 3)
    assert place.offset <= (_place(again, first) or place).offset


def test_reading_goes_on_from_the_sentence_in_which_the_voice_died(open_window: MakeWindow, data_dir: Path) -> None:
    """
    The voice process is killed; another says the same sentence again and reading goes on.
    """
    window = open_window(data_dir, rate_wpm=300)
    _read_to(window, 3)
    before = window.sentence()
    (voice,) = window.children()
    os.kill(voice, signal.SIGKILL)
    window.until(lambda: voice not in window.children() and len(window.children()) == 1)
    after = window.sentence()

    assert after in (before, before + 1)
    window.until(lambda: window.is_reading() and window.sentence() == after + 1, 60)


def test_a_second_start_brings_the_first_window_to_the_front(open_window: MakeWindow, data_dir: Path, tmp_path: Path) -> None:
    """
    Two windows on one library would write over each other's marks.
    """
    window = open_window(data_dir)
    store(tmp_path / "lain", RICH)
    cover = open_window(tmp_path / "lain")
    assert cover.is_in_front()
    second = subprocess.run(
        command(data_dir), env={**window.desktop.env, **window.env}, capture_output=True, timeout=30, check=False
    )

    assert (0, b"") == (second.returncode, second.stderr)
    until(window.is_in_front)


def test_a_start_after_a_kill_is_not_taken_for_a_second_one(open_window: MakeWindow, data_dir: Path) -> None:
    """
    The lock of a window that is gone locks nobody out.
    """
    open_window(data_dir).kill()
    window = open_window(data_dir)

    assert window.shows("Berita panjang – Pembaca")


def test_without_a_sound_card_the_window_says_so_and_answers(open_window: MakeWindow, data_dir: Path) -> None:
    """
    What is missing, what still works and what to do are words in the tree; reading by eye and by braille goes on.
    """
    window = open_window(data_dir, NO_SOUND)
    window.until(lambda: window.shows("Tidak ada perangkat suara yang dapat dipakai"))
    words = window.words()
    started = time.monotonic()
    window.press("Down")
    window.until(lambda: window.shows("Layanan baru 😀 untuk warga – Pembaca"))

    assert "Membaca tetap bisa. Sambungkan pengeras suara atau penyuara telinga, lalu tekan Uji suara." in words
    assert time.monotonic() - started < 5
    assert "Kantor wilayah membuka layanan baru" in window.article().text
