"""``./run bench``: every part, each in a process of its own, into one table. ``./run bench NAME …`` runs those named alone."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time

from benchmarks.processes import ROOT
from benchmarks.table import Note, Table, from_line

PARTS = ("starting", "refreshing", "library", "window", "extracting", "speech", "pronounce", "sound")


def main() -> int:
    """Run them; 1 if a part failed, 2 for a wrong name, else 0, whatever the figures."""
    names = sys.argv[1:] or list(PARTS)
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        print(f"there are: {' '.join(PARTS)}", file=sys.stderr)
        return 2
    start = time.monotonic()
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(f"Medians, in one run. Python {platform.python_version()}, {cores} cores, load {load:.1f} at the start.")
    table = Table()
    if len(names) > 1:
        os.environ.setdefault("PEMBACA_BENCH_TRIALS", "10")  # of the voice; alone it is tried twice as often
    failed = [name for name in names if not _part(name, table)]
    print(f"\n{time.monotonic() - start:.0f} s")
    if table.over:
        print("over the limit: " + "; ".join(table.over))
    if failed:
        print("failed: " + ", ".join(failed), file=sys.stderr)
    return 1 if failed else 0


def _part(name: str, table: Table) -> bool:
    command = [sys.executable, "-m", f"benchmarks.{name}", "--lines"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    with subprocess.Popen(command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            table.add(from_line(line))
    if process.returncode:
        table.add(Note(f"{name} failed"))
    return process.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
