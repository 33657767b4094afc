"""The panel Sumber and its pages: every feed with its state in words, removal that can be taken back, the focus never lost."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from tests.qt.looking import controls, cut_off, name_faults, press, ring_pixels, settle, show
from tests.qt.pages import look_of

from pembaca.ui.controls.row import RowButton
from pembaca.ui.feeds.fact import FactText
from pembaca.ui.feeds.panel import FeedsPanel
from pembaca.viewmodel import CatalogueItem, ChoiceItem, Fact, FeedDetails, FeedItem, FeedPage

_LONG = "https://www.kemenkum.go.id/berita-utama?format=feed&type=rss&halaman=1&urutan=terbaru"
_ALL = FeedItem("", "Semua berita", "semua sumber bersama")
_ONE = FeedItem(_LONG, "Kementerian Hukum Republik Indonesia", "diperbarui hari ini pukul 10.40", True, "www.kemenkum.go.id")
_TWO = FeedItem("https://contoh.go.id/rss", "Badan <b>Contoh</b> & Kawan", "Alamat contoh.go.id tidak ditemukan")
_FEEDS = (_ALL, _ONE, _TWO)
_PAGE = FeedPage("Sumber 21 sampai 40 dari 300", "20 sumber sebelumnya", "20 sumber berikutnya", can_filter=True)
_SHORT = FeedPage("2 sumber")
_OFFERS = (
    CatalogueItem("Kementerian Hukum", _LONG, "isi lengkap", "Kementerian", True, "www.kemenkum.go.id"),
    CatalogueItem("Kementerian Kesehatan", "https://kemkes.go.id/rss", "belum diuji", "Kementerian", site="kemkes.go.id"),
    CatalogueItem("BMKG", "https://bmkg.go.id/rss", "", "Lembaga", site="bmkg.go.id"),
)
_FOUND = (
    CatalogueItem("Pengumuman <i>resmi</i>", f"{_LONG}&a=1", "RSS", site=_LONG),
    CatalogueItem("Berita", f"{_LONG}&a=2", "Atom", site=_LONG),
)
_ERROR = "Alamat ini belum lengkap. Contoh: https://www.kemenkum.go.id/berita-utama?format=feed&type=rss"
_LOOKING = "Mencari sumber berita di www.kementerianhukumdanhakasasimanusia.go.id, alamat 3 dari 10"
_TIMES = tuple(ChoiceItem(str(n), f"Tiap {n} menit", n == 30) for n in (15, 30, 45, 90))


def _details(gone: str = "", lines: int = 6) -> FeedDetails:
    kept = (ChoiceItem("", "Semua", True), ChoiceItem("90", "90 hari"), ChoiceItem("365", "1 tahun"))
    return FeedDetails(
        _TWO.url,
        _TWO.title,
        (Fact("Keadaan", ("Baik.", "Terakhir berhasil Senin, 23 November 2026, pukul 10.40, dua jam yang lalu.")),),
        (Fact("Riwayat gangguan", ("Kemarin: tidak ada jaringan.",) * lines), Fact("Alamat", (_LONG,))),
        (ChoiceItem("auto", "Bila perlu", True), ChoiceItem("on", "Selalu"), ChoiceItem("off", "Tidak")),
        kept,
        kept,
        kept,
        gone,
    )


def _panel(qtbot: Any, width: int = 530, height: int = 710, *, window: int = 1440, **settings: Any) -> FeedsPanel:
    panel = FeedsPanel(look_of(window, **settings))
    panel.show_feeds(_FEEDS, _SHORT)
    panel.show_catalogue(_OFFERS)
    panel.automatic.show_choices(_TIMES)
    show(qtbot, panel, width, height)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def _name(control: QWidget) -> str:
    return str(QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name))


def _button(panel: FeedsPanel, name: str) -> Any:
    return next(control for control in controls(panel) if _name(control) == name)


def _catalogue(panel: FeedsPanel, qtbot: Any) -> None:
    panel.catalogue_button.click()
    qtbot.waitUntil(lambda: any(_name(one).startswith("Tambah BMKG") for one in controls(panel)))


@pytest.mark.parametrize("article_px", [28, 33, 45, 128])
@pytest.mark.parametrize("size", [(530, 710, 1440), (480, 500, 480), (320, 640, 320)])
def test_nothing_is_cut_off_and_nothing_goes_sideways(qtbot: Any, size: tuple[int, int, int], article_px: int) -> None:
    """
    Addresses are long words: they wrap, in every state and on every page.
    """
    width, height, window = size

    def look_at(panel: FeedsPanel) -> None:
        settle(panel)
        assert [] == cut_off(panel)
        assert [] == name_faults(panel)
        for area in panel.findChildren(QScrollArea):
            assert not area.isVisible() or 0 == area.horizontalScrollBar().maximum()

    for theme in ("terang", "kuning_di_hitam"):
        panel = _panel(qtbot, width, height, window=window, article_px=article_px, theme=theme)
        look_at(panel)
        panel.show_feeds(_FEEDS, _PAGE)
        panel.show_undo("Badan Penanggulangan Bencana Nasional dihapus")
        panel.adding.show_error(_ERROR, can_add_anyway=True)
        panel.lists.show_work("Mengimpor sumber, 100 dari 5000", 0.02)
        look_at(panel)
        panel.adding.show_looking(_LOOKING)
        panel.lists.show_work(None)
        panel.lists.show_result("Berkas /media/usb/daftar-sumber-lama-sekali.opml bukan daftar sumber.", is_fault=True)
        look_at(panel)
        panel.adding.show_looking(None)
        panel.adding.show_found("2 sumber berita ditemukan.", _FOUND)
        look_at(panel)
        panel.open_details(_details())
        look_at(panel)
        panel.update_details(_details("Berita baru tidak akan datang lagi dari sini."))
        look_at(panel)
        panel.close()


def test_catalogue_page_is_not_cut_off_either(qtbot: Any) -> None:
    """
    Its rows are made when it is opened.
    """
    for size, px in (((530, 710, 1440), 28), ((320, 640, 320), 128)):
        panel = _panel(qtbot, size[0], size[1], window=size[2], article_px=px)
        _catalogue(panel, qtbot)
        settle(panel)

        assert [] == cut_off(panel)
        assert [] == name_faults(panel)
        panel.close()


def test_row_says_title_state_and_site_and_nothing_is_markup(qtbot: Any) -> None:
    """
    A feed may smuggle markup into its title; it is shown and said as it stands.
    """
    panel = _panel(qtbot)
    names = [_name(row) for row in panel.findChildren(RowButton)]

    assert "Badan <b>Contoh</b> & Kawan, Alamat contoh.go.id tidak ditemukan" in names
    assert f"{_ONE.title}, ditampilkan, diperbarui hari ini pukul 10.40, www.kemenkum.go.id" in names


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_every_key_does_what_it_says(qtbot: Any, key: Qt.Key) -> None:
    """
    Choosing, opening details, removing and adding work without a mouse.
    """
    panel = _panel(qtbot)
    with qtbot.waitSignal(panel.feeds.feed_chosen) as chosen:
        press(_button(panel, "Semua berita, semua sumber bersama"), key)
    assert [""] == chosen.args
    with qtbot.waitSignal(panel.feeds.details_requested) as wanted:
        press(_button(panel, "Rincian Badan <b>Contoh</b> & Kawan"), key)
    assert [_TWO.url] == wanted.args
    panel.open_details(_details())
    with qtbot.waitSignal(panel.details.remove_requested) as removed:
        press(_button(panel, "Hapus Badan <b>Contoh</b> & Kawan"), key)
    assert [_TWO.url] == removed.args
    with qtbot.waitSignal(panel.details.fetch_requested) as fetched:
        press(panel.details.fetch, key)
    assert [_TWO.url] == fetched.args
    QTest.keyClick(panel.details.fetch, Qt.Key.Key_Escape)
    _catalogue(panel, qtbot)
    with qtbot.waitSignal(panel.catalogue.chosen) as added:
        press(_button(panel, "Tambah BMKG, bmkg.go.id"), key)
    assert ["https://bmkg.go.id/rss"] == added.args


def test_all_feeds_together_have_no_details(qtbot: Any) -> None:
    """
    "Semua berita" is a way to look at them, not a feed.
    """
    panel = _panel(qtbot)

    assert 2 == sum(_name(control).startswith("Rincian ") for control in controls(panel))


def test_feeds_of_one_title_are_told_apart(qtbot: Any) -> None:
    """
    Behind the button one can remove a feed: a name that stands twice would let a blind reader remove the wrong one.
    """
    panel = _panel(qtbot)
    twins = tuple(
        FeedItem(f"https://{site}/rss", "Kantor Contoh", "belum diambil", False, site) for site in ("a.go.id", "b.go.id")
    )
    panel.show_feeds((*twins, _ONE), _SHORT)

    names = [_name(control) for control in controls(panel) if _name(control).startswith("Rincian ")]
    assert ["Rincian Kantor Contoh, a.go.id", "Rincian Kantor Contoh, b.go.id", f"Rincian {_ONE.title}"] == sorted(names)


def test_details_open_at_their_button_and_lead_back_there(qtbot: Any) -> None:
    """
    The focus goes into the page, which says whose it is, and comes back to where it was.
    """
    panel = _panel(qtbot)
    button = _button(panel, "Rincian Badan <b>Contoh</b> & Kawan")
    button.setFocus()
    panel.open_details(_details())
    settle(panel)
    assert "Kembali dari Badan <b>Contoh</b> & Kawan ke Sumber" == _name(QApplication.focusWidget())
    assert not panel.adding.address.isVisible()

    with qtbot.waitSignal(panel.details_closed), qtbot.assertNotEmitted(panel.close_requested):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle(panel)

    assert button is QApplication.focusWidget()
    assert not panel.details.isVisible()


def test_facts_are_reached_by_tab_and_said_whole(qtbot: Any) -> None:
    """
    Who cannot see the history of faults hears it.
    """
    panel = _panel(qtbot)
    panel.open_details(_details(lines=2))
    settle(panel)
    names, focused = [], QApplication.focusWidget()
    for _ in range(20):
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        names += [_name(focused)] if isinstance(focused, FactText) else []

    assert "Riwayat gangguan: Kemarin: tidak ada jaringan. Kemarin: tidak ada jaringan." in names
    assert f"Alamat: {_LONG}" in names


def test_choices_of_the_details_are_told(qtbot: Any) -> None:
    """
    Each group tells its own.
    """
    panel = _panel(qtbot)
    panel.open_details(_details())
    settle(panel)
    for group, value in ((panel.details.full_text, "on"), (panel.details.days, "90"), (panel.details.megabytes, "365")):
        with qtbot.waitSignal(group.chosen) as chosen:
            next(card for card in group.choices if card.value == value).click()
        assert [value] == chosen.args


def test_a_card_that_is_chosen_keeps_the_focus_when_the_choice_is_shown(qtbot: Any) -> None:
    """
    What was chosen comes back from the library a moment later; an odd value may have come or gone by then.
    """
    panel = _panel(qtbot)
    card = panel.automatic.choices[0]
    card.setFocus()
    card.click()
    panel.automatic.show_choices(tuple(ChoiceItem(one.id, one.name, one.id == "15") for one in _TIMES[:3]))
    settle(panel)

    assert card is QApplication.focusWidget()
    assert card.isChecked()
    assert 3 == len(panel.automatic.choices)


def test_gone_feed_offers_its_removal_first(qtbot: Any) -> None:
    """
    What to do stands before all that is of no use any longer, and stands there once.
    """
    panel = _panel(qtbot)
    panel.open_details(_details("Berita baru tidak akan datang lagi dari sini."))
    settle(panel)

    assert panel.details.remove_gone.isVisible()
    assert not panel.details.remove.isVisible()
    assert (
        panel.details.remove_gone.mapTo(panel, panel.details.remove_gone.pos()).y()
        < panel.details.fetch.mapTo(panel, panel.details.fetch.pos()).y()
    )


def test_removed_feed_hands_the_focus_to_undo(qtbot: Any) -> None:
    """
    The page of the feed is gone: the next stop is the button that takes it back, and it says what was removed.
    """
    panel = _panel(qtbot)
    panel.open_details(_details())
    panel.details.remove.setFocus()
    panel.show_undo("Badan Contoh dihapus")
    panel.show_feeds((_ALL, _ONE), _SHORT)
    settle(panel)

    assert panel.undo_button is QApplication.focusWidget()
    assert "Badan Contoh dihapus" == panel.undo_button.accessibleDescription()
    with qtbot.waitSignal(panel.undo_requested):
        press(panel.undo_button, Qt.Key.Key_Return)
    panel.show_undo(None)
    panel.show_feeds(_FEEDS, _SHORT)
    settle(panel)
    assert QApplication.focusWidget().accessibleName().startswith("Badan <b>Contoh</b>")
    assert not panel.undo_button.isVisible()


def test_focus_stays_at_its_feed_while_news_come_in(qtbot: Any) -> None:
    """
    A state that changes must not throw the person back to the top.
    """
    panel = _panel(qtbot)
    button = _button(panel, "Rincian Badan <b>Contoh</b> & Kawan")
    button.setFocus()
    panel.show_feeds((_ALL, FeedItem(_TWO.url, "Badan Contoh", "diperbarui baru saja"), _ONE), _SHORT)
    settle(panel)

    assert button is QApplication.focusWidget()
    assert "Rincian Badan Contoh" == button.accessibleName()


def test_turning_the_page_leads_the_focus_to_its_first_feed(qtbot: Any) -> None:
    """
    The rows are the same widgets with other feeds; a screen reader is told so by the focus that moves.
    """
    panel = _panel(qtbot)
    many = tuple(FeedItem(f"https://s{n}.go.id/f", f"Kantor {n}", "belum diambil") for n in range(20))
    panel.show_feeds(many, _PAGE)
    qtbot.waitUntil(lambda: 20 == sum(isinstance(one, RowButton) for one in controls(panel)))
    with qtbot.waitSignal(panel.feeds.turn_requested) as turned:
        press(_button(panel, "20 sumber berikutnya"), Qt.Key.Key_Space)
    assert [1] == turned.args
    panel.show_feeds(
        tuple(FeedItem(f"https://t{n}.go.id/f", f"Dinas {n}", "belum diambil") for n in range(3)), FeedPage("x", "y")
    )
    settle(panel)

    assert "Dinas 0, belum diambil" == _name(QApplication.focusWidget())
    assert 3 == sum(isinstance(one, RowButton) for one in controls(panel))


def test_row_that_goes_while_it_has_the_focus_leads_to_the_field(qtbot: Any) -> None:
    """
    The focus is never nowhere.
    """
    panel = _panel(qtbot)
    _button(panel, f"Rincian {_ONE.title}").setFocus()
    panel.show_feeds((_TWO,), _SHORT)
    settle(panel)

    assert panel.adding.address is QApplication.focusWidget()


def test_offer_that_is_there_already_says_so_and_hands_the_focus_on(qtbot: Any) -> None:
    """
    Nothing is added twice, the reason is in words, and the next offer is at hand.
    """
    panel = _panel(qtbot)
    _catalogue(panel, qtbot)
    assert not _button(panel, "Kementerian Hukum, sudah ada di daftar, www.kemenkum.go.id").isEnabled()
    _button(panel, "Tambah Kementerian Kesehatan, belum diuji, kemkes.go.id").setFocus()
    added = CatalogueItem("Kementerian Kesehatan", "https://kemkes.go.id/rss", "belum diuji", "Kementerian", True, "kemkes.go.id")
    panel.show_catalogue((_OFFERS[0], added, _OFFERS[2]))
    settle(panel)

    assert "Tambah BMKG, bmkg.go.id" == _name(QApplication.focusWidget())


def test_tab_goes_through_the_panel_as_it_stands(qtbot: Any) -> None:
    """
    Rows that came later are reached where they are seen, and each stop shows a ring.
    """
    panel = _panel(qtbot, height=1800)
    panel.show_feeds(_FEEDS, _PAGE)
    settle(panel)
    panel.focus_first()
    stops: list[QWidget] = []
    while QApplication.focusWidget() not in stops:
        stops.append(QApplication.focusWidget())
        assert ring_pixels(stops[-1], look_of()) > 200, stops[-1]
        QTest.keyClick(stops[-1], Qt.Key.Key_Tab)

    tops = [stop.mapTo(panel, stop.rect().center()).y() for stop in stops]
    assert sorted(tops) == pytest.approx(tops, abs=60)
    cards = {card for card in panel.automatic.choices if not card.isChecked()}
    assert {control for control in controls(panel) if control.isEnabled()} - cards == set(stops)


def test_panel_that_was_closed_opens_at_its_beginning(qtbot: Any) -> None:
    """
    Who opens the panel does not expect the details of a feed of yesterday.
    """
    panel = _panel(qtbot)
    panel.open_details(_details())
    panel.hide()
    panel.show()
    settle(panel)

    assert panel.adding.address.isVisible()
    assert not panel.details.isVisible()
