"""What a person calls the fields of the settings file. Pure."""

from __future__ import annotations

from pembaca.i18n import tr


def setting_name(name: str) -> str:
    """Return what a person calls a field of the settings file, with its own name for who repairs the file."""
    words = {
        "theme": tr("warna"),
        "article_px": tr("ukuran huruf"),
        "typeface": tr("bentuk huruf"),
        "line_spacing": tr("jarak baris"),
        "rate_wpm": tr("kecepatan suara"),
        "volume": tr("volume"),
        "voice": tr("suara"),
        "told": tr("yang dibacakan"),
        "language": tr("bahasa"),
        "last_article": tr("artikel terakhir"),
        "last_feed": tr("sumber terakhir"),
        "window": tr("letak jendela"),
        "is_maximized": tr("jendela penuh"),
        "media_mb": tr("batas ruang gambar"),
        "refresh_minutes": tr("jeda pengambilan berita"),
    }
    return f"{words[name]} ({name})" if name in words else name
