"""The tables under resources/speech: sorted, one entry a line, each with its origin."""

from __future__ import annotations

import pytest

from pembaca.resources import resource

COLUMNS = {"abbreviations": 4, "english": 2, "homographs": 5, "structure": 4}
NAMES = sorted(path.stem for path in resource("speech").glob("*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_sorted_and_complete(name: str) -> None:
    """
    Adding an abbreviation is one line in its place, and one can see where each came from.
    """
    lines = resource(f"speech/{name}.tsv").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("#")]

    assert sorted(set(entries)) == entries
    assert {COLUMNS.get(name, 3)} == {len(line.split("\t")) for line in entries}
    assert all(line.split("\t")[-1] for line in entries)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("cues", "homographs")])
def test_no_printed_form_stands_twice(name: str) -> None:
    """
    Two readings of one form would hide each other.
    """
    lines = resource(f"speech/{name}.tsv").read_text(encoding="utf-8").splitlines()
    forms = [line.split("\t")[0] for line in lines if not line.startswith("#")]

    assert sorted(set(forms)) == sorted(forms)
