"""What a blind reader hears: the real Orca beside the real window, key by key.

``python -m tests.system.orca [--voice] [--size WxH] KEY…`` prints it for a filled library, with a voice of its own or without.
Keys are named as xdotool does; ``3*Down`` three times, ``type:words`` types, ``500`` makes the site answer with an error and
``200`` as usual again.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.system.accessibility import Accessibility
from tests.system.desktop import SYSTEM_PYTHON, Desktop, until
from tests.system.filling import Newsroom
from tests.system.sound import Recorder
from tests.system.window import NO_SOUND, Window

_RECORDER = Path(__file__).with_name("orca_recorder.py")
_QUIET_S = 0.45  # Orca is done when it has said nothing for so long: messages follow each other 150 ms apart
_PATIENT_S = 1.2  # the same where nobody knows what is to come
_LONGEST_S = 15.0


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing Orca said, or the mark that it cut itself off (kind STOP, no words)."""

    kind: str
    words: str


class Orca:
    """A running screen reader on *desktop*."""

    def __init__(self, desktop: Desktop) -> None:
        self._file = desktop.base / "transcript"
        self._file.touch()
        self._place = 0
        prefs = desktop.base / "orca"
        prefs.mkdir()
        env = {"ORCA_TRANSCRIPT": str(self._file), "ORCA_PREFS": str(prefs)}
        log = desktop.base / "orca.log"
        self._process = desktop.start([SYSTEM_PYTHON, "-P", str(_RECORDER)], env, log)
        until(lambda: "Screen reader on" in self._file.read_text() or self._process.poll() is not None, 60)
        assert self._process.poll() is None, log.read_text()
        self.listen()

    def close(self) -> None:
        """End it at once; asked politely it would wait for its next event."""
        self._process.kill()
        self._process.wait(5)

    def listen(self, words: str = "", quiet_s: float = _QUIET_S) -> tuple[str, ...]:
        """Wait until *words* have been said and then nothing more; return all that was said since the last time."""
        said: list[Utterance] = []
        begun = last = time.monotonic()
        while time.monotonic() - last < quiet_s or (words and not any(words in one.words for one in said)):
            new = self._new()
            said += new
            now = time.monotonic()
            last = now if new else last
            if now - begun > _LONGEST_S:
                break
            time.sleep(0.02)
        return tuple(one.words for one in said if one.words.strip())

    def _new(self) -> list[Utterance]:
        with self._file.open(encoding="utf-8") as file:
            file.seek(self._place)
            text = file.read()
            whole = text[: text.rfind("\n") + 1]
            self._place += len(whole.encode())
        parts = [line.split("\t", 2) for line in whole.splitlines()]
        return [Utterance(kind, words) for _, kind, words in parts]


def main(arguments: list[str]) -> int:
    """Print what is heard for each key."""
    parser = argparse.ArgumentParser(prog="python -m tests.system.orca")
    parser.add_argument("--size", default="1280x900")
    parser.add_argument("--voice", action="store_true")
    parser.add_argument("keys", nargs="*")
    options = parser.parse_args(arguments)
    for name in ("LANGUAGE", "LC_ALL", "LANG"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="pembaca-orca-") as base, Newsroom(Path(base) / "pustaka") as room:
        desktop = Desktop(Path(base) / "desktop", options.size)
        card = Recorder(Path(base)) if options.voice else None
        try:
            _play(desktop, room, options.keys, card.env if card is not None else NO_SOUND)
        finally:
            desktop.close()
            if card is not None:
                card.close()
    return 0


def _play(desktop: Desktop, room: Newsroom, keys: list[str], sound: Mapping[str, str]) -> None:
    eyes, orca = Accessibility(desktop, listens=False), Orca(desktop)
    window = Window(desktop, eyes, room.data_dir, sound)
    _print("start", orca.listen(quiet_s=_PATIENT_S))
    for key in keys:
        times, name = re.fullmatch(r"(?:(\d+)\*)?(.+)", key, re.S).groups()  # type: ignore[union-attr]
        for _ in range(int(times or 1)):
            if name in ("200", "500"):
                room.answer(int(name))
                continue
            window.write(name[5:]) if name.startswith("type:") else window.press(name)
            _print(name, orca.listen(quiet_s=_PATIENT_S))
    orca.close()
    window.kill()
    eyes.close()


def _print(key: str, said: tuple[str, ...]) -> None:
    print(f"{'[' + key + ']':<16}{' | '.join(said) or '–'}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
