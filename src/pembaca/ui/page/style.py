"""The sizes and colours of the page, taken from the look at one moment. Values only; two equal ones draw the same page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtGui import QColor, QFont, QFontMetricsF

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_SIDE_LINE: Final = 1.38
_HEADING: Final = {2: 1.3, 3: 1.15}
_HEADING_LINE: Final = 1.3
_SAMPLE: Final = (
    "Perubahan yang terjadi sekarang ini memaksa kita untuk berubah, dan pelayanan publik yang menjadi lebih baik "
    "adalah awal dari kerja bersama di seluruh kementerian dan lembaga, (BKN) 15 tahun yang lalu."
)


class PageStyle(msgspec.Struct, frozen=True):
    """Lengths in px. ``measure`` is the width of 66 average characters of Indonesian text."""

    body: QFont
    title: QFont
    side: QFont
    fixed: QFont
    px: int
    line: int
    title_line: int
    side_line: int
    gap: int
    measure: int
    text: QColor
    secondary: QColor
    link: QColor
    border: QColor

    @staticmethod
    def of(look: Look) -> PageStyle:
        """Take the sizes and colours in force."""
        article, px = look.tokens.article, look.article_px
        title = look.page_font(look.title_px, article.title_weight)
        title.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, article.title_letter_em * look.title_px)
        fixed = look.page_font(max(12, round(px * 0.9)))
        fixed.setFamilies(["DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "monospace"])
        fixed.setStyleHint(QFont.StyleHint.TypeWriter)
        body = look.page_font(px)
        average = QFontMetricsF(body).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return PageStyle(
            body=body,
            title=title,
            side=look.page_font(look.side_px),
            fixed=fixed,
            px=px,
            line=look.line_height_px,
            title_line=round(look.title_px * article.title_line_height * look.spacing),
            side_line=round(look.side_px * _SIDE_LINE * look.spacing),
            gap=round(article.paragraph_gap_em * px * look.spacing),
            measure=round(article.max_characters * average),
            text=look.colours.text,
            secondary=look.colours.text_secondary,
            link=look.colours.link,
            border=look.colours.border,
        )

    def heading(self, level: int) -> tuple[QFont, int]:
        """Return font and line height of a heading of *level* 2 to 6; never over the title, never under the text."""
        size = max(self.px, min(self.title.pixelSize(), round(self.px * _HEADING.get(level, 1.0))))
        font = QFont(self.body)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.Bold)
        return font, round(size * _HEADING_LINE * self.line / (1.5 * self.px))

    def with_weight(self, font: QFont, weight: int) -> QFont:
        """Return *font* at another weight."""
        other = QFont(font)
        other.setWeight(QFont.Weight(weight))
        return other
