"""Put the doctor's findings into words: what is, and what to do about it. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pembaca.addresses import shown
from pembaca.i18n import tr, trn
from pembaca.model import Check
from pembaca.presenters import dates, messages

if TYPE_CHECKING:
    from pembaca.services.doctor import Finding
    from pembaca.services.repair import Repair


def check(finding: Finding) -> Check:
    """Put one finding into words."""
    match finding.check:
        case "voice":
            message, hint = _voice(finding)
        case "sound":
            message, hint = _sound(finding)
        case "library":
            message, hint = _library(finding)
        case "paths":
            message, hint = _paths(finding)
        case "feeds":
            message, hint = _feeds(finding)
        case "screen_reader":
            message, hint = _screen_reader(finding)
    return Check(check=finding.check, status=finding.status, message=message, hint=hint)


def name(finding: Finding) -> str:
    """Return what was examined, in words."""
    return {
        "voice": tr("Suara"),
        "sound": tr("Perangkat suara"),
        "library": tr("Pustaka berita"),
        "paths": tr("Tempat simpan"),
        "feeds": tr("Sumber berita"),
        "screen_reader": tr("Pembaca layar"),
    }[finding.check]


def of_repair(repair: Repair) -> str:
    """Say in one or two sentences what a repair did."""
    if repair.recovery is not None:
        return messages.of_recovery(repair.recovery).whole
    told = []
    if repair.found:
        told.append(tr("Daftar, hitungan, dan indeks pencarian dibuat ulang; semua artikel, bintang, dan tanda baca tetap ada."))
    if repair.pictures:
        told.append(trn("{n} gambar yang tidak dipakai dihapus.", "{n} gambar yang tidak dipakai dihapus.", repair.pictures))
    return " ".join(told) or tr("Tidak ada yang perlu diperbaiki.")


def _voice(finding: Finding) -> tuple[str, str]:
    install = tr("Pasang paket espeak-ng, lalu jalankan lagi pembaca doctor.")
    match finding.code:
        case "voice":
            return tr("Suara bahasa Indonesia tersedia: {voice}.", voice=finding.detail), ""
        case "no_engine":
            return f"{messages.of_voice('no_engine').title}.", install
        case "no_voice":
            return f"{messages.of_voice('no_voice').title}.", install
        case _:
            return tr("Proses suara berhenti sebelum siap."), install


def _sound(finding: Finding) -> tuple[str, str]:
    if finding.status == "ok":
        return tr("Perangkat suara siap."), ""
    return f"{messages.of_voice('no_sound').title}.", tr("Sambungkan pengeras suara atau penyuara telinga, lalu periksa lagi.")


def _library(finding: Finding) -> tuple[str, str]:
    match finding.code:
        case "sound":
            return trn("Pustaka utuh, {n} artikel.", "Pustaka utuh, {n} artikel.", finding.count), ""
        case "clock_back":
            when = dates.full_moment(datetime.fromisoformat(finding.detail).astimezone())
            return tr("Jam komputer mundur: berita terakhir diambil pada {when}.", when=when), tr(
                "Periksa tanggal dan jam komputer ini; pustakanya utuh."
            )
        case "none":
            return tr("Belum ada pustaka; dibuat saat berita pertama diambil."), ""
        case "too_new":
            return tr("Pustaka dibuat oleh Pembaca versi yang lebih baru; isinya tidak diubah."), tr("Perbarui Pembaca.")
        case "unwritable":
            return tr("Pustaka tidak dapat dibuka untuk ditulisi."), tr("Periksa izin tulis {path}.", path=finding.detail)
        case _:
            return tr("Pustaka rusak: {detail}", detail=finding.detail), tr("Perbaiki dengan: pembaca doctor --repair")


def _paths(finding: Finding) -> tuple[str, str]:
    match finding.code:
        case "writable":
            return tr("{path} dapat ditulisi, sisa ruang {space} MB.", path=finding.detail, space=finding.count), ""
        case "little_space":
            return tr("Ruang simpan hampir penuh: sisa {space} MB.", space=finding.count), tr("Kosongkan ruang di cakram.")
        case _:
            return tr("{path} tidak dapat ditulisi.", path=finding.detail), tr("Periksa izin tulisnya, atau pakai --data-dir.")


def _feeds(finding: Finding) -> tuple[str, str]:
    match finding.code:
        case "ok":
            return trn("{n} sumber, semuanya baik.", "{n} sumber, semuanya baik.", finding.count), ""
        case "none":
            return tr("Belum ada sumber berita."), tr("Tambahkan dengan: pembaca feeds add URL")
        case "failed":
            words = trn(
                "{n} sumber gagal terakhir kali: {urls}",
                "{n} sumber gagal terakhir kali: {urls}",
                finding.count,
                urls=", ".join(shown(url) for url in finding.detail.split(", ")),
            )
            return words, tr("Lihat sebabnya dengan: pembaca feeds list")
        case _:
            return tr("Tidak dapat diperiksa karena pustaka tidak terbuka."), ""


def _screen_reader(finding: Finding) -> tuple[str, str]:
    match finding.code:
        case "running":
            return tr("Pembaca layar sedang berjalan."), ""
        case "reachable":
            return tr("Pembaca layar dapat dipakai; sekarang tidak ada yang berjalan."), ""
        case "no_bus":
            return tr("Jalur pembaca layar (AT-SPI) tidak terjangkau dari sini."), tr(
                "Jalankan dari sesi desktop, dengan paket at-spi2-core terpasang."
            )
        case _:
            return tr("Pembaca layar tidak dapat diperiksa di komputer ini."), ""
