"""Draw an article's pictures inside its text: whole, left, with round corners. Reads local files only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QImageIOHandler,
    QImageReader,
    QPainter,
    QPainterPath,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PICTURE: Final = int(QTextFormat.ObjectTypes.UserObject) + 1
_INDEX: Final = int(QTextFormat.Property.UserProperty) + 1
_RADIUS: Final = 8
_TURNED: Final = (
    QImageIOHandler.Transformation.TransformationRotate90,
    QImageIOHandler.Transformation.TransformationRotate270,
    QImageIOHandler.Transformation.TransformationMirrorAndRotate90,
    QImageIOHandler.Transformation.TransformationFlipAndRotate90,
)


class Pictures(QPyTextObject):
    """The pictures of one page. ``room`` is asked for the greatest width and height, px, at each layout."""

    def __init__(self, room: Callable[[], QSizeF], parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._paths: list[Path] = []
        self._sizes: list[QSize] = []
        self._scaled: dict[int, QImage] = {}

    def add(self, path: Path | None) -> QTextCharFormat | None:
        """Take a picture in and return the format of its character; None if there is no file that can be drawn."""
        if path is None or not path.is_file():
            return None
        size = _size_of(path)
        if size.isEmpty():
            return None
        self._paths.append(path)
        self._sizes.append(size)
        shape = QTextCharFormat()
        shape.setObjectType(PICTURE)
        shape.setProperty(_INDEX, len(self._paths) - 1)
        return shape

    def intrinsicSize(self, document: QTextDocument, position: int, shape: QTextFormat) -> QSizeF:
        """Return the size at which the whole picture fits the room; never larger than it is."""
        return self._fit(int(shape.property(_INDEX)))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, document: QTextDocument, position: int, shape: QTextFormat
    ) -> None:
        """Draw the picture into *rect*."""
        rect = QRectF(rect)
        image = self._image(int(shape.property(_INDEX)), rect, painter.device().devicePixelRatioF())
        corners = QPainterPath()
        corners.addRoundedRect(rect, _RADIUS, _RADIUS)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(corners, Qt.ClipOperation.IntersectClip)
        painter.drawImage(rect, image)
        painter.restore()

    def _fit(self, index: int) -> QSizeF:
        natural, room = QSizeF(self._sizes[index]), self._room()
        factor = min(1.0, room.width() / natural.width(), room.height() / natural.height())
        return QSizeF(max(1, round(natural.width() * factor)), max(1, round(natural.height() * factor)))

    def _image(self, index: int, rect: QRectF, ratio: float) -> QImage:
        wanted = (rect.size() * ratio).toSize()
        image = self._scaled.get(index)
        if image is None or image.size() != wanted:
            reader = QImageReader(str(self._paths[index]))
            reader.setAutoTransform(True)
            is_turned = reader.transformation() in _TURNED
            reader.setScaledSize(wanted.transposed() if is_turned else wanted)
            image = reader.read()
            self._scaled[index] = image
        return image


def _size_of(path: Path) -> QSize:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    return size.transposed() if reader.transformation() in _TURNED else size
