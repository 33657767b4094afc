"""The look in force: theme, type and sizes. Every widget is given one Look and redraws when it changes."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette

from pembaca.resources import resource
from pembaca.settings import LineSpacing, Settings, Typeface
from pembaca.ui.tokens import Colours, Theme, Tokens, tokens

_SPACING: dict[LineSpacing, float] = {"normal": 1.0, "wide": 1.2, "wider": 1.4}
_FAMILY: dict[Typeface, tuple[str, ...]] = {
    "atkinson": ("Atkinson Hyperlegible Next", "Noto Sans", "DejaVu Sans", "sans-serif"),
    "dejavu": ("DejaVu Sans", "Noto Sans", "sans-serif"),
    "system": (),
}


class Look(QObject):
    """Theme, type and sizes in force.

    Signals:
        changed: any of them is another now; widgets lay themselves out and redraw.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens: Tokens = tokens()
        self.revision = 0  # counts the changes, for who keeps what it has measured
        self._settings = Settings()
        self._width = 1440
        self._is_motion_reduced = False
        self._theme = self._choose()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        self._system_font = load_fonts()
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._palette: tuple[Theme, QPalette] | None = None
        self._base = self._measure_base()

    # -- what is in force

    @property
    def theme(self) -> Theme:
        """The theme in force; never "sistem" itself."""
        return self._theme

    @property
    def colours(self) -> Colours:
        """The colours of the theme in force."""
        return self._theme.roles

    @property
    def is_flat(self) -> bool:
        """Whether regions are divided by lines and buttons outlined."""
        return self._theme.is_flat

    @property
    def article_px(self) -> int:
        """Size of the article's text, px."""
        return self._settings.article_px

    @property
    def line_height_px(self) -> int:
        """Fixed height of an article line, px."""
        return round(self.article_px * self.tokens.article.line_height * _SPACING[self._settings.line_spacing])

    @property
    def spacing(self) -> float:
        """Factor of the chosen line spacing: 1.0, 1.2 or 1.4."""
        return _SPACING[self._settings.line_spacing]

    @property
    def title_px(self) -> int:
        """Size of the article's title, px: 1.6 times the text, at most 72, never under the text."""
        article = self.tokens.article
        return max(self.article_px, min(article.title_cap, round(self.article_px * article.title_factor)))

    @property
    def side_px(self) -> int:
        """Size of meta line, captions and credit, px: 18 to 42."""
        article = self.tokens.article
        return max(self.tokens.chrome.never_under, min(article.side_px_cap, round(self.article_px * article.meta_factor)))

    @property
    def base_px(self) -> int:
        """Size of the type around the page, px."""
        return self._base

    def _measure_base(self) -> int:
        chrome = self.tokens.chrome
        least = chrome.base_min * self._text_scale()
        wanted = max(least, min(max(chrome.base_cap, least), chrome.base_factor * self.article_px))
        return max(chrome.never_under, round(min(wanted, self._width / chrome.width_per_px)))

    @property
    def focus_px(self) -> int:
        """Width of the focus ring."""
        return int(self.tokens.stroke["focus_flat" if self.is_flat else "focus"])

    @property
    def ring_room_px(self) -> int:
        """How much larger than its frame every control is, on each side: gap and ring."""
        return int(self.tokens.stroke["focus_gap"]) + self.focus_px

    @property
    def is_motion_reduced(self) -> bool:
        """Whether nothing may move smoothly."""
        return self._is_motion_reduced

    def duration_ms(self, name: str) -> int:
        """Length of the movement *name* of the tokens; 0 with reduced motion."""
        return int(self.tokens.motion["reduced" if self._is_motion_reduced else "normal"][name])

    def scaled(self, px: float) -> int:
        """Scale a control's length, given at chrome base 20, to the base in force."""
        return round(px * self.base_px / 20)

    def space(self, px: float) -> int:
        """Scale white space, given at chrome base 20: it grows only 40 % as much as controls."""
        return round(px * (1 + 0.4 * (self.base_px / 20 - 1)))

    def font(self, factor: float = 1.0, weight: int = 500) -> QFont:
        """Return a font of the chrome: *factor* of the base, never under 18 px."""
        return self._font(max(self.tokens.chrome.never_under, round(self.base_px * factor)), weight)

    def page_font(self, px: int, weight: int = 400) -> QFont:
        """Return a font of the page."""
        return self._font(px, weight)

    def palette(self) -> QPalette:
        """Return the palette for Qt's own parts (menus, fields, dialogs)."""
        if self._palette is None or self._palette[0] is not self._theme:
            self._palette = self._theme, _palette(self.colours)
        return QPalette(self._palette[1])  # a copy: some are given other colours

    # -- changing it

    def apply(self, settings: Settings) -> None:
        """Take over theme, size, typeface and line spacing from the settings; nothing is told if none is another."""
        before = self._theme, self._looks()
        self._settings = settings
        self._theme = self._choose()
        if (self._theme, self._looks()) != before:
            self._base = self._measure_base()
            self._fonts.clear()
            self._tell()

    def set_window_width(self, px: int) -> None:
        """Tell the window's width; the chrome's base may depend on it."""
        before = self._base
        self._width = max(1, px)
        self._base = self._measure_base()
        if self._base != before:
            self._tell()

    def reduce_motion(self, reduced: bool) -> None:
        """Forbid or allow smooth movement."""
        self._is_motion_reduced = reduced

    # -- inside

    def _tell(self) -> None:
        self.revision += 1
        self.changed.emit()

    def _looks(self) -> tuple[int, Typeface, LineSpacing]:
        return self._settings.article_px, self._settings.typeface, self._settings.line_spacing

    def _choose(self) -> Theme:
        wanted = self._settings.theme
        return self.tokens.theme(wanted) if wanted != "sistem" else self.system_theme

    @property
    def system_theme(self) -> Theme:
        """The theme that follows from what the system prefers, whether it is in force or not."""
        hints = QGuiApplication.styleHints()
        is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
        is_high = False
        if hasattr(hints, "accessibility"):  # Qt 6.10 or later
            is_high = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if is_high:
            return self.tokens.theme(self.tokens.follow["high_contrast_dark" if is_dark else "high_contrast_light"])
        return self.tokens.theme(self.tokens.follow["dark" if is_dark else "light"])

    def _system_changed(self) -> None:
        before = self._theme
        self._theme = self._choose()
        if self._theme is not before:
            self._tell()

    def _text_scale(self) -> float:
        screen = QGuiApplication.primaryScreen()
        return max(1.0, screen.logicalDotsPerInch() / 96) if screen else 1.0

    def _font(self, px: int, weight: int) -> QFont:
        if (px, weight) not in self._fonts:
            self._fonts[px, weight] = self._make_font(px, weight)
        return QFont(self._fonts[px, weight])  # a copy: some are given other spacing

    def _make_font(self, px: int, weight: int) -> QFont:
        font = QFont(self._system_font)
        families = _FAMILY[self._settings.typeface]
        if families:
            font.setFamilies(list(families))
        font.setPixelSize(px)
        font.setWeight(QFont.Weight(weight))
        font.setKerning(True)
        return font


