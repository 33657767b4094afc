"""English inside Indonesian: found where it is, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.speech.language import base, spans

DATA = Path(__file__).parents[2] / "data" / "speech"
SAMPLES = [json.loads(line) for line in (DATA / "language_sample.jsonl").read_text(encoding="utf-8").splitlines()]


def _found(text: str) -> list[str]:
    return [text[span.start : span.end] for span, _ in spans(text)]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["id"])
def test_samples_are_found_as_wanted(sample: dict[str, list[dict[str, str]]]) -> None:
    """
    The samples of the form wanted stay right.
    """
    assert [span["text"] for span in sample["spans"]] == _found(str(sample["text"]))


def test_neighbours_are_one_span() -> None:
    """
    An English phrase is said in one breath by one voice.
    """
    assert ["Output", "public hearing stakeholder"] == _found("Output-nya ialah public hearing stakeholder.")


def test_english_text_has_no_foreign_spans() -> None:
    """
    An article in English is read by its own voice throughout.
    """
    assert () == spans("The final policy", "en")


def test_the_language_of_a_page_is_its_primary_subtag() -> None:
    """
    "id-ID", the old "in" and no language at all are Indonesian.
    """
    assert ["id", "id", "id", "en"] == [base("id-ID"), base("in"), base(None), base("en_GB")]


@given(st.text(max_size=120))
def test_spans_ascend_for_any_text(text: str) -> None:
    """
    Segments of one utterance follow each other.
    """
    end = 0
    for span, language in spans(text):
        assert end <= span.start < span.end <= len(text)
        assert "en" == language
        end = span.end
