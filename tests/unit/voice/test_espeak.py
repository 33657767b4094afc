"""pembaca.voice.engines.espeak, with the real espeak-ng"""

from __future__ import annotations

import json
import os
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from benchmarks.articles import entry
from tests.scripts import NEWS, script_of

from pembaca.document import Document, Paragraph
from pembaca.errors import VoiceError
from pembaca.services.voicing import segments_of
from pembaca.speech.script import prepare
from pembaca.speech.utterance import Script
from pembaca.voice.engines.espeak import EspeakEngine
from pembaca.voice.pcm import samples_of
from pembaca.voice.protocol import Rendered, Segment, SpokenWord

SEED = Path(__file__).parents[2] / "data" / "speech"


@pytest.fixture(scope="module")
def engine() -> EspeakEngine:
    """The engine."""
    return EspeakEngine()


def segment_of(text: str, language: str = "id", phonemes: dict[str, str] | None = None) -> Segment:
    """One segment, its words cut at spaces."""
    words, at = [], 0
    for word in text.rstrip(".").split():
        at = text.index(word, at)
        words.append(SpokenWord(at, at + len(word), (phonemes or {}).get(word)))
        at += len(word)
    return Segment(text, language, tuple(words))


def first_sound_ms(rendered: Rendered) -> float:
    """When the first sample above the hiss is heard."""
    return next(i for i, sample in enumerate(samples_of(rendered.pcm)) if abs(sample) > 30) * 1000 / rendered.sample_rate


def test_every_word_has_its_time(engine: EspeakEngine) -> None:
    """The light has something to follow in every sentence."""
    for utterance in script_of(NEWS).utterances:
        rendered = engine.render(segments_of(utterance), "", 200)

        assert len(utterance.words) == len(rendered.word_ms)
        assert all(before < after for before, after in pairwise(rendered.word_ms))
        assert rendered.word_ms[-1] < rendered.duration_ms


def test_sound_begins_at_once(engine: EspeakEngine) -> None:
    """espeak-ng's silence before a sentence is not waited for."""
    assert 3 > first_sound_ms(engine.render((segment_of("Menteri membuka rapat."),), "", 200))


def test_phonemes_keep_one_time_a_word(engine: EspeakEngine) -> None:
    """A word that is sent as phonemes is lit like any other."""
    plain = engine.render((segment_of("rapat besar dengan menteri."),), "", 200)
    said = engine.render((segment_of("rapat besar dengan menteri.", phonemes={"besar": "b@s'ar", "dengan": "d@N'an"}),), "", 200)

    assert 4 == len(said.word_ms)
    assert pytest.approx(plain.word_ms, abs=150) == said.word_ms
    assert plain.word_ms != said.word_ms


def articles() -> list[Script]:
    """The seed article and some generated ones of a wide vocabulary; PEMBACA_MARK_ARTICLES=200 makes it the whole proof."""
    seed = json.loads((SEED / "seed_article.json").read_text(encoding="utf-8"))
    written = Document(seed["title"], tuple(map(Paragraph, seed["paragraphs"])))
    generated = (entry(number).document for number in range(int(os.environ.get("PEMBACA_MARK_ARTICLES", "2"))))
    return [prepare(document) for document in (written, *generated)]


def test_phonemes_change_neither_the_words_told_nor_their_order(engine: EspeakEngine) -> None:
    """
    The light cannot lose its place in any article: as many words as without phonemes, ascending, each where espeak-ng told it.
    """
    for utterance in (utterance for script in articles() for utterance in script.utterances):
        segments = segments_of(utterance)
        plain = [msgspec.structs.replace(part, words=tuple(SpokenWord(w.start, w.end) for w in part.words)) for part in segments]
        for segment, letters in zip(segments, plain, strict=True):
            engine.render((letters,), "", 200)
            count = len(engine.marks)
            rendered = engine.render((segment,), "", 200)
            told = [ms for _, ms in engine.marks]
            cut_ms = max((ms - mark for ms, mark in zip(told, rendered.word_ms, strict=False)), default=0.0)

            assert count == len(told)
            assert all(before < after for before, after in pairwise(rendered.word_ms))
            if len(told) == len(segment.words):
                assert all(abs(ms - cut_ms - mark) <= 50 for ms, mark in zip(told, rendered.word_ms, strict=True))
        assert engine.render(segments, "", 200).word_ms[-1] < engine.render(segments, "", 200).duration_ms


