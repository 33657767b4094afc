"""The set-up script before anything is installed: what it asks for, and of whom. Package tools are stand-ins on the PATH."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
NO_PYTHON = 1  # where set-up ends once it has its Debian packages, for PEMBACA_PYTHON names none
LACKS_PACKAGES = 3


@dataclass(frozen=True)
class Machine:
    """A checkout of its own and a folder of commands that stand before the system's."""

    checkout: Path
    commands: Path

    def command(self, name: str, script: str) -> None:
        """Make the shell *script* answer to *name*."""
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def has(self, *packages: str) -> None:
        """Let dpkg know *packages*, each ``name`` or ``name|what it provides``."""
        lines = "\n".join(f"installed|{package if '|' in package else package + '|'}" for package in packages)
        self.command("dpkg-query", f"cat <<'END'\n{lines}\nEND")

    def run(self, *arguments: str, language: str = "id_ID.UTF-8") -> subprocess.CompletedProcess[str]:
        """Start ./run there, not at a terminal."""
        surroundings = {
            **os.environ,
            "PATH": f"{self.commands}:{os.environ['PATH']}",
            "LC_ALL": language,
            "PEMBACA_PYTHON": str(self.commands / "no-python"),
            "ASKED": str(self.commands / "asked.txt"),
        }
        return subprocess.run(
            [self.checkout / "run", *arguments],
            env=surroundings,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def asked(self) -> str:
        """Return how apt-get was called."""
        path = self.commands / "asked.txt"
        return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Return the machine of a user without rights, on which two packages are wanted."""
    (tmp_path / "checkout" / "packaging").mkdir(parents=True)
    (tmp_path / "commands").mkdir()
    shutil.copy(TOP / "run", tmp_path / "checkout" / "run")
    packages = tmp_path / "checkout" / "packaging"
    (packages / "debian-packages.txt").write_text("# running\nlibone1  # the first\nlibtwo2\n", encoding="utf-8")
    (packages / "debian-packages-test.txt").write_text("xthree\n", encoding="utf-8")
    made = Machine(tmp_path / "checkout", tmp_path / "commands")
    made.command("id", "echo 1000")
    made.command("sudo", "exit 1")
    made.command("apt-get", 'echo "$*" >>"$ASKED"')
    return made


def as_root(machine: Machine) -> None:
    """Make the user root."""
    machine.command("id", "echo 0")


def with_sudo(machine: Machine) -> None:
    """Let the user do everything through sudo, without a question."""
    machine.command("sudo", '[ "$1" = -n ] && shift\nexec "$@"')


def test_missing_package_is_named_for_the_administrator(machine: Machine) -> None:
    """
    Who may not install gets the one line to hand on, and programs can tell by the exit code.
    """
    machine.has("libone1")
    done = machine.run("setup")

    assert LACKS_PACKAGES == done.returncode
    assert "apt-get install -y --no-install-recommends libtwo2\n" in done.stderr
    assert ("", "") == (done.stdout, machine.asked())


@pytest.mark.parametrize("rights", [as_root, with_sudo])
def test_missing_package_is_installed(machine: Machine, rights: Callable[[Machine], None]) -> None:
    """
    Root, and a user whose sudo asks no question, need not do anything.
    """
    rights(machine)
    machine.has("libone1")
    done = machine.run("setup")

    assert NO_PYTHON == done.returncode
    assert ["update", "install -y --no-install-recommends libtwo2"] == [
        call.partition("-o Dpkg::Use-Pty=0 ")[2] for call in machine.asked().splitlines()
    ]


def test_provided_package_counts(machine: Machine) -> None:
    """
    Debian 13 has libglib2.0-0t64, which provides libglib2.0-0; asking for it again would ask for rights in vain.
    """
    machine.has("libone1t64|libone1 (= 2.0), other", "libtwo2")
    done = machine.run("setup")

    assert (NO_PYTHON, "") == (done.returncode, machine.asked())


def test_tests_ask_for_their_own_packages(machine: Machine) -> None:
    """
    A reader's machine is spared what only tests need.
    """
    machine.has("libone1", "libtwo2")

    assert NO_PYTHON == machine.run("setup").returncode
    assert "recommends xthree\n" in machine.run("test").stderr


def test_failed_installation_is_told(machine: Machine) -> None:
    """
    Without a network apt fails; the line to try again has to stand there.
    """
    as_root(machine)
    machine.has("libone1")
    machine.command("apt-get", "exit 100")
    done = machine.run("setup")

    assert LACKS_PACKAGES == done.returncode
    assert done.stderr.endswith("apt-get install -y --no-install-recommends libtwo2\n")


def test_program_that_was_set_up_starts_all_the_same(machine: Machine) -> None:
    """
    A package removed by somebody else must not keep a reader from the library, least of all without a network.
    """
    machine.has("libone1")
    programs = machine.checkout / ".venv" / "bin"
    programs.mkdir(parents=True)
    machine.command("pembaca", 'echo "$*"')
    machine.command("uv", "exit 0")
    shutil.copy(machine.commands / "pembaca", programs / "pembaca")
    shutil.copy(machine.commands / "uv", programs / "python")
    done = machine.run("cli", "list", "--json")

    assert (0, "list --json\n") == (done.returncode, done.stdout)
    assert "libtwo2" in done.stderr


def test_words_follow_the_locale(machine: Machine) -> None:
    """
    Indonesian first, English where the locale asks for it.
    """
    machine.has("libone1")

    assert "paket Debian yang diperlukan" in machine.run("setup").stderr
    assert "Debian packages are needed" in machine.run("setup", language="en_GB.UTF-8").stderr


def test_unknown_word_is_wrong_usage(machine: Machine) -> None:
    """
    A typing error must not install anything.
    """
    machine.has()
    done = machine.run("stup")

    assert (2, "", "") == (done.returncode, done.stdout, machine.asked())
    assert "./run setup" in done.stderr
