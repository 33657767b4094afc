"""Facts of the words for what the system refuses."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator

import pytest

from pembaca import i18n
from pembaca.presenters.reasons import reason

USUAL = ("ENOENT", "EACCES", "ENOSPC", "EROFS", "EISDIR", "ENOTDIR", "EEXIST", "EDQUOT", "EFBIG", "ENAMETOOLONG")


@pytest.fixture
def english() -> Iterator[None]:
    """Speak English for the length of a test."""
    i18n.use("en")
    yield
    i18n.use("id")


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_refusals_are_told_in_indonesian(name: str) -> None:
    """
    No English word in the middle of an Indonesian sentence.
    """
    number = getattr(errno, name)
    i18n.use("id")
    said = reason(OSError(number, os.strerror(number)))

    assert os.strerror(number) != said and not said.endswith(".") and said[0].islower()


@pytest.mark.parametrize("name", USUAL)
def test_english_readers_get_the_system_s_own_words(english: None, name: str) -> None:
    """
    They can be looked up.
    """
    number = getattr(errno, name)

    assert os.strerror(number) == reason(OSError(number, os.strerror(number)))


def test_the_unusual_is_told_as_it_comes() -> None:
    """
    Better in the system's words than not at all.
    """
    assert ("aneh", "lain") == (reason(OSError(9999, "aneh")), reason(OSError("lain")))
