"""What assistive technology sees of a window: the tree, the focus, the text, the announcements. Looks, touches nothing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.system.desktop import SYSTEM_PYTHON, Desktop

_PROBE = Path(__file__).with_name("accessibility_probe.py")
BUTTONS = ("push button", "button")  # at-spi2 2.46 and 2.56 name the role so


@dataclass(frozen=True, slots=True)
class Node:
    """One shown object. ``bounds`` are left, top, width and height, px on the screen; ``count`` counts hidden children too."""

    path: str
    role: str
    name: str
    description: str
    states: frozenset[str]
    bounds: tuple[int, int, int, int]
    count: int = 0
    children: tuple[Node, ...] = ()

    def all(self) -> Iterator[Node]:
        """Give this object and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.all()

    def outline(self, depth: int = 0) -> str:
        """Return all of it as indented lines, for a person who looks for a fault."""
        said = ", ".join(sorted(self.states & {"focused", "focusable", "active", "checked", "selected"}))
        line = f"{'  ' * depth}{self.role} {self.name!r} {self.bounds} {said}\n"
        return line + "".join(child.outline(depth + 1) for child in self.children)

    @property
    def is_focusable(self) -> bool:
        """Whether a person can bring the focus there; Qt does not say so of a menu's entries."""
        return "enabled" in self.states and ("focusable" in self.states or self.role.endswith("menu item"))


def _node(raw: dict[str, Any]) -> Node:
    return Node(
        raw["path"],
        raw["role"],
        raw["name"],
        raw["description"],
        frozenset(raw["states"]),
        tuple(raw["bounds"]),
        raw["count"],
        tuple(map(_node, raw["children"])),
    )


@dataclass(frozen=True, slots=True)
class Text:
    """What an object's Text interface says; the caret counts code points."""

    text: str
    caret: int


class Accessibility:
    """One client of the desktop's accessibility bus, for all windows there.

    Args:
        listens: hear announcements; beside a screen reader it only looks.
    """

    def __init__(self, desktop: Desktop, *, listens: bool = True) -> None:
        pipe = subprocess.PIPE
        how = [SYSTEM_PYTHON, str(_PROBE), *(["--listen"] if listens else [])]
        self._probe = subprocess.Popen(how, env=desktop.env, stdin=pipe, stdout=pipe)
        self._read()

    def close(self) -> None:
        """End the client."""
        assert self._probe.stdin is not None
        assert self._probe.stdout is not None
        self._probe.stdin.close()
        self._probe.wait(5)
        self._probe.stdout.close()

    def tree(self, pid: int, *, whole: bool = False) -> Node | None:
        """Return all that the program with that number shows; None if it is not there (yet).

        Args:
            whole: with descriptions and bounds, which take as long again.
        """
        raw = self._ask("tree", pid, whole=whole)
        return None if raw is None else _node(raw)

    def focus(self, pid: int) -> Node | None:
        """Return what has the focus."""
        raw = self._ask("focus", pid)
        return None if raw is None else _node(raw)

    def text(self, pid: int, path: str) -> Text:
        """Return the text of the shown object *path*."""
        raw = self._ask("text", pid, path=path)
        return Text(raw["text"], raw["caret"])

    def runs(self, pid: int, path: str) -> tuple[tuple[int, int, dict[str, str]], ...]:
        """Return the runs of equal text attributes in the shown object *path*: first, last (code points), and what they are."""
        return tuple((first, last, attributes) for first, last, attributes in self._ask("runs", pid, path=path))

    def locale(self, pid: int) -> str:
        """Return the language the program names to assistive technology."""
        return str(self._ask("locale", pid))

    def give_focus(self, pid: int, path: str) -> bool:
        """Ask the object *path* to take the focus, as assistive technology may."""
        return bool(self._ask("grab", pid, path=path))

    def heard(self, pid: int, kind: str, since: int = 0) -> tuple[tuple[str, str], ...]:
        """Return the events of *kind* of that program since event number *since*, as (words, whose)."""
        raw = self._ask("heard", pid, since=since)
        return tuple((said, name) for event, said, name, whose in raw if event.startswith(kind) and whose == pid)

    def count(self, pid: int) -> int:
        """Return how many events have come so far, for ``heard``."""
        return len(self._ask("heard", pid, since=0))

    def _ask(self, ask: str, pid: int, **more: object) -> Any:
        assert self._probe.stdin is not None
        self._probe.stdin.write(json.dumps({"ask": ask, "pid": pid, **more}).encode() + b"\n")
        self._probe.stdin.flush()
        answer = self._read()
        return None if isinstance(answer, dict) and "error" in answer else answer

    def _read(self) -> Any:
        assert self._probe.stdout is not None
        line = self._probe.stdout.readline()
        assert line, "the accessibility client ended"
        return json.loads(line)
