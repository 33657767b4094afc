"""Add a feed by an address, its own or that of a page that names it. No Qt; main thread only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from pembaca.addresses import feed_name, shown
from pembaca.cancel import CancelToken, Progress, Report
from pembaca.errors import FetchError, PembacaError
from pembaca.i18n import tr, trn
from pembaca.presenters import messages
from pembaca.presenters.faults import site
from pembaca.services.subscriptions import address, is_fetchable
from pembaca.viewmodel import CatalogueItem

if TYPE_CHECKING:
    from pembaca.library.library import Library
    from pembaca.presenters.jobs import Jobs
    from pembaca.presenters.telling import Teller
    from pembaca.services.discovery import Found

Find = Callable[[str, CancelToken, Report], "tuple[Found, ...]"]


class AddingView(Protocol):
    """The field for an address and what stands under it."""

    def show_error(self, text: str, *, can_add_anyway: bool = False) -> bool: ...
    def show_looking(self, text: str | None) -> None: ...
    def show_found(self, text: str, items: tuple[CatalogueItem, ...]) -> None: ...


class AddingPresenter:
    """Looks what lies at an address, adds the one feed that is there or offers several to choose from."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        find: Find,
        teller: Teller,
        title_of: Callable[[str], str | None],
        keep: Callable[[str, str], None],
    ) -> None:
        self._library = library
        self._jobs = jobs
        self._find = find
        self._teller = teller
        self._title_of = title_of
        self._keep = keep
        self._looking: CancelToken | None = None
        self._offers: tuple[Found, ...] = ()
        self._found_words = ""

    def attach(self, view: AddingView, say: Callable[[str], None]) -> None:
        """Take the view; called once, before anything else."""
        self._view, self._say = view, say

    def add(self, typed: str) -> None:
        """Add a feed by its address and fetch it; one that may be a page's is looked at first."""
        from pembaca.feeds.discover import looks_like_feed  # wanted nowhere else in the window

        url = self._usable(typed)
        if url is None:
            return
        title = self._title_of(url)
        if title is not None or looks_like_feed(url):
            self._keep(url, title or "")
        else:
            self._look(url)

    def add_anyway(self, typed: str) -> None:
        """Add an address as it is, whatever lies there now."""
        url = self._usable(typed)
        if url is not None:
            self._keep(url, self._title_of(url) or "")

    def add_found(self, url: str) -> None:
        """Add one of the feeds that were offered."""
        title = next((offer.title for offer in self._offers if offer.url == url), "")
        if self._library.feed(url) is None:
            self._keep(url, title)

    def added(self) -> None:
        """Note that what was wanted has been added: nothing is wrong with the field any longer."""
        self._view.show_error("")

    def stop(self) -> None:
        """End the looking, because the person asks for it."""
        if self._end():
            self._say(tr("Pencarian dihentikan"))

    def close_found(self) -> None:
        """Offer nothing any longer."""
        self._offers = ()
        self._view.show_found("", ())

    def show(self) -> None:
        """Show what is offered, and what of it is there already; called whenever feeds have changed."""
        if self._offers:
            self._view.show_found(self._found_words, tuple(self._item(offer) for offer in self._offers))

    # -- inside

    def _usable(self, typed: str) -> str | None:
        """Return the address that *typed* means if it can be added; else say why not."""
        self._end()
        if self._offers:
            self.close_found()
        url = complete_address(typed)
        if url is None:
            self._refuse(tr("Alamat ini belum lengkap. Contoh: https://www.kemenkum.go.id/berita-utama?format=feed&type=rss"))
            return None
        if self._library.feed(url) is not None:
            self._refuse(tr("Sumber ini sudah ada di daftar."))
            return None
        return url

    def _look(self, url: str) -> None:
        text = tr("Mencari sumber berita di {site}", site=site(url))

        def work(cancel: CancelToken, report: Report) -> tuple[Found, ...]:
            return self._find(url, cancel, report)

        def progress(step: Progress) -> None:
            if not token.is_cancelled and step.total > 1:
                words = tr("{text}, alamat {number} dari {count}", text=text, number=step.done, count=step.total)
                self._view.show_looking(words)

        def done(found: tuple[Found, ...]) -> None:
            if not token.is_cancelled:
                self._end()
                self._take(url, found)

        def failed(error: PembacaError) -> None:
            if not token.is_cancelled:
                self._end()
                self._explain(error)

        token = self._jobs.run(work, done, failed, progress)
        self._looking = token
        self._view.show_looking(text)
        self._say(text)

    def _end(self) -> bool:
        """Look no longer; False if nothing was looked at."""
        if self._looking is None:
            return False
        self._looking.cancel()
        self._looking = None
        self._view.show_looking(None)
        return True

    def _take(self, url: str, found: tuple[Found, ...]) -> None:
        if not found:
            nothing = tr("Tidak ada sumber berita yang ditemukan di {site}.", site=site(url))
            again = tr("Periksa alamatnya, atau tambahkan apa adanya.")
            self._refuse(f"{nothing} {again}", can_add_anyway=True)
        elif len(found) > 1:
            count = trn(
                "{n} sumber berita ditemukan di {site}.", "{n} sumber berita ditemukan di {site}.", len(found), site=site(url)
            )
            self._offers = found
            self._found_words = tr("{count} Pilih yang ingin ditambahkan.", count=count)
            self._say(self._found_words)
            self.show()
        elif self._library.feed(found[0].url) is not None:
            self._refuse(tr("Sumber di halaman itu sudah ada di daftar."))
        else:
            self._keep(found[0].url, found[0].title)

    def _explain(self, error: PembacaError) -> None:
        if not isinstance(error, FetchError):
            self._teller.tell(error, is_asked=True)
            return
        message = messages.of(error)
        anyway = tr("Alamat ini juga dapat ditambahkan apa adanya.")
        self._refuse(f"{message.title}. {message.action} {anyway}", can_add_anyway=True)

    def _refuse(self, text: str, *, can_add_anyway: bool = False) -> None:
        """Show why nothing is added, and say it unless the field, by its focus and description, does."""
        if not self._view.show_error(text, can_add_anyway=can_add_anyway):
            self._say(text)

    def _item(self, offer: Found) -> CatalogueItem:
        is_added = self._library.feed(offer.url) is not None
        return CatalogueItem(
            feed_name(offer.title, offer.url),
            offer.url,
            _KINDS[offer.kind],
            is_added=is_added,
            site=shown(offer.url).partition("://")[2],
        )


_KINDS = {"rss": "RSS", "atom": "Atom", "json": "JSON Feed"}


def complete_address(typed: str) -> str | None:
    """Return the http or https address that *typed* means, or None if it cannot be one."""
    url = address(typed)
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    is_host = "." in host or host == "localhost" or ":" in host
    return url if is_host and is_fetchable(url) else None
