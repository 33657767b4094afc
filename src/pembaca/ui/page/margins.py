"""Where text may stand on the page: margins, measure, room for pictures. Computed anew for every size of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QTextDocument, QTextFrameFormat

if TYPE_CHECKING:
    from pembaca.ui.look import Look
    from pembaca.ui.page.style import PageStyle

_TOP_EM, _MOST_TOP, _RIGHT_EM, _EMPTY_ROOM = 1.55, 0.08, 0.32, 0.5


class Margins(msgspec.Struct, frozen=True):
    """Lengths in px; ``below`` is the empty room that lets the last line stand at one third; ``picture`` the most it may take."""

    left: int
    measure: int
    right: int
    top: int
    below: int
    picture: QSizeF

    @property
    def width(self) -> int:
        """The width of the whole document."""
        return self.left + self.measure + self.right

    def apply(self, document: QTextDocument) -> None:
        """Set them on the document's root frame, so that the light is not clipped beside the text."""
        shape = QTextFrameFormat(document.rootFrame().frameFormat())
        shape.setLeftMargin(self.left)
        shape.setRightMargin(self.right)
        shape.setTopMargin(self.top)
        shape.setBottomMargin(self.below)
        document.rootFrame().setFrameFormat(shape)

    def are_of(self, document: QTextDocument) -> bool:
        """Say whether the document has them already."""
        shape = document.rootFrame().frameFormat()
        return shape.leftMargin() == self.left and shape.bottomMargin() == self.below and shape.rightMargin() == self.right


def margins_of(look: Look, style: PageStyle, page: QSize, text_left: int | None, *, is_one_column: bool) -> Margins:
    """Compute the margins of a *page* of that size; *text_left* None: 6 % in, 24 to 72. One column is centred."""
    layout, width, height = look.tokens.layout, page.width(), page.height()
    share: float = layout["page_margin_share"] * width
    margin = int(max(layout["page_margin_min"], min(layout["page_margin_max"], round(share))))
    right = max(margin, min(round(_RIGHT_EM * style.px), width // 8))
    left = margin if text_left is None or is_one_column else text_left
    measure = max(1, min(style.measure, width - left - right))
    if is_one_column:
        left = max(margin, (width - measure) // 2)
    return Margins(
        left=left,
        measure=measure,
        right=right,
        top=round(min(_TOP_EM * style.px, _MOST_TOP * max(300, height))),
        below=round(_EMPTY_ROOM * height),
        picture=QSizeF(measure, max(48.0, layout["image_max_height_share"] * height)),
    )
