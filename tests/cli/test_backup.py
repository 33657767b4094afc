"""Facts of ``pembaca backup``, ``restore`` and ``doctor --repair``."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.running import command, environment, run


def test_library_goes_into_one_file_and_comes_back(data: Path, tmp_path: Path) -> None:
    """
    Two commands move a library to another computer.
    """
    file = tmp_path / "cadangan.pembaca"
    saved = run(data, "backup", str(file), "--json")
    restored = run(tmp_path / "lain", "restore", str(file), "--json")
    again = run(tmp_path / "lain", "restore", str(file))

    assert (0, 0, 0) == (saved.code, restored.code, again.code)
    assert {"file": str(file), "articles": 3, "feeds": 1, "pictures": 0, "kept": None}.items() <= restored.json.items()
    assert run(data, "list", "--json").json == run(tmp_path / "lain", "list", "--json").json
    assert "Pustaka sebelumnya disimpan di" in again.out


def test_file_that_is_no_backup_is_refused_in_words(data: Path, tmp_path: Path) -> None:
    """
    The wrong file chosen costs nothing.
    """
    (tmp_path / "surat").write_text("Halo")
    done = run(data, "restore", str(tmp_path / "surat"), "--json")

    assert (1, "backup_unreadable") == (done.code, done.json["error"]["code"])
    assert "bukan cadangan yang utuh" in done.err
    assert 3 == len(run(data, "list", "--json").json)


def test_damaged_library_is_told_and_the_answer_stays_json(data: Path) -> None:
    """
    Whatever was saved is listed, and the person hears what happened, in their language.
    """
    run(data, "list")
    with (data / "library.sqlite3").open("r+b") as file:
        file.write(b"\xff" * 4096)
    done = run(data, "list", "--json", LC_ALL="en_US.UTF-8", LANGUAGE="en")

    assert (0, 3) == (done.code, len(done.json))
    assert "library" in done.err and "Traceback" not in done.err
    assert list(data.glob("library.rusak-*.sqlite3"))


def test_doctor_repairs_on_request(data: Path) -> None:
    """
    The doctor says what is wrong, then mends it, and says what was done.
    """
    run(data, "list")
    with (data / "library.sqlite3").open("r+b") as file:
        file.write(b"\xff" * 4096)
    before = run(data, "doctor", "--json").json
    repaired = run(data, "doctor", "--repair", "--json")

    assert "fail" == next(check["status"] for check in before if check["check"] == "library")
    assert "ok" == next(check["status"] for check in repaired.json if check["check"] == "library")
    assert "3 artikel terselamatkan" in repaired.err
    assert "Tidak ada yang perlu diperbaiki" in run(data, "doctor", "--repair").err


def test_best_hits_come_first_on_request(data: Path) -> None:
    """
    The newest first, unless one asks for the best.
    """
    newest = [hit["id"] for hit in run(data, "search", "birokrasi", "--json").json]
    ranked = [hit["id"] for hit in run(data, "search", "birokrasi", "--ranked", "--json").json]

    assert (2, set(newest)) == (len(ranked), set(ranked))


def test_backup_on_standard_output_is_nothing_but_the_backup(data: Path, tmp_path: Path) -> None:
    """
    ``pembaca backup /dev/stdout | ssh …`` gives a file that is whole; the words for the person are beside it.
    """
    with (tmp_path / "cadangan").open("wb") as out:
        done = subprocess.run(command(data, "backup", "/dev/stdout"), stdout=out, stderr=subprocess.PIPE, env=environment())
    restored = run(tmp_path / "lain", "restore", str(tmp_path / "cadangan"), "--json")

    assert (0, 0, 3) == (done.returncode, restored.code, restored.json["articles"])
    assert "3 artikel" in done.stderr.decode()


def test_backup_that_cannot_be_written_does_not_blame_the_library(data: Path, tmp_path: Path) -> None:
    """
    It is the stick that is missing; the library is well.
    """
    done = run(data, "backup", str(tmp_path / "tidak" / "ada"))

    folder = run(data, "backup", str(tmp_path))

    assert (1, 1) == (done.code, folder.code)
    assert str(tmp_path / "tidak" / "ada") in done.err and "Pustaka" not in done.err
    assert "tidak dapat ditulis: berkas atau folder itu tidak ada" in done.err
    assert "tidak dapat ditulis: itu sebuah folder" in folder.err
