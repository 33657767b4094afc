"""Facts of ``pembaca doctor``, on this very machine."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import run

CHECKS = ["voice", "sound", "library", "paths", "feeds", "screen_reader"]


def states(done_json: list[dict[str, str]]) -> dict[str, str]:
    return {check["check"]: check["status"] for check in done_json}


def test_every_check_is_made_and_worded(data: Path) -> None:
    """
    One command answers the first questions of a support call.
    """
    done = run(data, "doctor", "--json")

    assert (0, CHECKS) == (done.code, [check["check"] for check in done.json])
    assert all({"check", "status", "message", "hint"} == set(check) and check["message"] for check in done.json)
    assert {"ok"} == {states(done.json)[name] for name in ("voice", "library", "paths", "feeds")}


def test_damaged_library_is_found_and_nothing_else_is_hindered(tmp_path: Path) -> None:
    """
    The doctor of a broken machine must not break itself.
    """
    (tmp_path / "library.sqlite3").write_bytes(b"rusak" * 1000)
    done = run(tmp_path, "doctor", "--json")

    assert 0 == done.code
    assert ("fail", "warn") == (states(done.json)["library"], states(done.json)["feeds"])


def test_machine_without_sound_card_is_told_so(tmp_path: Path) -> None:
    """
    With an empty ALSA configuration PortAudio aborts its process: the doctor says what that means, and lives.
    """
    (tmp_path / "kosong").write_text("")
    silent = {"ALSA_CONFIG_PATH": str(tmp_path / "kosong"), "PULSE_SERVER": "unix:/tidak/ada"}
    done = run(tmp_path / "data", "doctor", "--json", **silent)
    said = run(tmp_path / "data", "doctor", **silent)

    assert ("fail", "ok") == (states(done.json)["sound"], states(done.json)["voice"])
    assert len(CHECKS) == len(said.out.splitlines())
    assert not (tmp_path / "data").exists()
