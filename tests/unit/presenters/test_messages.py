"""Facts of the sentences for faults."""

from __future__ import annotations

from typing import get_args

import pytest

from pembaca import errors
from pembaca.errors import FeedErrorCode, FeedListErrorCode, FetchError, LexiconErrorCode, PembacaError, VoiceErrorCode
from pembaca.model import Fault, FeedOutcome, Recovery
from pembaca.presenters import messages
from pembaca.presenters.setting_names import setting_name
from pembaca.settings import Settings

URL = "https://www.kemenkum.go.id/berita-utama?format=feed"
FEED_CODES = get_args(FeedErrorCode)


def all_errors() -> list[PembacaError]:
    """Make one error of every class in the tree."""
    path = "/home/ani/.local/share/pembaca/library.sqlite3"
    found: list[PembacaError] = [FetchError(URL, code, "detail", 503 if code == "http_status" else None) for code in FEED_CODES]
    found += [errors.FeedListError("daftar.opml", code, "detail") for code in get_args(FeedListErrorCode)]
    found += [errors.LexiconError(code, "(a+)+", "detail") for code in get_args(LexiconErrorCode)]
    found += [errors.LexiconUnreadable(path, "detail"), errors.LexiconUnwritable(path, "detail")]
    found += [errors.VoiceError(code) for code in get_args(VoiceErrorCode)]
    found += [errors.LibraryUnwritable(path, why) for why in ("full", "busy", "readonly")]
    found += [kind(path, why) for kind in (errors.LibraryNotMade, errors.BackupUnwritable) for why in ("full", "readonly")]
    found += [errors.LibraryTooNew(path), errors.LibraryDamaged(path), errors.LibraryError(path)]
    found += [
        errors.SettingsError(path),
        errors.SettingsError(path, aside=f"{path}.rusak"),
        errors.SettingsError(path, aside=f"{path}.rusak", dropped=("volume", "baru")),
        errors.NoDisplay(),
        errors.ContentError(URL, "is_feed"),
        errors.SettingsUnwritable(path),
        errors.ContentError(URL, "no_article"),
        errors.ContentError("a.html", "no_file"),
        errors.ContentError("a.txt", "not_text"),
        errors.Cancelled(),
    ]
    found += [errors.Unexpected("detail"), errors.BackupUnreadable("/tmp/cadangan", "detail")]
    return found


@pytest.mark.parametrize("error", all_errors(), ids=repr)
def test_every_error_says_what_happened_what_works_and_what_to_do(error: PembacaError) -> None:
    """
    The person is never left with a code, an English word or a dead end.
    """
    message = messages.of(error)

    assert all((message.title, message.still_works, message.action))
    assert not message.title.endswith(".")
    assert message.still_works.endswith(".") and message.action.endswith(".")
    assert message.whole.startswith(f"{message.title}. ")
    assert type(error).__name__ not in message.whole and "detail" not in message.whole


def test_every_class_of_the_tree_is_covered() -> None:
    """
    A new kind of error comes with its sentence.
    """
    classes = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, PembacaError)}
    covered = {kind for error in all_errors() for kind in type(error).__mro__} | {errors.ParseError}

    assert set() == classes - covered


@pytest.mark.parametrize("code", FEED_CODES)
def test_feed_fault_names_the_site(code: str) -> None:
    """
    With twelve sources it must be clear which of them it is about.
    """
    assert "kemenkum.go.id" in messages.of_fault(Fault(code, URL, status=404)).title


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 429, 451, 500, 503])
def test_status_is_told_with_its_meaning(status: int) -> None:
    """
    An office's technician needs the number, everybody else the meaning.
    """
    assert f"kode {status}" in messages.of_fault(Fault("http_status", URL, status=status)).title


@pytest.mark.parametrize(
    "code",
    [
        *FEED_CODES,
        "damaged",
        "no_guid",
        "duplicate_guid",
        "no_image",
        "no_article",
        "not_the_article",
        "too_deep",
        "not_a_page",
        "sesuatu_yang_baru",
    ],
)
def test_every_warning_is_a_sentence(code: str) -> None:
    """
    What was lived with is told too, calmly, also when it is of a kind that nobody thought of.
    """
    words = messages.warning(Fault(code, URL, status=404))

    assert words.endswith(".") and "kemenkum.go.id" in words


