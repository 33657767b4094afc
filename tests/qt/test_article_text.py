"""The page's text is the document's text, and every place in one is found in the other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from PySide6.QtGui import QAccessible, QTextCursor
from tests.qt.pages import DOCUMENTS, META, all_text, look_of, page_of, seed

from pembaca.document import Document, Image, Link, ListItem, Paragraph, Preformatted, Table
from pembaca.ui.page.article_view import ArticleView

_SHARED = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
_TABLES = Document("", (Table((("a", ""), ("", "😀")), header=True), Table((("b",),))))
_ROUGH = Document("😀", (Paragraph("x😀y", links=(Link(0, 2, "u"), Link(1, 9, "v"))), Preformatted("a\n\n b"), Image("u", "alt")))


@_SHARED
@given(DOCUMENTS)
@example(_TABLES)
@example(_ROUGH)
def test_every_character_stands_where_the_map_says(qtbot: Any, document: Document) -> None:
    """
    The light must lie under the very word that is heard, tables, lists and emoji included.
    """
    page = page_of(qtbot, document)
    text, units = document.text, all_text(page).encode("utf-16-le")

    for part in document.parts():
        is_table = part.block is not None and isinstance(document.blocks[part.block], Table)
        for offset in range(part.span.start, part.span.end):
            start, end = page.position_of(offset), page.position_of(offset + 1)
            shown = units[2 * start : 2 * end].decode("utf-16-le")
            is_between = set(shown) <= {"\n", "\ufdd0", "\ufdd1"} and (
                text[offset] == "\n" or (is_table and text[offset] in "; ")
            )
            assert is_between or (text[offset], offset) == (shown, page.offset_at(start))


@_SHARED
@given(DOCUMENTS)
@example(_TABLES)
@example(_ROUGH)
def test_page_holds_the_whole_text_in_order(qtbot: Any, document: Document) -> None:
    """
    A screen reader reads the page: not a line of the article may be missing there.
    """
    page = page_of(qtbot, document)
    shown = all_text(page).replace("\ufffc", "").replace("\ufdd0", "\n").replace("\ufdd1", "\n")

    at = 0
    for part in document.parts():
        block = document.blocks[part.block] if part.block is not None else None
        cells = (
            [cell for row in block.rows for cell in row]
            if isinstance(block, Table)
            else [document.text[slice(*_pair(part.span))]]
        )
        for cell in cells:
            found = shown.find(cell, at)
            assert found >= 0
            at = found + len(cell)


def _pair(span: Any) -> tuple[int, int]:
    return span.start, span.end


def test_accessible_text_is_the_page(qtbot: Any, data: Path) -> None:
    """
    What AT-SPI hands out contains every line of the article, in order, with the picture's place marked.
    """
    document = seed(data)
    page = page_of(qtbot, document, media=lambda name: data / "seed" / name)
    interface = QAccessible.queryAccessibleInterface(page)
    spoken = interface.textInterface().text(0, interface.textInterface().characterCount())

    at = 0
    for line in document.text.split("\n"):
        at = spoken.index(line, at)
    assert document.title == page.accessibleName()
    assert QAccessible.Role.EditableText == interface.role()
    assert interface.state().readOnly


def test_list_marks_are_drawn_not_written(qtbot: Any) -> None:
    """
    Numbers come from the document and never shift the text they stand before.
    """
    page = page_of(qtbot, Document("J", (ListItem("satu", 1, 4), ListItem("dalam", 2), ListItem("dua", 1, 5))))
    document = page.document()
    lists = [document.findBlock(page.position_of(offset)).textList() for offset in (2, 7, 13)]

    assert ["4.", "5."] == [
        lists[0].itemText(document.findBlock(page.position_of(2))),
        lists[2].itemText(document.findBlock(page.position_of(13))),
    ]
    assert 2 == lists[1].format().indent()


def test_markup_is_shown_as_it_is(qtbot: Any) -> None:
    """
    A feed must not smuggle a page into the page.
    """
    page = page_of(qtbot, Document("<b>J</b>", (Paragraph("<img src=x> &amp; <script>"),)))

    assert f"<b>J</b>\n{META}\n<img src=x> &amp; <script>" == all_text(page)


def test_another_document_leaves_the_focus_alone(qtbot: Any) -> None:
    """
    Focus that jumps is the first complaint about reading programs.
    """
    page = page_of(qtbot, Document("Satu", (Paragraph("isi"),)))
    before = page.hasFocus()
    page.set_caret(3)
    page.show_document(Document("Dua"), "", note="Berubah.")

    assert ("Dua", before, 0) == (page.accessibleName(), page.hasFocus(), page.caret_offset())
    assert "Dua\nBerubah." == all_text(page)


def test_missing_picture_leaves_its_caption(qtbot: Any, tmp_path: Path) -> None:
    """
    A lost file must not take the words with it.
    """
    blocks = (Image("u", "Loket", media="hilang.jpg"), Image("u", media="rusak.jpg"))
    (tmp_path / "rusak.jpg").write_bytes(b"no picture")
    page = page_of(qtbot, Document("J", blocks), media=lambda name: tmp_path / name)

    assert f"J\n{META}\nGambar: Loket\nGambar 2 dari 2, tanpa keterangan dari sumber." == all_text(page)


def test_picture_is_whole_and_low(qtbot: Any, data: Path) -> None:
    """
    A picture takes at most 28 % of the page's height and keeps its shape.
    """
    look = look_of()
    page = ArticleView(look, lambda name: data / "seed" / name)
    qtbot.addWidget(page)
    page.resize(1008, 711)
    page.show_document(seed(data), META)
    size = page._pictures._fit(0)

    assert size.height() <= 0.28 * page.viewport().height()
    assert abs(size.width() / size.height() - 1.5) < 0.02


def test_source_is_shown_without_its_password_and_opened_with_it(qtbot: Any) -> None:
    """
    What stands on a screen in an office gives nothing away, and the link still leads there.
    """
    url = "https://ani:rahasia@contoh.go.id/artikel"
    page = page_of(qtbot, Document("Judul", (Paragraph("Isi."),), url=url))
    cursor = page.textCursor()
    cursor.setPosition(all_text(page).index("ani:"))
    cursor.movePosition(QTextCursor.MoveOperation.Right)

    assert "Sumber: https://ani:•••@contoh.go.id/artikel" in all_text(page)
    assert "rahasia" not in all_text(page)
    assert url == cursor.charFormat().anchorHref()
