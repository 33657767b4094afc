"""What a blind reader hears, said by the real Orca: each step's words in order, each of them exactly once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.system.accessibility import Accessibility
from tests.system.desktop import Desktop
from tests.system.filling import RICH, Newsroom, correct
from tests.system.orca import Orca
from tests.system.window import NO_SOUND, Window

from pembaca.document import Paragraph

NO_VOICE = (
    "Tidak ada perangkat suara yang dapat dipakai. Membaca tetap bisa. Sambungkan pengeras suara atau penyuara telinga, "
    "lalu tekan Uji suara."
)
FAILED = (
    "Server 127.0.0.1 sedang bermasalah (kode 500). Artikel yang tersimpan tetap bisa dibaca dan didengarkan. Coba lagi nanti."
)


@pytest.fixture(scope="module")
def parlour(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desktop, Accessibility]]:
    """A desktop of its own: a screen reader there must not hear other windows."""
    desktop = Desktop(tmp_path_factory.mktemp("orca") / "d")
    eyes = Accessibility(desktop, listens=False)
    yield desktop, eyes
    eyes.close()
    desktop.close()
    assert () == desktop.remaining()


@pytest.fixture(scope="module")
def orca(parlour: tuple[Desktop, Accessibility]) -> Iterator[Orca]:
    """The screen reader."""
    orca = Orca(parlour[0])
    yield orca
    orca.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A library and its site."""
    with Newsroom(tmp_path / "pustaka") as room:
        yield room


class Ear:
    """Presses keys and compares what is heard."""

    def __init__(self, orca: Orca, window: Window) -> None:
        self._orca, self.window = orca, window

    def hears(self, *words: str, after: str = "") -> None:
        """Press *after* and hear *words* in this order, each exactly once, whatever else Orca says of roles and keys."""
        if after:
            self.window.press(after)
        said = " | ".join(self._orca.listen(words[-1]))
        assert re.search(".*?".join(map(re.escape, words)), said), said
        assert [1] * len(words) == [said.count(one) for one in words], said

    def hears_nothing(self, after: str) -> None:
        """Press *after* and hear nothing."""
        self.window.press(after)
        assert () == self._orca.listen()


Start = Callable[[Mapping[str, str]], Ear]


@pytest.fixture
def start(parlour: tuple[Desktop, Accessibility], orca: Orca, room: Newsroom) -> Iterator[Start]:
    """A function that opens the window for Orca to read."""
    windows: list[Window] = []

    def open_window(sound: Mapping[str, str]) -> Ear:
        windows.append(Window(*parlour, room.data_dir, sound))
        return Ear(orca, windows[-1])

    yield open_window
    for window in windows:
        window.close()
    orca.listen()


def test_list_article_and_play_are_heard(start: Start, sound_card: Mapping[str, str]) -> None:
    """
    From the first word to the pause: every control says what it is, and nothing is said twice.
    """
    ear = start(sound_card)
    ear.hears("Layanan baru 😀 untuk warga – Pembaca", "Daftar artikel", "List with 4 items", "5 Juni 2026, baru")
    ear.hears("Berita pertama, 3 Juni 2026, baru", after="Down")
    ear.hears("Layanan baru 😀 untuk warga, 5 Juni 2026, baru", after="Up")
    ear.hears("Layanan baru 😀 untuk warga read only text", after="Tab")
    ear.hears("Berita Utama · Jumat, 5 Juni 2026 · 1 menit", after="Down")
    ear.hears("Gambar: Petugas melayani warga di loket", after="Down")
    ear.hears("Syarat, judul tingkat 2", after="h")
    ear.hears("Kalimat sebelumnya", "button", after="Tab")
    ear.hears("Bacakan", "button", after="Tab")
    ear.hears("Jeda", after="space")
    ear.hears("Lanjutkan", after="space")
    ear.hears("Jeda", after="Return")
    ear.hears("Bacakan", after="Escape")
    ear.hears("Cari artikel", "text", after="F6")
    ear.hears("Daftar artikel", "Layanan baru 😀 untuk warga, 5 Juni 2026, di", after="F6")
    ear.hears_nothing(after="space")
    ear.hears("Jeda", after="space")
    ear.hears("Berhenti", after="Escape")
    ear.hears("Ditandai baru", after="ctrl+m")
    ear.hears("Bintang diberikan: ", after="ctrl+d")
    ear.hears("Kecepatan 1,1 kali", after="ctrl+bracketright")
    ear.hears("Ukuran huruf 32", after="ctrl+plus")
    ear.hears("Layanan baru 😀 untuk warga, kalimat ", " persen, tidak sedang dibacakan", after="ctrl+i")


