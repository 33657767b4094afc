"""An article that its source has changed, in a real window: the row and a notice say so, F7 leads through it, marks are heard."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from tests.system.conftest import MakeWindow
from tests.system.filling import correct, plain, store

from pembaca.document import Document, Paragraph

_OLD = Document(
    "Biaya layanan naik",
    (
        Paragraph("Biaya layanan di loket sekarang Rp50.000 untuk satu orang."),
        Paragraph("Warga dapat datang tanpa janji."),
        Paragraph("Alinea ini ditarik kembali oleh sumbernya esok hari."),
    ),
    published=datetime(2026, 6, 5, 9, 30, tzinfo=UTC),
)
_NEW = replace(
    _OLD,
    blocks=(
        Paragraph("Biaya layanan di loket sekarang Rp60.000 untuk satu orang."),
        _OLD.blocks[1],
        Paragraph("Ralat: tarif lama tetap berlaku sampai akhir bulan."),
        Paragraph("Keterangan lebih lanjut menyusul besok pagi."),
    ),
)


def test_a_changed_article_is_told_marked_and_gone_through(open_window: MakeWindow, tmp_path: Path) -> None:
    """
    Who has read it finds what is new by ear: the row, the notice, each passage in turn, and the marked letters themselves.
    """
    data_dir = tmp_path / "pustaka"
    store(data_dir, _OLD, plain("Berita lain", 4))
    correct(data_dir, _NEW)
    window = open_window(data_dir)
    window.until(lambda: window.focus().name == "Biaya layanan naik, 5 Juni 2026, dibaca, berubah")

    since = window.eyes.count(window.pid)
    window.press("Return")
    told = "Artikel ini berubah sejak Anda membacanya. "
    window.until(lambda: any(words.startswith(told) for words in window.said(since)))
    window.until(lambda: window.focus().role == "text" and window.shows("Bagian berubah berikutnya"))
    assert 1 == sum(words.startswith(told) for words in window.said(since))

    text = window.article().text
    for nth, passage in ((1, "Rp60.000"), (2, "Ralat: tarif lama tetap berlaku sampai akhir bulan.")):
        since = window.eyes.count(window.pid)
        window.press("F7")
        window.until(lambda nth=nth, since=since: any(f"Bagian berubah {nth} dari 3: " in words for words in window.said(since)))
        window.until(lambda passage=passage: window.article().caret == text.index(passage))
        assert any(passage in words for words in window.said(since))

    runs = window.eyes.runs(window.pid, window.focus().path)
    marked = [text[first:last] for first, last, attributes in runs if "bg-color" in attributes]
    assert ["Rp60.000", _NEW.blocks[2].text, _NEW.blocks[3].text] == marked

    window.press_on("Tutup tanda perubahan", "space")
    window.until(lambda: not window.shows("Tutup tanda perubahan"))
    window.until(lambda: window.focus().role == "text")
    assert not any("bg-color" in attributes for _, _, attributes in window.eyes.runs(window.pid, window.focus().path))
    window.until(lambda: not any("berubah" in row for row in window.rows()))
