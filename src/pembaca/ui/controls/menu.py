"""A menu drawn like the list: roomy rows, a bar at the chosen one, keys in the second colour. Holds what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QStyleOptionMenuItem, QWidget

from pembaca.ui.controls.frame import draw_frame
from pembaca.ui.controls.words import draw_lines, line_height, text_width
from pembaca.ui.icons import draw_icon

if TYPE_CHECKING:
    from pembaca.ui.look import Look

_SIGN, _PAD, _KEY_GAP, _SCROLLER, _SEPARATOR = 20, 16, 24, 32, 14  # at base 20
_NOTHING = QStyleOptionMenuItem.MenuItemType.Separator, QStyleOptionMenuItem.MenuItemType.EmptyArea


class LookMenu(QMenu):
    """A menu in the look in force when it was made."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name.replace("&", "&&"), parent)
        self._look = look
        self.setAccessibleName(name)
        style = _MenuStyle(look)
        style.setParent(self)  # it lives as long as the menu
        self.setStyle(style)
        self.setFont(look.font())
        palette = look.palette()
        palette.setColor(palette.ColorRole.Window, look.colours.surface_raised)
        self.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners off; transparent ones would be black where nothing composes windows."""
        super().resizeEvent(event)
        radius = self._look.tokens.radius["control"]
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))


def show_standard_menu(look: Look, standard: QMenu, name: str, at: QPoint, parent: QWidget) -> None:
    """Show the entries of Qt's own *standard* menu that can be used now at *at*, a place of the screen, in the look."""
    menu = LookMenu(look, name, parent)
    standard.setParent(menu, standard.windowFlags())  # the entries belong to it; it is a window of its own, and stays hidden
    menu.aboutToHide.connect(menu.deleteLater)
    for action in standard.actions():
        if action.isEnabled() and not action.isSeparator() and action.menu() is None:
            menu.addAction(action)
    if menu.isEmpty():
        menu.deleteLater()
    else:
        menu.popup(at)