@cache
def load_fonts() -> QFont:
    """Make the bundled typefaces known to Qt, once, and return the font that the system had chosen for programs.

    From then on a widget begins with ours: else the first one would look for the system's, read it and measure it, some 4 ms,
    and then be given ours.
    """
    for file in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    of_system = QFont(QGuiApplication.font())
    ours = QFont(of_system)
    ours.setFamilies(list(_FAMILY[Settings().typeface]))
    QGuiApplication.setFont(ours)
    return of_system


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        text = colours.disabled_text if group == QPalette.ColorGroup.Disabled else colours.text
        for name, colour in (
            (role.Window, colours.background),
            (role.Base, colours.surface),
            (role.AlternateBase, colours.surface_raised),
            (role.Button, colours.surface_raised),
            (role.ToolTipBase, colours.surface_raised),
            (role.WindowText, text),
            (role.Text, text),
            (role.ButtonText, text),
            (role.ToolTipText, text),
            (role.PlaceholderText, colours.text_secondary),
            (role.Highlight, colours.selection),
            (role.HighlightedText, colours.on_selection),
            (role.Link, colours.link),
            (role.LinkVisited, colours.link),
            (role.Accent, colours.accent),
            (role.BrightText, colours.danger),
            (role.Light, colours.surface_raised),
            (role.Midlight, colours.border),
            (role.Mid, colours.border),
            (role.Dark, colours.border),
            (role.Shadow, colours.border),
        ):
            palette.setColor(group, name, colour)
    return palette
