"""Facts of ``pembaca speak``, with the real voice of this machine."""

from __future__ import annotations

import json
import wave
from pathlib import Path

import pytest
from tests.cli.running import run

TEXT = "Birokrasi kita mendadak digital. Harganya Rp1.500."


def test_text_is_written_as_sound_with_the_time_of_each_word(tmp_path: Path) -> None:
    """
    A bulletin for a radio or a phone, and marks by which another program can light the words.
    """
    out, marks = tmp_path / "a.wav", tmp_path / "a.json"
    done = run(tmp_path / "data", "speak", "--text", TEXT, "--out", str(out), "--marks", str(marks))
    with wave.open(str(out)) as sound:
        length_ms = sound.getnframes() * 1000 / sound.getframerate()
    times = json.loads(marks.read_text())

    assert (0, "", "") == (done.code, done.out, done.err)
    assert [{"start", "end", "time_ms"}] * len(times) == [set(mark) for mark in times]
    assert ["Birokrasi", "kita", "mendadak", "digital"] == [TEXT[m["start"] : m["end"]].rstrip(".") for m in times[:4]]
    assert times == sorted(times, key=lambda mark: mark["time_ms"])
    assert 0 <= times[0]["time_ms"] < times[-1]["time_ms"] < length_ms
    assert not (tmp_path / "data").exists()


def test_faster_is_shorter(tmp_path: Path) -> None:
    """
    Practised listeners hear three times as fast.
    """
    lengths = []
    for rate in ("100", "200", "400"):
        run(tmp_path / "data", "speak", "--text", TEXT, "--out", str(tmp_path / "a.wav"), "--rate", rate)
        with wave.open(str(tmp_path / "a.wav")) as sound:
            lengths.append(sound.getnframes())

    assert lengths == sorted(lengths, reverse=True) and lengths[0] > 2 * lengths[2]


def test_article_is_written_from_its_title_on(data: Path, tmp_path: Path) -> None:
    """
    What is heard of an article is its text, title first.
    """
    article = run(data, "list", "--json").json[1]["id"]
    text = run(data, "show", str(article), "--format", "json").json["text"]
    marks = tmp_path / "a.json"
    done = run(data, "speak", str(article), "--marks", str(marks))

    assert 0 == done.code
    assert "Berita" == text[slice(*(json.loads(marks.read_text())[0][key] for key in ("start", "end")))]


def test_voice_is_chosen_by_name_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    """
    Nobody listens to the wrong voice without knowing why.
    """
    out = tmp_path / "a.wav"
    right = run(tmp_path / "data", "speak", "--text", TEXT, "--out", str(out), "--voice", "Indonesian")
    out.unlink()
    wrong = run(tmp_path / "data", "speak", "--text", TEXT, "--out", str(out), "--voice", "Tidakada")
    aloud = run(tmp_path / "data", "speak", "--text", TEXT, "--voice", "Tidakada")

    assert (0, 1, 1) == (right.code, wrong.code, aloud.code)
    assert "Tidakada" in wrong.err and "Tidakada" in aloud.err and not out.exists()


@pytest.mark.parametrize("rate", ["79", "601", "cepat"])
def test_rate_out_of_range_is_wrong_usage(tmp_path: Path, rate: str) -> None:
    """
    80 to 600 words a minute is what a voice can say.
    """
    assert 2 == run(tmp_path / "data", "speak", "--text", TEXT, "--rate", rate).code


def test_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """
    A full or missing folder gives a sentence, not a traceback.
    """
    done = run(tmp_path / "data", "speak", "--text", TEXT, "--out", str(tmp_path / "tidak" / "ada.wav"))

    assert 1 == done.code
    assert "ada.wav" in done.err and "Traceback" not in done.err


def test_machine_without_sound_card_is_told(tmp_path: Path) -> None:
    """
    Aloud needs a sound card; without one the person is told, and the command ends.
    """
    (tmp_path / "kosong").write_text("")
    silent = {"ALSA_CONFIG_PATH": str(tmp_path / "kosong"), "PULSE_SERVER": "unix:/tidak/ada"}
    done = run(tmp_path / "data", "speak", "--text", TEXT, **silent)

    assert 1 == done.code
    assert "pembaca doctor" in done.err and "Traceback" not in done.err


def test_article_that_is_gone_is_told(data: Path) -> None:
    """
    The number may be of yesterday's list.
    """
    assert 1 == run(data, "speak", "999").code


@pytest.mark.parametrize(("out", "marks"), [("a", "a"), ("a", "./a"), ("a", "tautan"), ("tautan", "a")])
def test_two_results_in_one_file_are_wrong_usage(tmp_path: Path, out: str, marks: str) -> None:
    """
    One of them would be lost without a word; what is there stays.
    """
    (tmp_path / "a").write_bytes(b"lama")
    (tmp_path / "tautan").symlink_to("a")
    names = [str(tmp_path / out), f"{tmp_path}/{marks}"]
    done = run(tmp_path / "data", "speak", "--text", TEXT, "--out", names[0], "--marks", names[1])

    assert (2, b"lama") == (done.code, (tmp_path / "a").read_bytes())
    assert str(tmp_path / "a") in done.err or str(tmp_path / "tautan") in done.err


def test_earlier_recording_is_there_after_every_failure(tmp_path: Path) -> None:
    """
    A mistyped folder, a full disk, an unknown voice: yesterday's file is still yesterday's, and the device a device.
    """
    out, full = tmp_path / "lama.wav", tmp_path / "penuh"
    out.write_bytes(b"lama")
    full.symlink_to("/dev/full")
    wishes = (["--marks", str(tmp_path / "tidak" / "m.json")], ["--marks", str(full)], ["--voice", "Tidakada"])
    done = [run(tmp_path / "data", "speak", "--text", TEXT, "--out", str(out), *wish) for wish in wishes]
    direct = run(tmp_path / "data", "speak", "--text", TEXT, "--out", str(full))

    assert [1, 1, 1, 1] == [one.code for one in (*done, direct)]
    assert (b"lama", {"lama.wav", "penuh"}) == (out.read_bytes(), {file.name for file in tmp_path.iterdir()})
    assert str(tmp_path / "tidak" / "m.json") in done[0].err and "tidak ada" in done[0].err
    assert str(full) in direct.err and "ruang simpan penuh" in direct.err
