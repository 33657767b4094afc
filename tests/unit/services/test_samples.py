"""Facts of the articles that come with the program."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from tests.servers import SEED

from pembaca import i18n
from pembaca.document import Heading, Image, ListItem, Paragraph
from pembaca.services.samples import sample_media, samples


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    before = i18n.current()
    yield
    i18n.use(before)


def test_the_sample_article_is_the_ministrys_to_the_letter() -> None:
    """
    The first thing a person reads is a real article, with its pictures, before any network.
    """
    article, _ = samples()
    expected = json.loads((SEED / "expected_article.json").read_bytes())

    assert expected["paragraphs"] == [block.text for block in article.blocks if isinstance(block, Paragraph)]
    assert expected["credit_text"] == article.credit
    assert [True, True] == [sample_media(block.media).is_file() for block in article.blocks if isinstance(block, Image)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_guide_is_short_and_in_the_persons_language(language: str) -> None:
    """
    A guide that is listened to has a few hundred words, headings and lists to jump through.
    """
    i18n.use(language)
    _, guide = samples()

    assert language == guide.language
    assert len(guide.text.split()) <= 600
    assert {Heading, Paragraph, ListItem} == {type(block) for block in guide.blocks}


def test_a_samples_picture_never_lies_elsewhere() -> None:
    """
    A name cannot lead out of the folder of samples.
    """
    assert sample_media("artikel-1.jpg").parent == sample_media("../../tokens.json").parent
