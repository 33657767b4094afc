"""Facts of ``pembaca lexicon``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.running import run

RULE = {"id": 1, "find": "BKN", "say": "Badan Kepegawaian Negara", "kind": "word", "alphabet": "letters", "feed": None}


def test_a_rule_is_added_listed_used_and_removed(tmp_path: Path) -> None:
    """
    The way of one correction, and what a program reads of it.
    """
    data = tmp_path / "data"
    added = run(data, "lexicon", "add", "BKN", "Badan Kepegawaian Negara", "--json").json
    said = run(data, "script", "--text", "Kepala BKN.").out
    plain = run(data, "script", "--text", "Kepala BKN.", "--no-lexicon").out
    listed = run(data, "lexicon", "list", "--json").json
    removed = run(data, "lexicon", "remove", "1", "--json").json

    assert {**RULE, "on": True, "case": False} == added
    assert [added] == listed
    assert ("Kepala Badan Kepegawaian Negara.\n", "Kepala be ka en.\n") == (said, plain)
    assert {"id": 1, "removed": True} == removed
    assert [] == run(data, "lexicon", "list", "--json").json
    assert not (data / "library.sqlite3").exists()


def test_a_rule_is_switched_and_moved(tmp_path: Path) -> None:
    """
    A rule that is off says nothing and is not lost.
    """
    data = tmp_path / "data"
    run(data, "lexicon", "add", "satu", "x1")
    run(data, "lexicon", "add", "dua", "x2", "--off")
    moved = run(data, "lexicon", "set", "2", "--at", "1", "--on", "--json").json

    assert (True, ["dua", "satu"]) == (moved["on"], [rule["find"] for rule in run(data, "lexicon", "list", "--json").json])
    assert "(kata)" in run(data, "lexicon", "list").out
    assert 2 == run(data, "lexicon", "set", "2").code


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("runaway", ("(a+)+$", "x", "--kind", "regex")),
        ("bad_expression", ("[", "x", "--kind", "regex")),
        ("bad_say", ("(a)", r"\2", "--kind", "regex")),
        ("bad_phonemes", ("a", "[[x]]", "--phonemes")),
        ("empty", ("", "x")),
        ("bad_feed", ("BKN", "x", "--feed", "not a url")),
        ("bad_feed", ("BKN", "x", "--feed", "file:///etc/passwd")),
    ],
)
def test_a_broken_rule_is_refused_with_its_reason(tmp_path: Path, code: str, arguments: tuple[str, ...]) -> None:
    """
    A program gets a code, a person a sentence, and nothing is written.
    """
    done = run(tmp_path / "data", "lexicon", "add", *arguments, "--json")

    assert (1, code) == (done.code, done.json["error"]["code"])
    assert done.json["error"]["message"] in done.err
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("name", ["kamus.json", "kamus.tsv"])
def test_a_dictionary_is_given_away_and_taken(tmp_path: Path, name: str) -> None:
    """
    An office writes it once; each form says all of it, and a second time brings nothing new.
    """
    ours, theirs, file = tmp_path / "kami", tmp_path / "mereka", tmp_path / name
    run(ours, "lexicon", "add", "BKN", "be ka en", "--feed", "https://a.go.id/feed", "--case")
    run(ours, "lexicon", "add", r"(\d+)jt", r"\1 juta", "--kind", "regex", "--off")
    done = run(ours, "lexicon", "export", str(file), "--json").json
    taken = run(theirs, "lexicon", "import", str(file), "--json").json
    again = run(theirs, "lexicon", "import", str(file)).out

    assert {"file": str(file), "rules": 2} == done
    assert run(ours, "lexicon", "list", "--json").json == run(theirs, "lexicon", "list", "--json").json == taken["added"]
    assert "0 ditambahkan, 0 diganti, 0 dilewati.\n" == again


def test_an_import_tells_what_it_left_out(tmp_path: Path) -> None:
    """
    One bad line costs that line; a file that is no dictionary changes nothing.
    """
    file = tmp_path / "kamus.tsv"
    file.write_text("find\tsay\tkind\nBKN\tbe ka en\tword\n(a+)+$\tx\tregex\n", encoding="utf-8")
    done = run(tmp_path / "data", "lexicon", "import", str(file), "--json").json
    file.write_text("satu kolom", encoding="utf-8")
    refused = run(tmp_path / "data", "lexicon", "import", str(file), "--json")
    missing = run(tmp_path / "data", "lexicon", "import", str(tmp_path / "tidakada"), "--json")

    assert (["BKN"], [("(a+)+$", "runaway")]) == (
        [rule["find"] for rule in done["added"]],
        [(rule["find"], rule["code"]) for rule in done["refused"]],
    )
    assert [(1, "unreadable"), (1, "no_file")] == [(got.code, got.json["error"]["code"]) for got in (refused, missing)]


def test_export_without_a_file_prints_json(tmp_path: Path) -> None:
    """
    It can be piped.
    """
    run(tmp_path / "data", "lexicon", "add", "BKN", "be ka en")

    assert "BKN" == json.loads(run(tmp_path / "data", "lexicon", "export").out)["rules"][0]["find"]
    assert run(tmp_path / "data", "lexicon", "export", "--format", "tsv").out.startswith("find\tsay\t")


def test_a_dictionary_that_cannot_be_read_is_told_and_does_not_keep_from_reading(tmp_path: Path) -> None:
    """
    The file is left as it is, for somebody to mend.
    """
    data = tmp_path / "data"
    data.mkdir()
    (data / "lexicon.json").write_text("{", encoding="utf-8")
    said = run(data, "script", "--text", "Kepala BKN.")

    assert (0, "Kepala be ka en.\n") == (said.code, said.out)
    assert "lexicon.json" in said.err
    assert 1 == run(data, "lexicon", "add", "a", "b").code
    assert "{" == (data / "lexicon.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["99999999999999999999", "1"])
def test_any_place_is_a_place(tmp_path: Path, place: str) -> None:
    """
    A number too large for a list means its end.
    """
    data = tmp_path / "data"
    run(data, "lexicon", "add", "satu", "x1")
    done = run(data, "lexicon", "add", "dua", "x2", "--at", place, "--json")

    assert 0 == done.code
    wanted = ["dua", "satu"] if place == "1" else ["satu", "dua"]
    assert wanted == [rule["find"] for rule in run(data, "lexicon", "list", "--json").json]


def test_rules_come_back_from_a_table_whatever_they_begin_with(tmp_path: Path) -> None:
    """
    What was taken out can be taken in again, whole.
    """
    data, other, table = tmp_path / "data", tmp_path / "other", tmp_path / "aturan.tsv"
    run(data, "lexicon", "add", "#tagar", "pagar")
    run(data, "lexicon", "export", str(table))
    run(other, "lexicon", "import", str(table))

    assert ["#tagar"] == [rule["find"] for rule in run(other, "lexicon", "list", "--json").json]


@pytest.mark.parametrize("body", [b'{"version":1,"x":' + b"[" * 100_000, b"\xef\xbb\xbf{"])
def test_a_file_that_is_no_dictionary_is_told(tmp_path: Path, body: bytes) -> None:
    """
    No file that somebody hands over ends in a traceback.
    """
    file = tmp_path / "aturan.json"
    file.write_bytes(body)
    done = run(tmp_path / "data", "lexicon", "import", str(file), "--json")

    assert 1 == done.code
    assert done.json["error"]["message"]


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    """
    Editors on Windows put it there without asking.
    """
    data, other, file = tmp_path / "data", tmp_path / "other", tmp_path / "aturan.json"
    run(data, "lexicon", "add", "BKN", "Badan")
    run(data, "lexicon", "export", str(file))
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    run(other, "lexicon", "import", str(file))

    assert 1 == len(run(other, "lexicon", "list", "--json").json)


def test_a_refusal_is_told_in_the_persons_language(tmp_path: Path) -> None:
    """
    What is wrong, that nothing was changed, and one thing to do.
    """
    typed = ("lexicon", "add", "BKN", "x", "--feed", "not a url")

    assert (
        "not a url bukan alamat http atau https yang benar. Kamus tidak diubah. Periksa alamat sumber beritanya.\n"
        == run(tmp_path / "data", *typed).err
    )
    assert "not a url is not a proper" in run(tmp_path / "data", *typed, LC_ALL="en_US.UTF-8", LANGUAGE="en").err


def test_a_table_and_json_do_not_go_to_the_same_place(tmp_path: Path) -> None:
    """
    A program that asked for JSON gets no table; one that names a file gets both.
    """
    table = tmp_path / "kamus.tsv"
    refused = run(tmp_path / "data", "lexicon", "export", "-", "--format", "tsv", "--json")
    done = run(tmp_path / "data", "lexicon", "export", str(table), "--format", "tsv", "--json")

    assert (2, "") == (refused.code, refused.out)
    assert "TSV" in refused.err
    assert {"file": str(table), "rules": 0} == done.json


def test_a_dictionary_that_is_too_large_is_refused_whole(tmp_path: Path) -> None:
    """
    It is not cut in the middle without a word.
    """
    table = tmp_path / "kamus.tsv"
    table.write_bytes(b"kata\tx\n" + b"#\n" * (2 * 1024 * 1024))
    refused = run(tmp_path / "data", "lexicon", "import", str(table), "--json")

    assert (1, "too_large") == (refused.code, refused.json["error"]["code"])
    assert [] == run(tmp_path / "data", "lexicon", "list", "--json").json
