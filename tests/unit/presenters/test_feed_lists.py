"""pembaca.presenters.feed_lists: lists come in and go out, and what was done is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.presenters.parts import FEED, OTHER, Desk

from pembaca.services.subscriptions import import_opml

LIST = f"""<opml version="2.0"><body><outline text="Kementerian">
<outline text="Lain" xmlUrl="{OTHER}"/><outline text="Contoh" xmlUrl="{FEED}"/><outline text="Aneh" xmlUrl="ftp://x.go.id/f"/>
</outline></body></opml>"""


def test_an_import_tells_what_it_did_and_fetches_what_is_new(desk: Desk, tmp_path: Path) -> None:
    """
    Added, there already, and not usable: three numbers, and the news come by themselves.
    """
    desk.library.add_feed(FEED)
    (tmp_path / "daftar.opml").write_text(LIST, encoding="utf-8")
    desk.sources.lists.import_file(str(tmp_path / "daftar.opml"))
    assert "Mengimpor sumber" == desk.views.of("show_work")[-1]
    desk.jobs.work()

    text = "1 sumber ditambahkan, 1 sudah ada, 1 tidak dapat dipakai."
    assert text == desk.views.of("show_result")[-1]
    assert text in desk.views.of("say")
    assert desk.views.of("show_work")[-1] is None
    assert [FEED, OTHER] == [feed.url for feed in desk.library.feeds()]
    assert [(OTHER,)] == desk.refreshed


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "kosong"),
        (b"<html><body>Masuk</body></html>", "bukan daftar sumber"),
        (b"<opml><body><outline", "rusak"),
        (b"x" * 10_000_001, "terlalu besar"),
    ],
)
def test_a_file_that_is_no_list_is_told_and_changes_nothing(desk: Desk, tmp_path: Path, body: bytes, words: str) -> None:
    """
    Somebody will pick the wrong file.
    """
    desk.library.add_feed(FEED)
    (tmp_path / "salah.opml").write_bytes(body)
    desk.sources.lists.import_file(str(tmp_path / "salah.opml"))
    desk.jobs.work()

    told = desk.views.of("show_result")[-1]
    assert words in told
    assert "Sumber Anda tidak berubah." in told
    assert [FEED] == [feed.url for feed in desk.library.feeds()]


def test_a_file_that_cannot_be_read_is_told(desk: Desk, tmp_path: Path) -> None:
    """
    A folder, or a file that went with its stick.
    """
    for path in (tmp_path, tmp_path / "tidak-ada.opml"):
        desk.sources.lists.import_file(str(path))
        desk.jobs.work()

        assert desk.views.of("show_result")[-1].startswith(f"Berkas {path} tidak dapat dibaca.")


def test_what_is_exported_can_be_imported(desk: Desk, tmp_path: Path) -> None:
    """
    The way to another computer, and back from another reader.
    """
    desk.library.add_feed(FEED, "Contoh & Kawan")
    desk.library.add_feed(OTHER, "Lain")
    target = tmp_path / "sumber-pembaca.opml"
    target.write_text("lama", encoding="utf-8")
    desk.sources.lists.export_file(str(target))
    desk.jobs.work()
    assert "2 sumber disimpan di sumber-pembaca.opml." == desk.views.of("show_result")[-1]
    assert [target] == [path for path in tmp_path.iterdir() if path.is_file()]

    for feed in desk.library.feeds():
        desk.library.remove_feed(feed.url)
    desk.library.purge()
    done = import_opml(desk.library, target.read_bytes(), "x")

    assert {(FEED, "Contoh & Kawan"), (OTHER, "Lain")} == {(feed.url, feed.title) for feed in done.added}


def test_a_place_that_cannot_be_written_is_told_and_the_old_file_stays(desk: Desk, tmp_path: Path) -> None:
    """
    A stick that is full, or was pulled out.
    """
    desk.sources.lists.export_file(str(tmp_path / "tidak-ada" / "x.opml"))
    desk.jobs.work()

    assert "tidak dapat ditulis" in desk.views.of("show_result")[-1]
    assert "pilih folder lain" in desk.views.of("show_result")[-1]


def test_an_import_can_be_stopped_and_says_what_it_left(desk: Desk, tmp_path: Path) -> None:
    """
    Five thousand feeds were not meant.
    """
    outlines = "".join(f'<outline text="{n}" xmlUrl="https://s{n}.go.id/f"/>' for n in range(250))
    (tmp_path / "panjang.opml").write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    desk.views.answers.clear()
    desk.sources.lists.import_file(str(tmp_path / "panjang.opml"))
    desk.sources.lists.stop()
    desk.jobs.work()

    expected = "0 sumber ditambahkan, 0 sudah ada, 0 tidak dapat dipakai. Dihentikan; 250 sumber belum diperiksa."
    assert expected == desk.views.of("show_result")[-1]


def test_a_long_import_shows_how_far_it_is(desk: Desk, tmp_path: Path) -> None:
    """
    Something moves, so nobody thinks that it hangs.
    """
    outlines = "".join(f'<outline text="{n}" xmlUrl="https://s{n}.go.id/f"/>' for n in range(250))
    (tmp_path / "panjang.opml").write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    desk.sources.lists.import_file(str(tmp_path / "panjang.opml"))
    desk.jobs.work()

    texts = [text for text in desk.views.of("show_work") if text]
    assert ["Mengimpor sumber", "Mengimpor sumber, 100 dari 250", "Mengimpor sumber, 200 dari 250"] == texts
    assert 250 == len(desk.library.feeds())
