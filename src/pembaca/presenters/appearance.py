"""Size, typeface, spacing and theme, as the person wants them. No Qt; main thread only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pembaca.i18n import current, tr

if TYPE_CHECKING:
    from pembaca.presenters.keeping import Keeper
    from pembaca.settings import LineSpacing, Settings, SettingsStore, Typeface


class AppearanceView(Protocol):
    """The panel in which they are chosen."""

    def show_settings(self, settings: Settings) -> None: ...


class AppearanceWindow(Protocol):
    """The window that is drawn with them."""

    def apply(self, settings: Settings) -> None: ...
    def say(self, text: str) -> None: ...


class AppearancePresenter:
    """Changes one thing at a time, shows it at once, and keeps it."""

    def __init__(
        self,
        settings: SettingsStore,
        keeper: Keeper,
        steps: tuple[int, ...],
        default: int,
        themes: tuple[tuple[str, dict[str, str]], ...],
    ) -> None:
        self._settings = settings
        self._keeper = keeper
        self._steps = steps
        self._default = default
        self._themes = themes

    def attach(self, window: AppearanceWindow) -> None:
        """Take the window and draw it; called once, before anything else."""
        self._view: AppearanceView | None = None
        self._window = window
        self._show()

    def attach_panel(self, view: AppearanceView) -> None:
        """Take the panel, made when it is first wanted, and fill it."""
        self._view = view
        view.show_settings(self._settings.current)

    def change_size(self, steps: int) -> None:
        """Go up or down the steps of the article's size."""
        now = self._settings.current.article_px
        if steps > 0:
            wanted = next((step for step in self._steps if step > now), self._steps[-1])
        else:
            wanted = next((step for step in reversed(self._steps) if step < now), self._steps[0])
        self._set_size(wanted)

    def original_size(self) -> None:
        """Go back to the size that Pembaca comes with."""
        self._set_size(self._default)

    def choose_typeface(self, typeface: Typeface) -> None:
        """Show everything in another typeface."""
        self._change(typeface=typeface)

    def choose_spacing(self, spacing: LineSpacing) -> None:
        """Set the lines closer or wider."""
        self._change(line_spacing=spacing)

    def choose_theme(self, theme: str) -> None:
        """Show everything in other colours."""
        self._change(theme=theme)

    def next_theme(self) -> None:
        """Take the next colours of the list and say which."""
        ids = [theme for theme, _ in self._themes]
        now = self._settings.current.theme
        theme, names = self._themes[(ids.index(now) + 1) % len(ids) if now in ids else 0]
        self._change(theme=theme)
        self._window.say(tr("Warna: {name}", name=names[current()]))

    # -- inside

    def _set_size(self, px: int) -> None:
        self._change(article_px=px)
        self._window.say(tr("Ukuran huruf {px}", px=px))

    def _change(self, **fields: object) -> None:
        self._keeper.remember(**fields)
        self._show()

    def _show(self) -> None:
        self._window.apply(self._settings.current)
        if self._view is not None:
            self._view.show_settings(self._settings.current)