def test_refresh_and_its_failures_are_heard_once(start: Start, room: Newsroom, sound_card: Mapping[str, str]) -> None:
    """
    That news are fetched, that they have come, and why not: each is one message, and the focus stays.
    """
    ear = start(sound_card)
    ear.hears("5 Juni 2026, baru")
    before = ear.window.focus().path
    ear.hears("Mengambil berita", "Tidak ada artikel baru. Berita sudah diperbarui.", after="F5")
    room.answer(500)
    ear.hears("Mengambil berita", FAILED, after="F5")
    room.close()
    ear.hears("Mengambil berita", "Anda membaca salinan", "Tidak ada jaringan.", after="F5")

    assert before == ear.window.focus().path


def test_a_change_is_heard_at_the_row_when_it_is_opened_and_part_by_part(
    start: Start, room: Newsroom, sound_card: Mapping[str, str]
) -> None:
    """
    That something changed, how much, and what: each once, in the order in which one comes upon it.
    """
    blocks = (*RICH.blocks[:-1], Paragraph("Ralat: loket tutup pada hari libur nasional."), RICH.blocks[-1])
    correct(room.data_dir, replace(RICH, blocks=blocks), room.feed)
    ear = start(sound_card)
    ear.hears("Layanan baru 😀 untuk warga, 5 Juni 2026, dibaca, berubah")
    ear.hears("Artikel ini berubah sejak Anda membacanya", "1 bagian ditandai", after="Return")
    ear.hears("Bagian berubah 1 dari 1: Ralat: loket tutup pada hari libur nasional", after="F7")
    ear.hears("Tanda perubahan ditutup", after="ctrl+F7")


def test_a_missing_voice_is_told_once_and_again_when_it_is_asked_for(start: Start) -> None:
    """
    Not at every row, but at the start and whenever reading aloud is tried.
    """
    ear = start(NO_SOUND)
    ear.hears(NO_VOICE)
    ear.hears("Berita pertama, 3 Juni 2026, baru", after="Down")
    ear.hears(NO_VOICE, after="space")


def test_panels_menus_and_searches_are_heard(start: Start, sound_card: Mapping[str, str]) -> None:
    """
    What opens says itself, and what closes says where one is again.
    """
    ear = start(sound_card)
    ear.hears("5 Juni 2026, baru")
    ear.hears("Tutup Tampilan", after="ctrl+comma")
    ear.hears("Daftar artikel", "5 Juni 2026, baru", after="Escape")
    ear.hears("Cari artikel", "text", after="shift+F6")
    for name in ("Segarkan", "Tampilan", "Menu"):
        ear.hears(name, "button", after="Tab")
    ear.hears("Membacakan", after="space")
    ear.hears("Artikel", after="Down")
    ear.hears("Artikel berikutnya", after="Right")
    ear.hears("Artikel", after="Left")
    ear.hears("Menu", "button", after="Escape")
    ear.hears("Cari artikel", "text", after="ctrl+k")
    ear.window.write("loket")
    ear.hears("1 artikel ditemukan")
    ear.hears("Daftar artikel", "List with 1 item", "Layanan baru 😀 untuk warga, 5 Juni 2026", after="Return")
    ear.hears("Berita Utama", after="Escape")
