"""The articles that come with the program, and among them the page of keys, made from the list of commands. Pure."""

from __future__ import annotations

from pembaca.document import Block, Document, Heading, Paragraph, Table
from pembaca.i18n import current, tr
from pembaca.model import Sample
from pembaca.presenters.commands import commands, key_words

ARTICLE, GUIDE, KEYS = -1, -2, -3


def samples_of(article: Document, guide: Document) -> tuple[Sample, ...]:
    """Return what the list shows while the library is empty, and Help always: article, guide, page of keys."""
    return Sample(ARTICLE, article, "Kementerian Hukum"), Sample(GUIDE, guide, "Pembaca"), keys_sample()


def keys_sample() -> Sample:
    """Return the page of keys: a table for each group, and the letter keys of the page."""
    blocks: list[Block] = [Paragraph(tr("Semua yang dilakukan Pembaca dapat dilakukan dengan papan ketik."))]
    groups = dict.fromkeys(command.group for command in commands())
    for group in groups:
        rows = [
            (command.label, ", ".join(key_words(key) for key in command.keys)) for command in commands() if command.group == group
        ]
        blocks += [Heading(group, 2), Table(((tr("Perintah"), tr("Tombol")), *rows), header=True)]
    letters = (
        (tr("Judul berikutnya"), "H"),
        (tr("Tautan berikutnya"), "K"),
        (tr("Daftar berikutnya"), "L"),
        (tr("Gambar berikutnya"), "G"),
        (tr("Yang sebelumnya"), tr("Shift bersama huruf itu")),
    )
    blocks += [Heading(tr("Di dalam artikel"), 2), Table(((tr("Perintah"), tr("Tombol")), *letters), header=True)]
    return Sample(KEYS, Document(tr("Tombol papan ketik"), tuple(blocks), language=current()), "Pembaca")
