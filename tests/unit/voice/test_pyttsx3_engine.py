"""pembaca.voice.engines.pyttsx3_engine, in a voice process of its own: its driver and ours cannot share espeak-ng"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

import pembaca

_RENDER = """
import sys
from pembaca.voice.engines import make_engine
from pembaca.services.voicing import segments_of
from pembaca.voice.protocol import Segment, SpokenWord
import msgspec

engine = make_engine("pyttsx3")
words = (SpokenWord(0, 7), SpokenWord(8, 15), SpokenWord(16, 21))
home = (SpokenWord(0, 4), SpokenWord(5, 9))
indonesian, english = Segment("Menteri membuka rapat ", "id", words), Segment("from home.", "en", home)
out = [engine.render((indonesian, english), "", rate) for rate in (200, 400)] + [engine.render((english,), "", 200)]
facts = [(one.sample_rate, one.duration_ms, one.word_ms, max(one.pcm)) for one in out]
sys.stdout.buffer.write(msgspec.json.encode((engine.abilities.languages, facts)))
"""


def test_generic_engine_speaks_with_guessed_times() -> None:
    """Voices of other systems are reached the same way: sound, a time for every word, and nothing on standard output."""
    run = subprocess.run(
        [sys.executable, "-c", _RENDER],
        env={"PYTHONPATH": str(Path(pembaca.__file__).parents[1])},
        capture_output=True,
        check=True,
        timeout=60,
    )
    languages, facts = msgspec.json.decode(run.stdout)
    normal, fast, english = facts

    assert {"id", "en"} <= set(languages)
    assert 5 == len(normal[2])
    assert sorted(normal[2]) == normal[2]
    assert normal[2][-1] < normal[1]
    assert fast[1] < 0.8 * normal[1]
    assert 2 == len(english[2])
    assert all(loudest > 0 for *_, loudest in facts)
