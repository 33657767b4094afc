"""Facts of the doctor's words."""

from __future__ import annotations

import pytest

from pembaca.presenters import doctor
from pembaca.services.doctor import Finding

FINDINGS = [
    Finding("voice", "ok", "voice", "Indonesian", 3),
    *(Finding("voice", "fail", code) for code in ("no_engine", "no_voice", "died")),
    Finding("sound", "ok", "sound"),
    Finding("sound", "fail", "no_sound"),
    Finding("library", "ok", "sound", count=9),
    Finding("library", "ok", "none"),
    *(Finding("library", "fail", code, "/x") for code in ("too_new", "damaged", "unwritable", "error")),
    Finding("paths", "ok", "writable", "/x", 4000),
    Finding("paths", "warn", "little_space", "/x", 40),
    Finding("paths", "fail", "unwritable", "/x"),
    Finding("feeds", "ok", "ok", count=2),
    Finding("feeds", "ok", "none"),
    Finding("feeds", "warn", "failed", "https://x/", 1),
    Finding("feeds", "warn", "unknown"),
    *(Finding("screen_reader", "ok", code) for code in ("running", "reachable")),
    *(Finding("screen_reader", "warn", code) for code in ("no_bus", "unknown")),
]


@pytest.mark.parametrize("finding", FINDINGS, ids=repr)
def test_every_finding_is_a_sentence_and_every_failure_has_a_step(finding: Finding) -> None:
    """
    Who runs the doctor wants to know what to do next, over the telephone if need be.
    """
    check = doctor.check(finding)

    assert (finding.check, finding.status) == (check.check, check.status)
    assert check.message and doctor.name(finding)
    assert check.hint or check.status != "fail"
