"""Facts of ``pembaca script``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.cli.running import run

TEXT = "Rp1.500 untuk UU No. 1/2023.\r\n\nKedua: work from home. 🙂"


def check(said: dict[str, Any], text: str) -> None:
    """See that every utterance and word lies where the text has it, in order."""
    assert {"language", "utterances"} == set(said)
    end = 0
    for utterance in said["utterances"]:
        assert {"start", "end", "text", "spoken", "language", "words"} == set(utterance)
        assert end <= utterance["start"] < utterance["end"]
        assert text[utterance["start"] : utterance["end"]] == utterance["text"]
        end = utterance["end"]
        for word in utterance["words"]:
            assert {"start", "end", "spoken", "language", "ipa"} == set(word)
            assert utterance["start"] <= word["start"] < word["end"] <= utterance["end"]


def test_script_of_a_text_counts_in_the_text(tmp_path: Path) -> None:
    """
    The light falls on what is printed: offsets are code points of the very text that was given.
    """
    done = run(tmp_path / "data", "script", "--text", TEXT, "--json")

    check(done.json, TEXT)
    assert "rupiah" in done.json["utterances"][0]["spoken"]
    assert not (tmp_path / "data").exists()


def test_script_of_a_file_counts_in_its_text(tmp_path: Path) -> None:
    """
    Line breaks stay as they are in the file, on every system.
    """
    (tmp_path / "teks.txt").write_bytes(TEXT.encode())
    done = run(tmp_path / "data", "script", "--file", str(tmp_path / "teks.txt"), "--json")

    assert run(tmp_path / "data", "script", "--text", TEXT, "--json").json == done.json


def test_script_of_an_article_begins_with_its_title(data: Path) -> None:
    """
    What is heard first is what it is about.
    """
    article_id = str(run(data, "list", "--json").json[1]["id"])
    said = run(data, "script", article_id, "--json").json

    check(said, run(data, "show", article_id, "--format", "json").json["text"])
    assert "Berita 20" == said["utterances"][0]["text"]
    assert said["utterances"][0]["spoken"] in run(data, "script", article_id).out


def test_words_carry_what_will_be_heard(tmp_path: Path) -> None:
    """
    Whoever checks the voice needs no ears: these are the sounds of the very text that is sent, other languages included.
    """
    said = run(tmp_path / "data", "script", "--text", "Menteri dengan kementerian baik karena work from home.", "--json").json
    ipa = {word["spoken"]: word["ipa"] for utterance in said["utterances"] for word in utterance["words"]}

    assert ["məntəri", "dəŋan", "kəməntərian", "baik", "karəna"] == [
        ipa[word] for word in ("Menteri", "dengan", "kementerian", "baik", "karena")
    ]
    assert "wɜːk" == ipa["work"]


def test_what_cannot_be_read_is_told(data: Path, tmp_path: Path) -> None:
    """
    A missing file, a picture in a text's place, an article that is gone.
    """
    (tmp_path / "biner").write_bytes(b"\xff\xfe\xfa")
    missing = run(data, "script", "--file", str(tmp_path / "tidakada"), "--json")
    binary = run(data, "script", "--file", str(tmp_path / "biner"), "--json")
    gone = run(data, "script", "999", "--json")

    assert [1, 1, 1] == [missing.code, binary.code, gone.code]
    assert ["no_file", "not_text", "unknown_article"] == [done.json["error"]["code"] for done in (missing, binary, gone)]
    assert "tidakada" in missing.err and "UTF-8" in binary.err


def test_empty_text_gives_an_empty_script(tmp_path: Path) -> None:
    """
    Nothing to say is no failure.
    """
    done = run(tmp_path / "data", "script", "--text", "", "--json")

    assert (0, {"language": "id", "utterances": []}) == (done.code, done.json)


def test_what_is_said_beside_the_sentences_is_chosen(data: Path) -> None:
    """
    The settings of the person hold here too, and one call may differ from them.
    """
    first = str(run(data, "list", "--json").json[0]["id"])
    usual = run(data, "script", first).out
    everything = run(data, "script", first, "--say", "all").out
    nothing = run(data, "script", first, "--skip", "all").out

    assert len(nothing) < len(usual) < len(everything)
    assert "Heading:" in everything and "Heading:" not in usual
    assert 2 == run(data, "script", first, "--say", "iklan").code


def test_explain_names_the_rules(tmp_path: Path) -> None:
    """
    Whoever hears something odd sees which table or rule said so.
    """
    done = run(tmp_path / "data", "script", "--text", "Biaya Rp5 juta untuk UU No. 1/2023.", "--explain")

    assert 0 == done.code
    assert "Rp5 juta → lima juta rupiah  (uang; money.before)" in done.out
    assert "No. 1/2023 → Nomor satu tahun dua ribu dua puluh tiga  (peraturan; law.number_sign)" in done.out


def test_text_in_english_is_read_in_english(tmp_path: Path) -> None:
    """
    A press release for foreign readers has an English voice from its first word to its last.
    """
    text = "Jakarta, 5 May 2024\nThe minister of law opened the meeting in the city. It was attended by 34 heads of office."
    done = run(tmp_path / "data", "script", "--text", text, "--json")

    assert {"en"} == {utterance["language"] for utterance in done.json["utterances"]}
