"""The program's words in the person's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pembaca.i18n import current, mark, tr, trn, use


@pytest.fixture(autouse=True)
def _indonesian_again() -> Iterator[None]:
    """Leave the language as it was."""
    yield
    use("id")


def test_indonesian_is_the_source() -> None:
    """
    Without any catalogue the program speaks Indonesian.
    """
    use("id")

    assert "Segarkan" == tr("Segarkan")


def test_english_comes_from_the_catalogue() -> None:
    """
    The bundled catalogue has to be found and read.
    """
    use("en_GB.UTF-8")

    assert "en" == current()
    assert "Refresh" == tr("Segarkan")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "id_ID.UTF-8"}, "id"),
        ({"LC_ALL": "C.UTF-8"}, "id"),
        ({"LC_ALL": "de_DE.UTF-8"}, "id"),
        ({"LANGUAGE": "en", "LC_ALL": "id_ID.UTF-8"}, "en"),
    ],
)
def test_language_follows_the_locale(environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Nobody should have to find a setting in a language they cannot read.
    """
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert language == use("")


def test_unknown_words_stay_as_they_are() -> None:
    """
    A sentence that nobody translated yet is better than none.
    """
    use("en")

    assert "Kalimat tanpa padanan 3" == tr("Kalimat tanpa padanan {n}", n=3)
    assert "2 kucing" == trn("{n} ekor", "{n} kucing", 2)


def test_counted_words_know_one_and_many() -> None:
    """
    English says "1 new article" and "2 new articles"; Indonesian does not care.
    """
    use("en")
    one, many = (trn("{n} artikel baru", "{n} artikel baru", n) for n in (1, 2))
    use("id")

    assert ("1 new article", "2 new articles") == (one, many)
    assert "2 artikel baru" == trn("{n} artikel baru", "{n} artikel baru", 2)


def test_marked_words_are_themselves() -> None:
    """
    A table holds the source text, whatever language is in use when it is made.
    """
    use("en")

    assert "Segarkan" == mark("Segarkan")
