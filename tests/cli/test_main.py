"""Facts of the command line as a whole: one JSON value, exit codes, quiet endings."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.cli.running import command, environment, run
from tests.servers import raw

COMMANDS = ("gui", "refresh", "feeds", "list", "show", "search", "extract", "script", "speak", "doctor")


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_given_for_every_command(tmp_path: Path, name: str) -> None:
    """
    Whoever is stuck finds help in their own language, and nothing is made on disk for it.
    """
    done = run(tmp_path / "data", *name.split(), "--help")

    assert (0, "") == (done.code, done.err)
    assert done.out.startswith("pemakaian: pembaca")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["tidakada"],
        ["list", "--limit", "x"],
        ["list", "--limit", "-1"],
        ["list", "--feed", "https://tidak.ada/"],
        ["show"],
        ["show", "satu"],
        ["show", "1", "--format", "pdf"],
        ["search"],
        ["script"],
        ["script", "1", "--text", "x"],
        ["feeds"],
        ["feeds", "add", "ftp://contoh.go.id/feed"],
        ["feeds", "add", "javascript:alert(1)"],
        ["feeds", "add", ""],
        ["feeds", "add", "http://127.0.0.1:99999/"],
        ["feeds", "add", "http://1.2.3.999/", "--exact"],
        ["feeds", "add", b"http://\xff/".decode("utf-8", "surrogateescape")],
        ["refresh", "https://belum.ada/feed"],
        ["refresh", "--add"],
        ["search", ""],
        ["search", "  "],
        ["speak", "--text", "x", "--out", "a", "--marks", "./a"],
        ["list", "--bogus"],
        ["--data-dir"],
        ["--data-dir", "", "list"],
        ["list", "--data-dir", ""],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_on_stderr_with_code_2(tmp_path: Path, arguments: list[str]) -> None:
    """
    A script can tell a typing error from a failure, and a person reads what to type instead.
    """
    done = run(tmp_path / "data", *arguments)

    assert (2, "") == (done.code, done.out)
    assert done.err.strip()
    assert "Traceback" not in done.err and "error:" not in done.err


def test_version_is_told(tmp_path: Path) -> None:
    """
    The first question of every support call.
    """
    from pembaca import __version__

    assert f"pembaca {__version__}\n" == run(tmp_path, "--version").out


@pytest.mark.parametrize("arguments", [["list", "--json"], ["show", "1", "--format", "json"], ["feeds", "remove", "x", "--json"]])
def test_what_could_not_be_done_is_one_json_value_too(tmp_path: Path, arguments: list[str]) -> None:
    """
    A program that reads the output never meets half a value, also when the library cannot be opened.
    """
    (tmp_path / "data").write_bytes(b"berkas di tempat folder")
    done = run(tmp_path / "data", *arguments)

    assert 1 == done.code
    assert "library_unwritable" == done.json["error"]["code"]
    assert done.json["error"]["message"] in done.err


def test_messages_are_in_the_language_of_the_locale(tmp_path: Path) -> None:
    """
    Indonesian unless the machine speaks English.
    """
    assert "Tidak ada artikel nomor 7" in run(tmp_path, "show", "7", LC_ALL="C.UTF-8").err
    assert "Tidak ada artikel nomor 7" in run(tmp_path, "show", "7", LC_ALL="id_ID.UTF-8").err
    assert run(tmp_path, "show", "7", LC_ALL="en_GB.UTF-8").err.startswith("There is no article")


def test_reader_that_has_seen_enough_is_no_failure(data: Path) -> None:
    """
    ``pembaca list | head -1`` ends without a word of complaint.
    """
    with subprocess.Popen(
        command(data, "show", "3", "--format", "html"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()

    assert (0, b"") == (process.returncode, complaint)


@pytest.mark.parametrize("arguments", [["list", "--json"], ["list"], ["show", "99"]], ids=" ".join)
def test_closed_outputs_are_no_crash(data: Path, arguments: list[str]) -> None:
    """
    Services start programs without standard output and errors; the work is done all the same.
    """
    line = f'"$@" >&- 2>"{data}/said"; printf %s $?; "$@" >&- 2>&-; printf %s $?'
    shell = ["sh", "-c", line, "sh", *command(data, *arguments)]
    done = subprocess.run(shell, capture_output=True, env=environment(), check=False)

    assert (b"11" if "99" in arguments else b"00") == done.stdout
    assert "Traceback" not in (data / "said").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["list", "--json"], ["list"], ["doctor"]], ids=" ".join)
def test_output_that_finds_no_room_is_told(data: Path, arguments: list[str]) -> None:
    """
    A full disk behind ``>`` gives a sentence and code 1, so that nobody takes half a file for a whole one.
    """
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(data, *arguments), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)

    assert 1 == done.returncode
    assert "Keluaran tidak dapat ditulis" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "9" * 30, "--format", "json"], 1),
        (["script", "9" * 30, "--json"], 1),
        (["list", "--limit", "9" * 30, "--json"], 0),
        (["search", "birokrasi", "--limit", "9" * 30, "--json"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_number_beyond_every_article_is_only_a_large_number(data: Path, arguments: list[str], code: int) -> None:
    """
    Numbers past what the database can count are answered like any other.
    """
    done = run(data, *arguments)

    assert code == done.code
    assert done.json
    assert "Traceback" not in done.err


def test_home_of_nobody_is_an_ordinary_name(tmp_path: Path) -> None:
    """
    A folder whose name begins with a tilde but names no user is taken as it stands.
    """
    shell = ["sh", "-c", 'cd "$1"; shift; "$@"', "sh", str(tmp_path), *command(Path("~bukansiapasiapa"), "list", "--json")]
    done = subprocess.run(shell, capture_output=True, env=environment(), check=False)

    assert (0, b"[]\n") == (done.returncode, done.stdout)


def test_text_is_whole_under_every_locale(data: Path) -> None:
    """
    Quotation marks and accents come out also where the system claims to know only ASCII.
    """
    assert "“kutip”" in run(data, "list", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0").out


def test_interrupt_ends_quietly(tmp_path: Path) -> None:
    """
    Ctrl+C is an order, not an accident.
    """
    arrived = threading.Event()

    def never_answer(peer: socket.socket) -> None:
        arrived.set()
        peer.recv(1)

    with (
        raw(never_answer) as url,
        subprocess.Popen(
            command(tmp_path, "refresh", "--add", url), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        ) as process,
    ):
        arrived.wait(60)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)

    assert (130, b"", b"") == (process.returncode, out, err)


def test_command_line_never_loads_qt(data: Path) -> None:
    """
    A scheduled refresh on a server without a screen needs no window system, and starts fast.
    """
    script = """
