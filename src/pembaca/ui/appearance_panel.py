"""The panel Tampilan: size, typeface, spacing, colours; the page beside it is the preview. Shows and asks, decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from pembaca.i18n import current, tr
from pembaca.ui.controls.button import Button
from pembaca.ui.controls.choice import ChoiceGrid, SampleChoice, ThemeChoice
from pembaca.ui.controls.places import Between
from pembaca.ui.controls.sheet import Sheet
from pembaca.ui.controls.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from pembaca.settings import Settings
    from pembaca.ui.look import Look

_FOLLOWS_SYSTEM = "sistem"
_SAME_FAMILY = ("Atkinson Hyperlegible Next",)


class AppearancePanel(Sheet):
    """Everything about how it looks.

    Signals:
        size_step_requested: +1 or -1, one step of the article's size.
        typeface_chosen, spacing_chosen, theme_chosen: the value as it stands in the settings.
    """

    size_step_requested = Signal(int)
    typeface_chosen = Signal(str)
    spacing_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, tr("Tampilan"), parent)
        self._make_size()
        self._make_typefaces()
        self._make_spacings()
        self._make_themes()
        self.finish()
        look.changed.connect(self._redress)
        self._redress()

    def show_settings(self, settings: Settings) -> None:
        """Show what is set."""
        self._value.setText(str(settings.article_px))
        self._value.setAccessibleName(tr("Ukuran huruf {px}", px=settings.article_px))
        steps = self._look.tokens.article.steps
        self.smaller.set_available(settings.article_px > steps[0])
        self.larger.set_available(settings.article_px < steps[-1])
        self.typefaces.show_chosen(settings.typeface)
        self.spacings.show_chosen(settings.line_spacing)
        self.themes.show_chosen(settings.theme)

    # -- parts

    def _make_size(self) -> None:
        self.add_label(tr("Ukuran huruf"))
        self.smaller = Button(self._look, tr("Kecil"), icon="minus", name=tr("Huruf lebih kecil"))
        self.larger = Button(self._look, tr("Besar"), icon="plus", name=tr("Huruf lebih besar"))
        self._value = Words(self._look, factor=1.5, weight=800, align=Qt.AlignmentFlag.AlignHCenter)
        self.smaller.clicked.connect(lambda: self.size_step_requested.emit(-1))
        self.larger.clicked.connect(lambda: self.size_step_requested.emit(1))
        row = Between()
        row.hold((self.smaller, self._value, self.larger))
        self.add(row)

    def _make_typefaces(self) -> None:
        group = tr("Jenis huruf")
        self.add_label(group)
        self.typefaces = ChoiceGrid(
            3,
            (
                SampleChoice(self._look, "atkinson", "Atkinson", group, families=_SAME_FAMILY),
                SampleChoice(self._look, "dejavu", "DejaVu", group, families=("DejaVu Sans",)),
                SampleChoice(self._look, "system", tr("Sistem"), group, families=tuple(QGuiApplication.font().families())),
            ),
        )
        self._send(self.typefaces, self.typeface_chosen)

    def _make_spacings(self) -> None:
        group = tr("Jarak baris")
        self.add_label(group)
        self.spacings = ChoiceGrid(
            3,
            (
                SampleChoice(self._look, "normal", tr("Biasa"), group, line_gap=8),
                SampleChoice(self._look, "wide", tr("Lega"), group, line_gap=10),
                SampleChoice(self._look, "wider", tr("Lapang"), group, line_gap=12),
            ),
        )
        self._send(self.spacings, self.spacing_chosen)

    def _make_themes(self) -> None:
        group, tokens = tr("Warna"), self._look.tokens
        self.add_label(group)
        cards = [ThemeChoice(self._look, theme.id, theme.name[current()], group, theme.roles) for theme in tokens.themes]
        self._system = ThemeChoice(
            self._look, _FOLLOWS_SYSTEM, tokens.follow_name[current()], group, self._look.system_theme.roles
        )
        self.themes = ChoiceGrid(2, (*cards, self._system))
        self._send(self.themes, self.theme_chosen)

    def _send(self, grid: ChoiceGrid, wish: SignalInstance) -> None:
        for choice in grid.choices:
            choice.clicked.connect(lambda _checked=False, value=choice.value: wish.emit(value))
        self.add(grid)

    def _redress(self) -> None:
        room = self._look.ring_room_px
        gap = max(room, self._look.space(6)) - 2 * room
        for grid in (self.typefaces, self.spacings, self.themes):
            grid.set_gap(gap)
        self._system.show_colours(self._look.system_theme.roles)
