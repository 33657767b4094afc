"""Why the system refused a file, in words. Pure."""

from __future__ import annotations

import errno
import os

from pembaca.i18n import tr


def reason(error: OSError) -> str:
    """Say it in the language in use, without a full stop; what is not among the usual is said as the system says it."""
    return _words(error.errno or 0) or error.strerror or str(error)


def refusal(number: int) -> str:
    """Say an errno, as ``reason`` does."""
    return _words(number) or os.strerror(number)


def _words(number: int) -> str:
    words = {
        errno.ENOENT: tr("berkas atau folder itu tidak ada"),
        errno.EACCES: tr("tidak diizinkan"),
        errno.EPERM: tr("tidak diperbolehkan"),
        errno.ENOSPC: tr("ruang simpan penuh"),
        errno.EROFS: tr("tempat simpan itu hanya bisa dibaca"),
        errno.EISDIR: tr("itu sebuah folder"),
        errno.ENOTDIR: tr("bagian dari alamat itu bukan folder"),
        errno.EEXIST: tr("berkas itu sudah ada"),
        errno.EDQUOT: tr("jatah ruang simpan habis"),
        errno.EFBIG: tr("berkasnya terlalu besar"),
        errno.ENAMETOOLONG: tr("namanya terlalu panjang"),
        errno.ELOOP: tr("tautannya berputar-putar"),
        errno.EBUSY: tr("sedang dipakai"),
        errno.EPIPE: tr("penerimanya sudah tidak ada"),
        errno.EIO: tr("perangkat simpannya bermasalah"),
        errno.EBADF: tr("tidak terbuka untuk ditulisi"),
    }
    return words.get(number, "")
