"""pembaca.presenters.wording"""

from __future__ import annotations

from pembaca.document import Document, Paragraph
from pembaca.presenters import wording


def test_an_article_that_may_not_be_whole_says_so_at_its_top() -> None:
    """
    Who hears an introduction must not take it for the article.
    """
    whole = Document("Judul", (Paragraph("Isi."),))
    excerpt = Document("Judul", (Paragraph("Isi."),), is_excerpt=True)

    assert "" == wording.note(whole)
    assert "Halaman aslinya tidak dapat diambil." in wording.note(excerpt)
    assert whole.text == excerpt.text
