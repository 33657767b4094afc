"""What holds for every test: private folders, a quiet log, one language, no clock in hypothesis."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

_EXIT = pytest.StashKey[int]()

hypothesis.settings.register_profile("pembaca", deadline=None, derandomize="CI" in os.environ, print_blob=True)
hypothesis.settings.load_profile("pembaca")


@pytest.fixture(scope="session", autouse=True)
def _private_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the person's library, settings and language out of the tests and of the processes they start."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CACHE", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        for name in ("PEMBACA_HOME", "LANGUAGE", "LC_MESSAGES", "LANG"):
            patch.delenv(name, raising=False)
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that makes the program log a warning or worse, unless it is marked ``logs``."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    records = [record for phase in ("setup", "call") for record in caplog.get_records(phase)]
    loud = [record for record in records if record.levelno >= logging.WARNING and record.name.split(".")[0] == "pembaca"]
    if loud:
        pytest.fail("\n".join(f"{record.levelname} {record.name}: {record.getMessage()}" for record in loud))


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of the tests' own files."""
    return Path(__file__).parent / "data"


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Remember how the run went, for the end."""
    session.config.stash[_EXIT] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """End as the program does once Qt was there: PySide6 6.11 frees its objects in no order when the interpreter ends."""
    if "PySide6.QtWidgets" in sys.modules and _EXIT in config.stash:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(config.stash[_EXIT])
