"""Run programs for measuring: how long they take, how much memory they hold. Linux only."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return surroundings in which nothing of the person's own is found."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {**kept, **folders, "HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", **more}


def pembaca(data: Path, *arguments: str) -> list[str]:
    """Return the command line of this checkout on its own library."""
    return [sys.executable, "-m", "pembaca", "--data-dir", str(data), *arguments]


def wall_ms(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Run a program to its end and return how long that took.

    Raises:
        RuntimeError: it failed.
    """
    start = time.perf_counter()
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    taken = 1000 * (time.perf_counter() - start)
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stdout.decode()}{done.stderr.decode()}")
    return taken


def printed(command: Sequence[str], env: Mapping[str, str]) -> str:
    """Run a program to its end and return what it printed.

    Raises:
        RuntimeError: it failed.
    """
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def peak_mib(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Run a program to its end and return the most memory it (alone) ever held."""
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return used.ru_maxrss / 1024


def family(pid: int) -> tuple[int, ...]:
    """Return a process and all that came of it."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                continue
    return tuple(found)


def pss_mib(pid: int) -> float:
    """Return the memory of a process and its children: what they share with others counts in proportion."""
    total = 0
    for one in family(pid):
        try:
            rows = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(row.split()[1]) for row in rows if row.startswith("Pss:"))
    return total / 1024


def cpu_ms(pid: int) -> float:
    """Return the processor time that the living threads of a process (not its children) have used."""
    used = 0
    for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
        try:
            used += int(task.read_text().split()[0])  # ns
        except OSError:
            continue
    return used / 1e6
