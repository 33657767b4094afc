"""pembaca.ui.network: the table of routes tells when the network is back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pembaca.ui.network import NetworkWatch, has_route

HEAD = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
WIRE = "eth0\t00000000\t0102A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
DOWN = "eth0\t00000000\t0102A8C0\t0002\t0\t0\t100\t00000000\t0\t0\t0\n"
ZERO = "0" * 32
LOOPBACK6 = f"{'0' * 31}1 80 {ZERO} 00 {ZERO} 00000000 00000002 00000000 80200001       lo\n"
LINK6 = f"fe80{'0' * 28} 40 {ZERO} 00 {ZERO} 00000100 00000001 00000000 00000001     eth0\n"
GROUP6 = f"ff{'0' * 30} 08 {ZERO} 00 {ZERO} 00000100 00000002 00000000 00000001     eth0\n"
WIDE6 = f"{ZERO} 00 {ZERO} 00 fe80{'0' * 27}1 00000064 00000001 00000000 00000003     eth0\n"


@pytest.mark.parametrize(
    ("ipv4", "ipv6", "expected"),
    [
        ("", "", False),
        (HEAD, "", False),
        (HEAD + DOWN, LOOPBACK6, False),
        (HEAD, LOOPBACK6 + LINK6 + GROUP6, False),
        (HEAD + WIRE, "", True),
        (HEAD, LOOPBACK6 + WIDE6, True),
    ],
)
def test_a_route_that_leads_away_from_this_computer_is_a_network(ipv4: str, ipv6: str, expected: bool) -> None:
    """
    A cable that leads nowhere is no reason to fetch.
    """
    assert expected == has_route(ipv4, ipv6)


def test_a_route_that_comes_is_told_once(tmp_path: Path, qtbot: QtBot) -> None:
    """
    The news are fetched when the cable is plugged in, not every five seconds.
    """
    ipv4, ipv6 = tmp_path / "route", tmp_path / "ipv6_route"
    ipv4.write_text(HEAD)
    watch = NetworkWatch(routes=(ipv4, ipv6))
    told: list[bool] = []
    watch.came_back.connect(lambda: told.append(True))

    watch._look()
    ipv4.write_text(HEAD + WIRE)
    watch._look()
    watch._look()

    assert [True] == told


def test_the_watch_starts_where_the_system_tells_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    """
    A system without such a table loses the notice, not the window.
    """
    assert NetworkWatch(routes=(tmp_path / "none", tmp_path / "none6")) is not None

    assert NetworkWatch() is not None