def test_words_before_other_alphabets_keep_their_times(engine: EspeakEngine) -> None:
    """Places are counted in code points, also after letters that take several bytes."""
    rendered = engine.render((segment_of("“Énergi” untuk négara itu."),), "", 200)

    assert all(before < after for before, after in pairwise(rendered.word_ms))


def test_two_languages_are_one_breath(engine: EspeakEngine) -> None:
    """English words in an Indonesian sentence are said by the English voice, without a gap over 30 ms."""
    parts = (segment_of("Mereka bekerja "), segment_of("work from home ", "en"), segment_of("sejak kemarin."))
    rendered = engine.render(parts, "", 200)
    joint_ms = rendered.word_ms[2]
    near = samples_of(rendered.pcm)[int((joint_ms - 80) * 22.05) : int((joint_ms + 80) * 22.05)]
    runs = "".join("s" if abs(sample) <= 24 else "x" for sample in near).split("x")

    assert 7 == len(rendered.word_ms)
    assert all(before < after for before, after in pairwise(rendered.word_ms))
    assert 30 > max(map(len, runs)) / 22.05
    one_voice = engine.render((segment_of("Mereka bekerja work from home sejak kemarin."),), "", 200)
    assert max(abs(one - two) for one, two in zip(one_voice.word_ms, rendered.word_ms, strict=True)) > 40


def test_a_comma_where_the_voice_changes_is_heard(engine: EspeakEngine) -> None:
    """A reader breathes there, and so does one voice alone: the pause is the same."""
    parted = engine.render(
        (segment_of("Ini bukan "), segment_of("final policy, ", "en"), segment_of("melainkan rancangan.")), "", 175
    )
    near = samples_of(parted.pcm)[: int(parted.word_ms[4] * 22.05)]
    runs = "".join("s" if abs(sample) <= 24 else "x" for sample in near).split("x")

    assert 140 < max(map(len, runs)) / 22.05 < 220


@pytest.mark.parametrize(("slow", "fast"), [(80, 200), (200, 400), (400, 600)])
def test_rate_is_obeyed(engine: EspeakEngine, slow: int, fast: int) -> None:
    """From 80 to 600 words a minute, faster is faster."""
    segment = segment_of("Pemerintah mengumumkan kebijakan baru hari ini.")

    assert engine.render((segment,), "", fast).duration_ms < 0.85 * engine.render((segment,), "", slow).duration_ms


def test_empty_and_unspeakable_text_is_no_error(engine: EspeakEngine) -> None:
    """A line of asterisks does not end the reading."""
    for text in ("", "—", "***", "😀"):
        assert () == engine.render((Segment(text, "id", ()),), "", 200).word_ms


def test_language_that_no_voice_speaks_is_said_by_the_main_voice(engine: EspeakEngine) -> None:
    """A foreign word is said somehow rather than dropped."""
    assert 1 == len(engine.render((segment_of("sugeng", "jv-x-none"),), "", 200).word_ms)


def test_unknown_voice_falls_back_to_the_best(engine: EspeakEngine) -> None:
    """Settings that name a voice of another computer do not silence this one."""
    segment = segment_of("Selamat pagi.")
    best, unknown = (engine.render((segment,), voice, 200).word_ms for voice in ("", "tidak-ada"))

    assert best == pytest.approx(unknown, abs=50)  # espeak-ng's lengths vary a little with what was said before


def test_abilities_tell_the_truth(engine: EspeakEngine) -> None:
    """Indonesian and English are there, with times and phonemes."""
    abilities = engine.abilities

    assert (True, True) == (abilities.word_times, abilities.phonemes)
    assert {"id", "en"} <= set(abilities.languages)
    assert "Indonesian" in {voice.name for voice in engine.voices() if voice.language == "id"}


def test_missing_library_is_no_engine() -> None:
    """Without espeak-ng the reader is told so, and nothing breaks."""
    from pembaca.voice.engines import make_engine

    with pytest.raises(VoiceError) as caught:
        make_engine("tidak_ada_modul:Engine")
    assert "no_engine" == caught.value.code