def test_web_address_that_leads_elsewhere_is_not_called_wrong() -> None:
    """
    The person's address is right; it is the site that sends to a file or a script.
    """
    title = messages.of_fault(Fault("unsupported_scheme", URL)).title

    assert "mengalihkan" in title and "bukan alamat" not in title


@pytest.mark.parametrize("url", ["", "https://[::1", "bukan alamat", "javascript:alert(1)"])
def test_broken_address_still_gives_a_sentence(url: str) -> None:
    """
    The address may be the very thing that is wrong.
    """
    assert messages.of_fault(Fault("unsupported_scheme", url)).whole and messages.warning(Fault("dns", url))


@pytest.mark.parametrize(
    ("recovery", "words"),
    [
        (Recovery("/x/lama", 2, 40, 0, 0), ("40 artikel terselamatkan", "/x/lama")),
        (Recovery("/x/lama", 2, 40, 3, 5), ("40 artikel", "3 artikel tinggal ringkasannya", "5 artikel hilang")),
        (Recovery("/x/lama", 0, 0, 0, None), ("pustaka baru dibuat", "/x/lama", "pembaca restore")),
        (Recovery("", lost=None), ("pustaka baru dibuat", "pembaca restore")),
    ],
)
def test_recovery_says_what_was_saved_and_what_was_not(recovery: Recovery, words: tuple[str, ...]) -> None:
    """
    After damage the person wants to know three things: what is left, what is gone, and where the old file is.
    """
    message = messages.of_recovery(recovery)

    assert [] == [word for word in words if word not in message.whole]
    assert message.action and not message.title.endswith(".")
    assert "{" not in message.whole and "0 artikel hilang" not in message.whole


def test_settings_that_were_set_aside_are_found() -> None:
    """
    The sentence leads to the file that is there, and says what to choose anew.
    """
    lost = errors.SettingsError("/d/settings.json", aside="/d/settings.json.rusak-2", dropped=("article_px", "window"))
    whole = errors.SettingsError("/d/settings.json", aside="/d/settings.json.rusak")

    assert "ukuran huruf (article_px), letak jendela (window)" in messages.of(lost).title
    assert "/d/settings.json.rusak-2" in messages.of(lost).action and "/d/settings.json.rusak" in messages.of(whole).action
    assert "bawaan" in messages.of(whole).still_works and "lainnya" in messages.of(lost).still_works


def test_every_setting_has_words() -> None:
    """
    A new field of the file comes with what a person calls it.
    """
    assert [] == [name for name in Settings.__struct_fields__ if setting_name(name) == name]


def test_a_library_that_never_was_is_not_said_to_be_readable() -> None:
    """
    Nothing is stored where nothing could be made.
    """
    assert "tersimpan" not in messages.of(errors.LibraryNotMade("/proc/nope", "readonly")).whole


def test_a_password_is_in_no_sentence() -> None:
    """
    Messages are read aloud and sent to who helps.
    """
    for code in (*FEED_CODES, "no_article", "lain"):
        fault = Fault(code, "ftp://ani:rahasia@contoh.go.id/")

        assert "rahasia" not in messages.of_fault(fault).whole + messages.warning(fault)


def test_what_was_lived_with_is_told_once_with_its_articles() -> None:
    """
    Forty pages that are gone are one sentence, and the person learns which.
    """
    gone = tuple(Fault("http_status", f"https://contoh.go.id/{number}", status=404) for number in range(5))
    outcome = FeedOutcome(URL, "updated", warnings=(Fault("no_guid", URL), *gone, gone[0]))
    first, second = messages.warnings(outcome, {"https://contoh.go.id/0": "Judul nol", "https://contoh.go.id/1": ""})

    assert messages.warning(outcome.warnings[0]) == first
    assert second == (
        f"{messages.warning(gone[0])} Ini tentang “Judul nol”, https://contoh.go.id/1, https://contoh.go.id/2, dan 2 lainnya."
    )
