"""What stands in the repository: locks, promises of the README, nothing that works on one machine only."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from pembaca.presenters.commands import commands

TOP = Path(__file__).resolve().parents[2]
LOCKS = ("requirements-build.txt", "requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==\S+( ; .+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
# Put together here, so that this file does not hold what it looks for
ADDRESSES = tuple(
    "".join(parts) for parts in (("pypi", ".org"), ("pythonhosted", ".org"), ("deb.debian", ".org"), ("npmjs", ".org"))
)
MACHINES = tuple("".join(parts) for parts in (("/wo", "rk/"), ("/ro", "ot/"), ("../sha", "red"), ("--index-", "url")))


def kept() -> list[Path]:
    """Return the files under version control."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=True)
    return [TOP / name for name in listed.stdout.split("\0") if name and (TOP / name).is_file()]


def text_of(path: Path) -> str:
    """Return the file's text, "" if it is none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def name_of(requirement: str) -> str:
    """Return the normal form of the package that *requirement* asks for."""
    return re.split(r"[ ;<>=!\[]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def pinned(lock: str) -> set[str]:
    """Return the packages of one lock."""
    lines = (TOP / "packaging" / lock).read_text(encoding="utf-8").splitlines()
    return {found[1] for line in lines if (found := PINNED.match(line))}


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_hold_pins_and_hashes_only(lock: str) -> None:
    """
    An office mirrors packages under its own address; what is installed must be the same bytes from anywhere.
    """
    lines = (TOP / "packaging" / lock).read_text(encoding="utf-8").splitlines()

    assert [] == [line for line in lines if not (line.startswith("#") or PINNED.match(line) or HASH.match(line))]
    assert pinned(lock)


def test_locks_cover_what_the_project_asks_for() -> None:
    """
    A package that is asked for but not pinned would be missing after set-up, for packages come without their needs.
    """
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {name_of(requirement) for requirement in project["dependencies"]}
    for_tests = {name_of(requirement) for requirement in project["optional-dependencies"]["dev"]}

    assert set() == needed - pinned("requirements.txt")
    assert set() == for_tests - pinned("requirements.txt") - pinned("requirements-dev.txt")


def test_no_package_is_pinned_twice() -> None:
    """
    Two pins of one package would fight: the later install would undo the earlier.
    """
    build, runtime, dev = (pinned(lock) for lock in LOCKS)

    assert set() == (build & runtime) | (build & dev) | (runtime & dev)


def test_every_dependency_has_its_reason() -> None:
    """
    Who maintains this later has to know what each package is for before it can be left out or replaced.
    """
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = "\n".join(path.read_text(encoding="utf-8") for path in sorted((TOP / "docs" / "decisions").glob("*.md"))).lower()

    assert [] == [name for name in map(name_of, project["dependencies"]) if f"**{name}**" not in reasons]


def test_nothing_belongs_to_one_machine() -> None:
    """
    A path or address of the machine where it was written breaks the program everywhere else.
    """
    found = [
        f"{path.relative_to(TOP)}: {word}" for path in kept() for word in (*ADDRESSES, *MACHINES) if word in text_of(path).lower()
    ]

    assert [] == found


@pytest.mark.parametrize("script", ["run", ".ci/run", "packaging/lock.sh"])
def test_scripts_can_be_started(script: str) -> None:
    """
    The README's first line is ./run, on a machine whose /bin/sh knows nothing but POSIX.
    """
    assert os.access(TOP / script, os.X_OK)
    subprocess.run(["sh", "-n", script], cwd=TOP, check=True)


def test_readme_opens_with_the_two_commands() -> None:
    """
    Whoever arrives wants to see it run, then to see it hold.
    """
    opening = (TOP / "README.md").read_text(encoding="utf-8").split("## ", maxsplit=1)[0]

    assert ["./run", "./run test"] == re.findall(r"^\./run(?: \w+)?", opening, re.MULTILINE)


def test_licence_is_the_whole_gpl() -> None:
    """
    The GPL asks to come whole with the program.
    """
    licence = (TOP / "LICENSE").read_text(encoding="utf-8")

    assert "GNU GENERAL PUBLIC LICENSE" in licence.splitlines()[0]
    assert "END OF TERMS AND CONDITIONS" in licence


def test_wheel_carries_every_resource_and_module(tmp_path: Path) -> None:
    """
    Without fonts, words and samples an installed program opens on an empty window in the wrong letters.

    The unpacked wheel, away from the checkout, has to find them by itself.
    """
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=TOP,
        check=True,
        capture_output=True,
        text=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
        names = set(packed.namelist())
    resources = {f"pembaca/{path.relative_to(TOP).as_posix()}" for path in kept() if path.is_relative_to(TOP / "resources")}
    modules = {path.relative_to(TOP / "src").as_posix() for path in kept() if path.is_relative_to(TOP / "src" / "pembaca")}
    ask = "import sys; sys.path.insert(0, sys.argv[1]); from pembaca.resources import resource; print(resource('tokens.json'))"
    found = subprocess.run(
        [sys.executable, "-I", "-c", ask, tmp_path / "site"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.strip()

    assert set() == (resources | modules) - names
    assert str(tmp_path / "site" / "pembaca" / "resources" / "tokens.json") == found
    assert any(name.endswith("licenses/LICENSE") for name in names)


@pytest.mark.parametrize("text", ["README.md", "docs/guide.id.md", "docs/guide.en.md"])
def test_guides_name_every_key(text: str) -> None:
    """
    Who cannot see the menu learns the keys from the guide; a command that is missing there does not exist.
    """
    words = {"PgDown": "Page Down", "PgUp": "Page Up", "++": "+Plus", "+-": "+Minus", "+,": "+comma", "Return": "Enter"}
    arrows = {"Right": "Panah kanan", "Left": "Panah kiri", "Down": "Panah bawah", "Up": "Panah atas"}
    if text.endswith(".id.md"):
        words |= {f"Alt+{name}": f"Alt+{key}" for name, key in arrows.items()}
        words |= {"Space": "Spasi", "++": "+Tambah", "+-": "+Kurang", "+,": "+koma"}
    written = (TOP / text).read_text(encoding="utf-8")
    missing = []
    for command in commands():
        key = command.keys[0]
        for short, long in words.items():
            key = key.replace(short, long)
        missing += [key] * (key not in written)

    assert [] == missing
