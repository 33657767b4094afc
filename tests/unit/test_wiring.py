"""pembaca.wiring: what a person has set and taught reaches the way a text is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from pembaca.document import Document, Paragraph, Table
from pembaca.settings import Settings
from pembaca.speech.lexicon.rule import Rule
from pembaca.speech.lexicon.store import LexiconStore
from pembaca.speech.script import prepare
from pembaca.wiring import manner_of

FEED = "https://contoh.go.id/feed"


@pytest.mark.parametrize(("feed", "expected"), [(FEED, "be ka en"), ("", "badan"), ("https://lain/", "badan")])
def test_the_dictionary_of_the_feed_is_used(tmp_path: Path, feed: str, expected: str) -> None:
    """
    A rule for one source is tried for that source only, in the order of the dictionary.
    """
    store = LexiconStore(tmp_path / "lexicon.json")
    store.add(Rule("BKN", "be ka en", feed=FEED))
    store.add(Rule("BKN", "badan"))
    script = prepare(Document("Kepala BKN"), manner_of(tmp_path / "lexicon.json", Settings(), feed))

    assert f"Kepala {expected}" == script.utterances[0].spoken


def test_what_is_passed_over_is_as_set() -> None:
    """
    Without a dictionary there is still the person's wish.
    """
    document = Document("Judul", (Table((("a", "b"), ("c", "d"))), Paragraph("Isi.")))

    assert ["Judul", "Isi."] == [said.text for said in prepare(document, manner_of(None, Settings(told=()))).utterances]
