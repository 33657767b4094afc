"""Examine the machine and the library: can it be read, kept, fetched and heard? Repairs nothing; findings are facts.

Voice and sound are tried in a child process, since both can take their process with them.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from pembaca.errors import LibraryDamaged, LibraryError, LibraryTooNew, LibraryUnwritable
from pembaca.library.library import Library
from pembaca.processes import surroundings
from pembaca.voice.client import worker_command
from pembaca.voice.protocol import Event, Failed, Ready, Voices, read_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pembaca.paths import Paths

CheckName = Literal["voice", "sound", "library", "paths", "feeds", "screen_reader"]
Status = Literal["ok", "warn", "fail"]

_VOICE_DEADLINE_S: Final = 15.0
_BUS_DEADLINE_S: Final = 5.0
_CLOCK_BACK: Final = timedelta(days=1)
_MAIN_LANGUAGE: Final = "id"
_GDBUS: Final = ("gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: ``code`` says which, ``detail`` and ``count`` are its facts."""

    check: CheckName
    status: Status
    code: str
    detail: str = ""
    count: int = 0


def examine(paths: Paths) -> Iterator[Finding]:
    """Yield one finding a check, in a fixed order, as soon as each is known."""
    yield _voice()
    yield _sound()
    library, feeds = _library(paths)
    yield library
    yield _paths(paths)
    yield feeds
    yield _screen_reader()


def _voice() -> Finding:
    """Ask the voice process which voices it has."""
    events = _events_of(worker_command(output="silent"))
    voices = [voice for event in events if isinstance(event, Voices) for voice in event.voices]
    own = [voice.name for voice in voices if voice.language.split("-")[0] == _MAIN_LANGUAGE]
    failed = [event for event in events if isinstance(event, Failed)]
    if own:
        return Finding("voice", "ok", "voice", own[0], len(voices))
    if failed:
        return Finding("voice", "fail", failed[0].code, failed[0].detail)
    return Finding("voice", "fail", "no_voice" if voices else "died", count=len(voices))


def _sound() -> Finding:
    """Have the voice process open the sound card, without making a sound."""
    events = _events_of(worker_command(engine="silent"))
    if any(isinstance(event, Ready) for event in events):
        return Finding("sound", "ok", "sound")
    detail = next((event.detail for event in events if isinstance(event, Failed)), "")
    return Finding("sound", "fail", "no_sound", detail)


def _events_of(command: tuple[str, ...]) -> list[Event]:
    """Run a voice process until it is ready or has failed; at most 15 s."""
    events: list[Event] = []
    try:
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=surroundings())
    except OSError:
        return events
    deadline = threading.Timer(_VOICE_DEADLINE_S, process.kill)
    deadline.start()
    try:
        assert process.stdout is not None
        for line in process.stdout:
            with contextlib.suppress(msgspec.DecodeError):
                events.append(read_event(line))
                if isinstance(events[-1], Ready | Failed):
                    break
    finally:
        deadline.cancel()
        process.kill()
        process.communicate()
    return events


def _library(paths: Paths) -> tuple[Finding, Finding]:
    """Examine the database, then the feeds in it; nothing is made where there is none."""
    if not paths.database.exists():
        return Finding("library", "ok", "none"), Finding("feeds", "ok", "none")
    try:
        library = Library.open(paths, recovers=False)
    except LibraryError as error:
        code = {LibraryTooNew: "too_new", LibraryDamaged: "damaged", LibraryUnwritable: "unwritable"}.get(type(error), "error")
        return Finding("library", "fail", code, str(paths.database)), Finding("feeds", "warn", "unknown")
    try:
        found, total = library.integrity(), library.counts().total
        feeds, clock = library.feeds(), library.upkeep.clock() or library.last_refresh()
    except LibraryError as error:
        return Finding("library", "fail", "damaged", error.detail), Finding("feeds", "warn", "unknown")
    finally:
        library.close()
    failed = [feed for feed in feeds if feed.status == "failed"]
    health = Finding("library", "ok", "sound", count=total)
    if found:
        health = Finding("library", "fail", "damaged", "; ".join(found))
    elif clock is not None and clock - datetime.now(UTC) > _CLOCK_BACK:
        health = Finding("library", "warn", "clock_back", clock.isoformat(), total)
    if failed:
        return health, Finding("feeds", "warn", "failed", ", ".join(feed.url for feed in failed), len(failed))
    return health, Finding("feeds", "ok", "ok" if feeds else "none", count=len(feeds))


def _paths(paths: Paths) -> Finding:
    """Say whether the folders can be written, or made."""
    for folder in (paths.data, paths.media, paths.cache):
        if not _existing(folder).is_dir() or not os.access(_existing(folder), os.W_OK | os.X_OK):
            return Finding("paths", "fail", "unwritable", str(folder))
    for file in (paths.database, paths.settings):
        if file.exists() and not os.access(file, os.W_OK):
            return Finding("paths", "fail", "unwritable", str(file))
    free_mb = shutil.disk_usage(_existing(paths.data)).free // 1_000_000
    if free_mb < 100:
        return Finding("paths", "warn", "little_space", str(paths.data), free_mb)
    return Finding("paths", "ok", "writable", str(paths.data), free_mb)


def _existing(folder: Path) -> Path:
    """Return *folder*, or the nearest folder above it that is there."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _screen_reader() -> Finding:
    """Say whether a screen reader can be reached (Linux: AT-SPI), and whether one runs."""
    if not sys.platform.startswith("linux") or shutil.which("gdbus") is None:
        return Finding("screen_reader", "warn", "unknown")
    if _ask_bus("org.a11y.Bus.GetAddress") is None:
        return Finding("screen_reader", "warn", "no_bus")
    if _is_orca_running():
        return Finding("screen_reader", "ok", "running", "Orca")
    enabled = _ask_bus("org.freedesktop.DBus.Properties.Get", "org.a11y.Status", "ScreenReaderEnabled")
    return Finding("screen_reader", "ok", "running" if enabled and "true" in enabled else "reachable")


def _ask_bus(method: str, *values: str) -> str | None:
    try:
        answer = subprocess.run(
            (*_GDBUS, "--method", method, *values), capture_output=True, text=True, timeout=_BUS_DEADLINE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout if answer.returncode == 0 else None


def _is_orca_running() -> bool:
    for name in Path("/proc").glob("[0-9]*/comm"):
        with contextlib.suppress(OSError):
            if name.read_text().strip() == "orca":
                return True
    return False