import sys
from pembaca.cli.main import main
main(sys.argv[1:])
heavy = ("PySide6", "shiboken6", "trafilatura", "feedparser", "requests", "num2words", "lxml", "PIL")
sys.stderr.write(str([name for name in heavy if name in sys.modules]))
"""
    arguments = ["--data-dir", str(data), "list", "--json"]
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, env=environment(), check=False)

    assert b"[]" == done.stderr


@pytest.mark.parametrize(
    ("arguments", "usage"),
    [
        (["list", "--bogus"], "pemakaian: pembaca list "),
        (["feeds", "list", "--bogus"], "pemakaian: pembaca feeds list "),
        (["show", "1", "lebih"], "pemakaian: pembaca show "),
        (["--bogus"], "pemakaian: pembaca [-h]"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_usage_is_that_of_the_command(tmp_path: Path, arguments: list[str], usage: str) -> None:
    """
    Who mistypes an option sees the options of that command, and the word that was not understood.
    """
    done = run(tmp_path / "data", *arguments)

    assert done.err.startswith(usage)
    assert arguments[-1] in done.err.splitlines()[-1]


@pytest.mark.parametrize(
    "arguments", [["list", "--limit", "0"], ["list"], ["feeds", "list"], ["search", "tidakada"]], ids=" ".join
)
def test_messages_that_find_no_room_change_nothing(tmp_path: Path, arguments: list[str]) -> None:
    """
    The work is done; a full disk behind the log of a scheduled task is no failure of it.
    """
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command(tmp_path, *arguments), stdout=subprocess.PIPE, stderr=full, env=environment(), check=False)
        wrong = subprocess.run(command(tmp_path, "list", "--bogus"), stderr=full, env=environment(), check=False)

    assert (0, b"", 2) == (done.returncode, done.stdout, wrong.returncode)


def test_empty_home_counts_as_none(tmp_path: Path) -> None:
    """
    ``PEMBACA_HOME= pembaca list`` means the usual place, as with every other program.
    """
    line = [sys.executable, "-m", "pembaca", "list", "--json"]
    surroundings = {**environment(PEMBACA_HOME="", XDG_DATA_HOME=str(tmp_path))}
    done = subprocess.run(line, cwd=tmp_path, env=surroundings, capture_output=True, check=False)

    assert (0, b"[]\n", ["pembaca"]) == (done.returncode, done.stdout, [file.name for file in tmp_path.iterdir()])


def test_place_where_no_library_can_be_is_told(tmp_path: Path) -> None:
    """
    Nothing is stored there, and so nothing is said to be readable.
    """
    (tmp_path / "berkas").write_text("")
    done = run(tmp_path / "berkas" / "di-bawahnya", "list", "--json")

    assert (1, "library_unwritable") == (done.code, done.json["error"]["code"])
    assert "--data-dir" in done.err and "Membaca yang sudah tersimpan" not in done.err


def test_empty_list_says_what_is_empty(data: Path) -> None:
    """
    All read is not the same as nothing there.
    """
    assert "" == run(data, "list", "--limit", "0").err
    assert "belum dibaca" in run(data, "list", "--unread", "--feed", other_feed(data)).err


def other_feed(data: Path) -> str:
    """Add a feed without articles."""
    return str(run(data, "feeds", "add", "https://kosong.go.id/feed", "--exact", "--json").json["url"])


@pytest.mark.parametrize("asked", ["--help", "--version", "lexicon --help"])
def test_help_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, asked: str) -> None:
    """
    A full disk is a full disk, whatever was to be written to it.
    """
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command(tmp_path, *asked.split()), env=environment(), stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert 1 == done.returncode
    assert "Keluaran tidak dapat ditulis" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
