"""Every button does its work with Space and with Enter: each is pressed with both, and what it should do is looked for."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.servers import Site
from tests.system.accessibility import BUTTONS
from tests.system.conftest import MakeWindow, fill
from tests.system.filling import RICH, plain, store
from tests.system.sound import Recorder
from tests.system.window import NO_SOUND, Window

Effect = Callable[[], object]
Prepare = Callable[[Window], Effect]
_KEYS = pytest.mark.parametrize("key", ["space", "Return"])


@pytest.fixture(scope="module")
def window(open_shared_window: MakeWindow, tmp_path_factory: pytest.TempPathFactory, site: Site) -> Window:
    """One window for most buttons, on a filled library."""
    return open_shared_window(fill(tmp_path_factory.mktemp("buttons") / "pustaka", site))


def _press(window: Window, button: str, key: str, has_happened: Effect) -> None:
    window.focus_on(button)
    assert not has_happened(), f"nothing would be seen of {button}"
    window.press(key)
    window.until(has_happened)


# ---- What each button does: prepares it, and returns what is true afterwards


def _setting(name: str, change: Callable[[int], int]) -> Prepare:
    def prepare(window: Window) -> Effect:
        before = getattr(window.settings(), name)
        return lambda: getattr(window.settings(), name) == change(before)

    return prepare


def _opens(name: str) -> Prepare:
    return lambda window: lambda: window.focus().name == name


def _opens_menu(window: Window) -> Effect:
    return lambda: window.focus().role.endswith("menu item")


def _paused_at(window: Window, sentence: int) -> None:
    window.press("space")
    window.until(window.is_reading)
    window.press("space")
    window.until(lambda: window.shows("Lanjutkan"))
    while window.sentence() != sentence:
        before = window.sentence()
        window.press("alt+Right" if before < sentence else "alt+Left")
        window.until(lambda before=before: window.sentence() != before)


def _previous(window: Window) -> Effect:
    _paused_at(window, 3)
    return lambda: window.sentence() == 2


def _next(window: Window) -> Effect:
    _paused_at(window, 3)
    return lambda: window.sentence() == 4


def _play(window: Window) -> Effect:
    return window.is_reading


def _pause(window: Window) -> Effect:
    window.press("space")
    window.until(window.is_reading)
    return lambda: window.shows("Lanjutkan")


def _go_on(window: Window) -> Effect:
    _paused_at(window, 1)
    return window.is_reading


def _stop(window: Window) -> Effect:
    window.press("space")
    window.until(window.is_reading)
    return lambda: window.shows("Bacakan")


def _follow(window: Window) -> Effect:
    window.press("Return")
    window.until(lambda: window.focus().role == "text")
    window.press("space")
    window.until(window.is_reading)
    window.press("ctrl+End")
    window.until(lambda: window.shows("Ke suara"))
    return lambda: not window.shows("Ke suara")


def _refresh(window: Window) -> Effect:
    since, ends = window.eyes.count(window.pid), ("Berita sudah diperbarui.", "sumber gagal", "Tidak ada jaringan")
    return lambda: any(words in said for said in window.said(since) for words in ends)


_MAIN: dict[str, tuple[str, Prepare]] = {
    "refresh": ("Segarkan", _refresh),
    "appearance": ("Tampilan", _opens("Tutup Tampilan")),
    "menu": ("Menu", _opens_menu),
    "heading": ("Semua berita", _opens_menu),
    "previous": ("Kalimat sebelumnya", _previous),
    "next": ("Kalimat berikutnya", _next),
    "play": ("Bacakan", _play),
    "pause": ("Jeda", _pause),
    "go on": ("Lanjutkan", _go_on),
    "stop": ("Henti", _stop),
    "follow": ("Ke suara", _follow),
    "slower": ("Lebih lambat", _setting("rate_wpm", lambda rate: rate - 20)),
    "faster": ("Lebih cepat", _setting("rate_wpm", lambda rate: rate + 20)),
}


@_KEYS
@pytest.mark.parametrize("case", list(_MAIN))
def test_buttons_of_the_window(window: Window, case: str, key: str) -> None:
    """
    Space reads aloud everywhere but on a button; there it presses, and Enter does too.
    """
    window.go_home()
    button, prepare = _MAIN[case]
    _press(window, button, key, prepare(window))


@_KEYS
def test_buttons_of_the_strip_for_finding(window: Window, key: str) -> None:
    """
    Next, previous and close.
    """
    window.go_home()
    window.press("Return")
    window.until(lambda: window.focus().role == "text")
    window.press("ctrl+Home", "ctrl+f")
    window.until(lambda: window.focus().name == "Cari di artikel ini")
    window.write("layanan")
    window.press("Return")
    window.until(lambda: window.shows("1 dari 3"))
    _press(window, "Temuan berikutnya", key, lambda: window.shows("2 dari 3"))
    _press(window, "Temuan sebelumnya", key, lambda: window.shows("1 dari 3"))
    _press(window, "Tutup pencarian", key, lambda: not window.shows("Tutup pencarian"))


@_KEYS
def test_buttons_of_the_panel_of_appearance(window: Window, key: str) -> None:
    """
    Sizes, and each card: what is chosen is kept.
    """
    window.go_home()
    window.press("ctrl+comma")
    window.until(lambda: window.shows("Tutup Tampilan"))
    _press(window, "Huruf lebih besar", key, lambda: window.settings().article_px == 32)
    _press(window, "Huruf lebih kecil", key, lambda: window.settings().article_px == 28)
    for name, cards in _CARDS.items():
        for card, value in cards.items():
            _press(window, card, key, lambda name=name, value=value: getattr(window.settings(), name) == value)
    _press(window, "Tutup Tampilan", key, lambda: not window.shows("Tutup Tampilan"))


_CARDS = {  # the one in force comes last
    "typeface": {"Jenis huruf: DejaVu": "dejavu", "Jenis huruf: Sistem": "system", "Jenis huruf: Atkinson": "atkinson"},
    "line_spacing": {"Jarak baris: Lega": "wide", "Jarak baris: Lapang": "wider", "Jarak baris: Biasa": "normal"},
    "theme": {"Warna: Gelap": "gelap", "Warna: Terang": "terang", "Warna: Seperti sistem": "sistem"},
}


@_KEYS
def test_buttons_of_the_panel_of_sources(open_window: MakeWindow, tmp_path: Path, site: Site, key: str) -> None:
    """
    Remove, take back, add by address, add from the catalogue, choose, close.
    """
    window = open_window(fill(tmp_path / "sumber", site))

    def feeds() -> int:
        return window.library(lambda library: len(library.feeds()))

    window.press("ctrl+shift+s")
    window.until(lambda: window.shows("Tutup Sumber"))
    _press(window, "Rincian Kantor Contoh", key, lambda: window.focus().name == "Kembali dari Kantor Contoh ke Sumber")
    _press(window, "Hapus Kantor Contoh", key, lambda: feeds() == 1)
    _press(window, "Urungkan", key, lambda: feeds() == 2)
    window.focus_on("Alamat umpan atau situs")
    window.write(f"{site.url}/tambahan")
    _press(window, "Tambah sumber", key, lambda: window.shows("Tambahkan apa adanya"))
    _press(window, "Tambahkan apa adanya", key, lambda: feeds() == 3)
    _press(window, "Pilih dari katalog", key, lambda: window.focus().name == "Kembali dari Katalog ke Sumber")
    window.until(lambda: window.shows("Tambah "))
    offer = next(
        node.name for node in window.nodes() if node.role in BUTTONS and node.name.startswith("Tambah ") and "," in node.name
    )
    _press(window, offer, key, lambda: feeds() == 4)
    window.until(lambda: window.shows("sudah ada di daftar"))
    _press(window, "Kembali dari Katalog ke Sumber", key, lambda: window.focus().name == "Pilih dari katalog")
    _press(window, "Tutup Sumber", key, lambda: not window.shows("Tutup Sumber"))
    window.press("ctrl+shift+s")
    window.until(lambda: window.shows("Tutup Sumber"))
    card = next(node.name for node in window.nodes() if node.role in BUTTONS and node.name.startswith("Kantor Contoh"))
    _press(window, card, key, lambda: window.settings().last_feed == site.url + "/kantor")


@_KEYS
def test_buttons_of_the_panel_of_the_voice(window: Window, card: Recorder, key: str) -> None:
    """
    Loudness, speed, voice and a test: all while it is open.
    """
    window.go_home()
    window.press("ctrl+shift+v")
    window.until(lambda: window.shows("Tutup Suara"))
    volume, rate = window.settings().volume, window.settings().rate_wpm
    _press(window, "Suara lebih pelan", key, lambda: window.settings().volume == volume - 10)
    _press(window, "Suara lebih keras", key, lambda: window.settings().volume == volume)
    window.focus_on("Tutup Suara")  # the reading bar has buttons of the same names
    for name, wanted in (("Lebih lambat", rate - 20), ("Lebih cepat", rate)):
        window.press(*["Tab"] * (3 if name == "Lebih lambat" else 1))
        window.until(lambda name=name: window.focus().name == name)
        window.press(key)
        window.until(lambda wanted=wanted: window.settings().rate_wpm == wanted)
    for voice in [node.name for node in window.nodes() if node.role == "radio button" and "checked" not in node.states][:2]:
        _press(window, voice, key, lambda voice=voice: "checked" in window.find(voice).states)
    _press(window, "Suara pembaca: Suara terbaik untuk setiap bahasa", key, lambda: window.settings().voice == "")
    window.focus_on("Uji suara")
    at = time.monotonic()
    window.press(key)
    assert card.first_sound(at, within=10) is not None
    links = "Yang dibacakan: Sebutkan tautan"
    for is_told in (True, False):
        _press(window, links, key, lambda is_told=is_told: ("links" in window.settings().told) is is_told)
    _press(window, "Tutup Suara", key, lambda: not window.shows("Tutup Suara"))


@_KEYS
def test_buttons_of_messages(window: Window, key: str) -> None:
    """
    What a message offers is pressed like everything else.
    """
    window.go_home()
    window.press("ctrl+k")
    window.until(lambda: window.focus().name == "Cari artikel")
    window.write("xyzzy")
    window.press("Return")
    window.until(lambda: window.shows("Tidak ada yang ditemukan"))
    _press(window, "Kembali ke daftar", key, lambda: not window.shows("artikel ditemukan"))


@_KEYS
def test_buttons_of_the_notices(open_window: MakeWindow, tmp_path: Path, key: str) -> None:
    """
    Without voice and network there are buttons that help.
    """
    store(tmp_path / "luring", RICH, feed="http://127.0.0.1:9/rss")
    window = open_window(tmp_path / "luring", NO_SOUND)
    window.until(lambda: window.shows("Tidak ada perangkat suara yang dapat dipakai"))
    _press(window, "Cara memasang suara", key, lambda: window.shows("Pembaca berbicara dengan espeak-ng."))
    before = window.children()
    _press(window, "Uji suara", key, lambda: window.children() != before)
    is_refreshed = _refresh(window)
    window.press("F5")
    window.until(lambda: window.shows("Coba lagi") and is_refreshed())
    _press(window, "Coba lagi", key, _refresh(window))


@_KEYS
def test_buttons_of_a_narrow_window(open_window: MakeWindow, tmp_path: Path, key: str) -> None:
    """
    Back, more, and the button that brings the search field.
    """
    store(tmp_path / "sempit", RICH, plain("Berita lain", 3))
    window = open_window(tmp_path / "sempit", window=(0, 0, 420, 860))
    window.press("Return")
    window.until(lambda: window.focus().role == "text")
    _press(window, "Lainnya", key, _opens_menu(window))
    window.press("Escape")
    window.until(lambda: window.focus().name == "Lainnya")
    _press(window, "Kembali ke daftar", key, lambda: window.focus().role == "list item")
