"""Facts after a sudden end: a process that is killed while it stores loses nothing that was stored."""

from __future__ import annotations

import random
import signal
from pathlib import Path

from tests.unit.library.making import FEED, apply, child, entry, paths_under

from pembaca.library.library import Library
from pembaca.model import Counts, ReadingPlace

BATCH, ROUNDS = 20, 12
CHILD = """
import sys
from pembaca.library.library import Library
from pembaca.model import Validators
from pembaca.paths import find
from tests.unit.library.making import FEED, NOW, entry
library = Library.open(find(sys.argv[1]))
for batch in range(10_000):
    entries = tuple(entry(f"{sys.argv[2]}-{batch}-{n}", text="kata birokrasi " * 50) for n in range(20))
    old = tuple(entry("lama", title="Lama", text=f"isi {batch}", known_id=1) for _ in range(1))
    library.apply(FEED, entries + old, title="", validators=Validators(), fetched_at=NOW)
    library.put_media(f"{sys.argv[2]} {batch}".encode() * 5000, "png")
    print(batch + 1, flush=True)
"""


def test_killed_refresh_loses_nothing(tmp_path: Path) -> None:
    """
    A computer that is switched off at the wall in the middle of a refresh: what was said to be stored is stored, whole.
    """
    paths = paths_under(tmp_path)
    library = Library.open(paths)
    apply(library, entry("lama", title="Lama"))
    library.set_starred(1, True)
    library.set_place(1, ReadingPlace(3, 9))
    library.close()
    said_in_all = 0
    chance = random.Random(9)
    for round_number in range(ROUNDS):
        said_in_all += _kill_after(chance.randrange(1, 12), paths.data, round_number)
        library = Library.open(paths)
        total = library.counts().total - 1
        row = library.row(1)
        assert () == library.integrity()
        assert (0, True) == (total % BATCH, said_in_all * BATCH <= total <= (said_in_all + round_number + 1) * BATCH)
        place = library.place(1)
        assert row is not None and place is not None
        assert ("Lama", True, 3) == (row.title, row.is_starred, place.offset)
        assert Counts(total + 1, total + 1) == library.counts(FEED)
        for file in paths.media.glob("??/*"):
            assert library.put_media(file.read_bytes(), "png") == f"{file.parent.name}/{file.name}"
        library.close()


def _kill_after(batches: int, data: Path, round_number: int) -> int:
    """Let a child store until it has said *batches*, kill it in what it does next, and return how many it had said."""
    process = child(CHILD, str(data), str(round_number))
    assert process.stdout is not None
    said = 0
    for line in process.stdout:
        said = int(line)
        if said >= batches:
            break
    process.send_signal(signal.SIGKILL)
    rest = process.communicate(timeout=60)[0].split()
    assert said >= batches
    return int(rest[-1]) if rest and rest[-1].isdigit() else said
