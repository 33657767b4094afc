"""The designed states that stand in the page's place, in words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.errors import LibraryDamaged, LibraryError
from pembaca.i18n import tr
from pembaca.presenters import messages
from pembaca.viewmodel import Action, MessageItem

if TYPE_CHECKING:
    from pembaca.model import Recovery


def nothing_yet() -> MessageItem:
    """Say that there is no article and how to get some."""
    return MessageItem(
        icon="page",
        title=tr("Belum ada artikel"),
        sentence=tr(
            "Tekan F5 untuk mengambil berita. Setelah itu berita tersimpan di komputer ini dan dapat dibaca tanpa jaringan."
        ),
        actions=(Action("refresh", tr("Ambil berita"), "refresh", "F5"), Action("feeds", tr("Pilih sumber"), "plus")),
    )


def nothing_found(query: str) -> MessageItem:
    """Say that no article holds the words."""
    return MessageItem(
        icon="search",
        title=tr("Tidak ada yang ditemukan"),
        sentence=tr(
            "Tidak ada artikel yang memuat “{query}”. Coba kata yang lebih pendek, atau tekan Esc untuk kembali ke daftar.",
            query=query,
        ),
        actions=(Action("leave_search", tr("Kembali ke daftar"), "back", "Esc"),),
    )


def refresh_failed(title: str, sentence: str) -> MessageItem:
    """Say why no news came, while there is nothing else to read."""
    again = Action("refresh", tr("Coba lagi"), "refresh", "F5")
    return MessageItem("offline", title, sentence, (again, Action("feeds", tr("Sumber"), "plus")))


def recovered(recovery: Recovery) -> MessageItem:
    """Say what was saved of a damaged library, and how the rest may come back."""
    message = messages.of_recovery(recovery)
    return MessageItem("page", message.title, message.sentence, (Action("refresh", tr("Ambil berita"), "refresh", "F5"),))


def library_closed(error: LibraryError) -> MessageItem:
    """Say why the library cannot be opened, in a window that has nothing else to show."""
    message, again = messages.of(error), Action("again", tr("Coba lagi"), "refresh")
    if isinstance(error, LibraryDamaged):
        sentence = tr(
            "Pulihkan {path} dari cadangan, atau mulai dengan pustaka baru. Berkas yang rusak tetap disimpan di sampingnya.",
            path=error.path,
        )
        return MessageItem("warning", message.title, sentence, (again, Action("anew", tr("Mulai dengan pustaka baru"), "add")))
    return MessageItem("warning", message.title, message.action, (again, Action("quit", tr("Tutup Pembaca"), "close")))


def no_answer() -> MessageItem:
    """Say that Pembaca runs already and does not answer."""
    return MessageItem(
        icon="warning",
        title=tr("Pembaca sudah terbuka, tetapi belum menjawab"),
        sentence=tr("Tunggu sebentar, lalu coba lagi. Bila tetap begitu, tutup Pembaca yang lama atau mulai ulang komputer ini."),
        actions=(Action("again", tr("Coba lagi"), "refresh"), Action("quit", tr("Tutup"), "close")),
    )


def how_to_install_a_voice() -> MessageItem:
    """Say how a computer learns to speak Indonesian."""
    return MessageItem(
        icon="voice_off",
        title=tr("Cara memasang suara"),
        sentence=tr(
            "Pembaca berbicara dengan espeak-ng. Di Debian dan Ubuntu, pasang paket espeak-ng-data dan libespeak-ng1 lewat"
            " pengelola paket, atau minta bantuan admin. Setelah terpasang, tekan Uji suara."
        ),
        actions=(Action("leave_message", tr("Kembali"), "back", "Esc"),),
    )
