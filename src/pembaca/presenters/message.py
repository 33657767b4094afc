"""The form of what a person is told. Makes no sentence itself."""

from __future__ import annotations

import msgspec


class Message(msgspec.Struct, frozen=True):
    """What a person is told. ``title`` has no full stop at its end; the other two are whole sentences."""

    title: str
    still_works: str
    action: str

    @property
    def sentence(self) -> str:
        """What still works and what to do, without the title."""
        return " ".join(part for part in (self.still_works, self.action) if part)

    @property
    def whole(self) -> str:
        """All of it, as one line."""
        return f"{self.title}. {self.sentence}".strip()
