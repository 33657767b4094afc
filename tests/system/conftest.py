"""Fixtures of tests with a real window: one desktop, one sound card and one site for all, a library for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from tests.servers import Site
from tests.system.accessibility import Accessibility
from tests.system.desktop import Desktop
from tests.system.filling import FEED_PATH, RICH, change_settings, fetch, plain, seed_site, store
from tests.system.sound import Recorder
from tests.system.window import Window

from pembaca.services.schedule import NEVER

MakeWindow = Callable[..., Window]


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A desktop without a screen reader."""
    desktop = Desktop(tmp_path_factory.mktemp("desktop") / "a")
    yield desktop
    desktop.close()
    assert () == desktop.remaining()


@pytest.fixture(scope="session")
def eyes(desktop: Desktop) -> Iterator[Accessibility]:
    """A client of the accessibility bus."""
    eyes = Accessibility(desktop)
    yield eyes
    eyes.close()


@pytest.fixture(scope="session")
def card(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Recorder]:
    """A sound card that is recorded."""
    recorder = Recorder(tmp_path_factory.mktemp("card"))
    yield recorder
    recorder.close()


@pytest.fixture(scope="session")
def sound_card(card: Recorder) -> Mapping[str, str]:
    """The surroundings of the sound card."""
    return card.env


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The seed's site."""
    with seed_site() as site:
        yield site


def fill(data_dir: Path, site: Site) -> Path:
    """Fill a library with the seed article, one with every kind of block, and three short ones, from two feeds."""
    fetch(data_dir, site.url + FEED_PATH)
    store(data_dir, RICH, *(plain(f"Berita ke-{nth}", 4 - nth) for nth in range(1, 4)), feed=site.url + "/kantor")
    return data_dir


@pytest.fixture
def filled(tmp_path: Path, site: Site) -> Path:
    """A filled library."""
    return fill(tmp_path / "pustaka", site)


def opener(desktop: Desktop, eyes: Accessibility, card: Mapping[str, str]) -> Iterator[MakeWindow]:
    """Give a function that starts Pembaca on a library with these settings; its windows are closed at the end.

    News come only when a test asks for them, unless it sets ``refresh_minutes``.
    """
    windows: list[Window] = []

    def start(data_dir: Path, sound: Mapping[str, str] | None = None, **settings: object) -> Window:
        change_settings(data_dir, **{"refresh_minutes": NEVER, **settings})
        windows.append(Window(desktop, eyes, data_dir, card if sound is None else sound))
        return windows[-1]

    yield start
    for window in reversed(windows):
        window.close()


@pytest.fixture
def open_window(desktop: Desktop, eyes: Accessibility, sound_card: Mapping[str, str]) -> Iterator[MakeWindow]:
    """A function that starts Pembaca."""
    yield from opener(desktop, eyes, sound_card)


@pytest.fixture(scope="module")
def open_shared_window(desktop: Desktop, eyes: Accessibility, sound_card: Mapping[str, str]) -> Iterator[MakeWindow]:
    """A function that starts Pembaca for all tests of a file."""
    yield from opener(desktop, eyes, sound_card)
