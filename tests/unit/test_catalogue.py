"""The tool that keeps translations complete: it must see what a person would stumble over."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogue() -> ModuleType:
    """Load the tool from its file; its folder is no package."""
    spec = importlib.util.spec_from_file_location("catalogue_tool", TOP / "packaging" / "catalogue.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("original", "told", "faults"),
    [
        ("Segarkan", "Refresh", []),
        ("Segarkan", "", ["not translated"]),
        ("Segarkan", "Refresh ", ["blanks at an end"]),
        ("Warna: {name}", "Colours: {name}", []),
        ("Warna: {name}", "Colours: {nama}", ["fields differ: ['name'] and ['nama']"]),
        ("Warna: {name}", "Colours", ["fields differ: ['name'] and []"]),
        (("{n} artikel baru", "{n} artikel baru"), ("One new article", "{n} new articles"), []),
        (("{n} artikel baru", "{n} artikel baru"), ("One new article", ""), ["not translated"]),
    ],
)
def test_faults_of_a_translation_are_told(
    catalogue: ModuleType, original: str | tuple[str, str], told: str | tuple[str, str], faults: list[str]
) -> None:
    """
    A wrong name in braces raises an error where a sentence should stand; an empty one leaves Indonesian in an English window.
    """
    assert faults == list(catalogue.faults_of(Message(original, told)))


def test_message_that_cannot_be_collected_is_told(catalogue: ModuleType, tmp_path: Path) -> None:
    """
    A text that is computed never reaches the translator.
    """
    file = tmp_path / "words.py"
    file.write_text('tr("Segarkan")\ntr(word)\ntrn("{n} kali", many, 3)\n', encoding="utf-8")

    assert [2, 3] == list(catalogue.unseen(file))


def test_table_of_marked_messages_may_be_looked_up(catalogue: ModuleType, tmp_path: Path) -> None:
    """
    A table of sentences is pleasant code, and marked sentences are collected.
    """
    file = tmp_path / "words.py"
    file.write_text('WORDS = {"a": mark("Segarkan")}\ntr(WORDS["a"])\n', encoding="utf-8")

    assert [] == list(catalogue.unseen(file))


def test_same_words_give_the_same_bytes(catalogue: ModuleType) -> None:
    """
    A catalogue that changes by itself makes every comparison noise.
    """
    assert catalogue.files() == catalogue.files()