class _MenuStyle(QProxyStyle):
    """Draws the rows; everything else is as in Fusion."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._look = look

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        match metric:
            case QStyle.PixelMetric.PM_MenuPanelWidth:
                return int(self._look.tokens.stroke["border"])
            case QStyle.PixelMetric.PM_MenuHMargin | QStyle.PixelMetric.PM_MenuVMargin:
                return 6
            case QStyle.PixelMetric.PM_MenuScrollerHeight:
                return self._look.scaled(_SCROLLER)
            case _:
                return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Menu_Scrollable:
            return 1  # on a low screen it scrolls; a second column beside the first would be cut off
        return super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        if kind != QStyle.ContentsType.CT_MenuItem or not isinstance(option, QStyleOptionMenuItem):
            return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # Qt itself passes None
        if _kind(option) == QStyleOptionMenuItem.MenuItemType.Separator:
            return QSize(size.width(), self._look.space(_SEPARATOR))
        words, key = _parts(option)
        right = self._look.space(_KEY_GAP) if key else 0  # Qt adds the width of the widest key
        width = self._left(option) + text_width(words, self._look.font()) + right + self._right(option)
        least = int(self._look.tokens.control["target_min"])
        text = line_height(self._look, self._look.font()) + self._look.space(16)
        return QSize(width, max(least, self._look.scaled(least), text))

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element not in (QStyle.PrimitiveElement.PE_PanelMenu, QStyle.PrimitiveElement.PE_FrameMenu):
            super().drawPrimitive(element, option, painter, widget)
            return
        colours, tokens = self._look.colours, self._look.tokens
        fill = colours.surface_raised if element == QStyle.PrimitiveElement.PE_PanelMenu else None
        draw_frame(painter, _box(option), tokens.radius["control"], fill, colours.border, tokens.stroke["border"])

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if not isinstance(option, QStyleOptionMenuItem):
            super().drawControl(element, option, painter, widget)
        elif element == QStyle.ControlElement.CE_MenuScroller:
            self._draw_scroller(painter, option)
        elif element == QStyle.ControlElement.CE_MenuItem:
            self._draw_row(painter, option)

    # -- inside

    def _left(self, option: QStyleOptionMenuItem) -> int:
        has_ticks = bool(getattr(option, "menuHasCheckableItems", False))
        return self._look.space(_PAD) + (self._look.scaled(_SIGN) + self._look.space(8) if has_ticks else 0)

    def _right(self, option: QStyleOptionMenuItem) -> int:
        is_group = _kind(option) == QStyleOptionMenuItem.MenuItemType.SubMenu
        return self._look.space(_PAD) + (self._look.scaled(_SIGN) + self._look.space(8) if is_group else 0)

    def _draw_row(self, painter: QPainter, option: QStyleOptionMenuItem) -> None:
        look, colours, box = self._look, self._look.colours, _box(option)
        if _kind(option) in _NOTHING:
            if _kind(option) == QStyleOptionMenuItem.MenuItemType.Separator:
                painter.fillRect(QRectF(box.left() + 8, box.center().y() - 1, box.width() - 16, 2), colours.border)
            return
        state = _state(option)
        ink = colours.text if state & QStyle.StateFlag.State_Enabled else colours.disabled_text
        if state & QStyle.StateFlag.State_Selected:
            self._draw_chosen(painter, box)
        words, key = _parts(option)
        inner = box.adjusted(self._left(option), 0, -self._right(option), 0)
        _line(painter, look, words, look.font(), ink, inner)
        if key:
            small = look.font(look.tokens.chrome.small)
            right = inner.adjusted(inner.width() - text_width(key, small), 0, 0, 0)
            _line(painter, look, key, small, colours.text_secondary if ink == colours.text else ink, right)
        side = look.scaled(_SIGN)
        if _is_checked(option):
            place = QRectF(box.left() + look.space(_PAD), box.center().y() - side / 2, side, side)
            draw_icon(painter, "tick", place, colours.accent)
        if _kind(option) == QStyleOptionMenuItem.MenuItemType.SubMenu:
            _chevron(painter, QPointF(box.right() - look.space(_PAD) - side / 2, box.center().y()), side, ink, (1, 0))

    def _draw_chosen(self, painter: QPainter, box: QRectF) -> None:
        radius, colours = self._look.tokens.radius["control"] - 2, self._look.colours
        painter.save()
        draw_frame(painter, box, radius, colours.accent_soft, None, 0)
        path = QPainterPath()
        path.addRoundedRect(box, radius, radius)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(box.left(), box.top(), self._look.tokens.stroke["selected_bar"], box.height()), colours.accent)
        painter.restore()

    def _draw_scroller(self, painter: QPainter, option: QStyleOptionMenuItem) -> None:
        box, down = _box(option), bool(_state(option) & QStyle.StateFlag.State_DownArrow)
        painter.fillRect(box, self._look.colours.surface_raised)
        _chevron(painter, box.center(), self._look.scaled(_SIGN), self._look.colours.text, (0, 1 if down else -1))


def _line(painter: QPainter, look: Look, words: str, font: QFont, ink: QColor, box: QRectF) -> None:
    high = line_height(look, font)
    draw_lines(painter, look, (words,), font, ink, QRectF(box.left(), box.center().y() - high / 2, box.width(), high))


def _chevron(painter: QPainter, at: QPointF, size: float, ink: QColor, to: tuple[int, int]) -> None:
    """Draw an open arrow around *at* that points to the right (1, 0), down (0, 1) or up (0, -1)."""
    long, x, y = size * 0.35, *to
    ends = QPointF(at.x() - x * long / 2, at.y() - y * long / 2), QPointF(abs(y) * long, abs(x) * long)
    tip = QPointF(at.x() + x * long / 2, at.y() + y * long / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, max(2.5, size / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([ends[0] - ends[1], tip, ends[0] + ends[1]])


# PySide's stubs leave out the fields of options
def _kind(option: QStyleOptionMenuItem) -> object:
    return getattr(option, "menuItemType", None)


def _state(option: QStyleOptionMenuItem) -> QStyle.StateFlag:
    return getattr(option, "state", QStyle.StateFlag.State_None)


def _box(option: QStyleOption) -> QRectF:
    return QRectF(getattr(option, "rect", QRect()))


def _is_checked(option: QStyleOptionMenuItem) -> bool:
    is_checkable = getattr(option, "checkType", None) != QStyleOptionMenuItem.CheckType.NotCheckable
    return is_checkable and bool(getattr(option, "checked", False))


def _parts(option: QStyleOptionMenuItem) -> tuple[str, str]:
    """Return the words and the key of an entry."""
    words, _tab, key = str(getattr(option, "text", "")).partition("\t")
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&"), key
