"""Facts of the search: any text may be asked, and what is found is where it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.unit.library.making import FEED, apply, days_ago, entry, paths_under

from pembaca.document import Document, Image, Table
from pembaca.library.library import Library
from pembaca.model import Found, StoredEntry

TEXTS = (
    "Birokrasi digital memaksa kita berubah.",
    "Kata “birokrasinya” dan reformasi birokrasi.",
    "Layanan kementerian/lembaga é à café, Rp1.500.000,00.",
)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = Library.open(paths_under(tmp_path_factory.mktemp("stocked")))
    apply(library, *(entry(str(n), title=f"Judul {n}", text=text, published=days_ago(n)) for n, text in enumerate(TEXTS)))
    yield library
    library.close()


def found(library: Library, query: str) -> list[str]:
    return [hit.row.title for hit in library.search(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("birokrasi", ["Judul 0", "Judul 1"]),
        ("BIROKRASINYA", ["Judul 0", "Judul 1"]),
        ('"birokrasinya"', ["Judul 1"]),
        ("digital birokrasi", ["Judul 0"]),
        ("birokrasi tidakada", []),
        ('"reformasi birokrasi"', ["Judul 1"]),
        ('"birokrasi reformasi"', []),
        ("“reformasi birokrasi”", ["Judul 1"]),
        ("kementerian/lembaga", ["Judul 2"]),
        ("cafe", ["Judul 2"]),
        ("judul", ["Judul 0", "Judul 1", "Judul 2"]),
        ("judul digital", ["Judul 0"]),
        ("Rp1.500.000", ["Judul 2"]),
        ("", []),
        ("   ", []),
        ("?!", []),
        ('"', []),
        ("birokrasi AND digital", []),
        ("title:birokrasi", []),
        ("birokrasi - *", ["Judul 0", "Judul 1"]),
        ("digi", ["Judul 0"]),
        ("di", []),
    ],
)
def test_words_find_their_articles(stocked: Library, query: str, expected: list[str]) -> None:
    """
    What a person types is words, never a query language; the newest article comes first.
    """
    assert expected == found(stocked, query)


@given(query=st.text(max_size=80))
@example(query="\ud800")
@example(query="\x00")
@example(query='"a" OR "b" NEAR(x, 2) ^c {title}: (')
@example(query='a* ** "* NOT')
@example(query='"' * 99)
@example(query="kata " * 5000)
def test_any_text_is_a_valid_question(stocked: Library, query: str) -> None:
    """
    Nothing that can be typed or pasted makes the search fail, and every mark lies within its text.
    """
    for hit in stocked.search(query):
        for text, marks in ((hit.snippet, hit.marks), (hit.row.title, hit.title_marks)):
            assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)


def test_marks_stand_on_the_found_words(stocked: Library) -> None:
    """
    A low-vision reader looks for the marked word first; it must be the right one.
    """
    hit = stocked.search("birokrasi judul")[1]

    assert ["birokrasinya", "birokrasi"] == [hit.snippet[mark.start : mark.end] for mark in hit.marks]
    assert ["Judul"] == [hit.row.title[mark.start : mark.end] for mark in hit.title_marks]


def test_limit_keeps_the_newest(stocked: Library) -> None:
    """
    With many hits the newest ones are those that are shown.
    """
    assert ["Judul 0", "Judul 1"] == [hit.row.title for hit in stocked.search("judul", limit=2)]
    assert () == stocked.search("judul", limit=0)


def test_changed_text_is_found_and_the_old_one_not(tmp_path: Path) -> None:
    """
    A corrected article is found by what it says now, and stands where its new date puts it.
    """
    library = Library.open(paths_under(tmp_path))
    apply(library, entry("a", title="A", text="lama sekali"), entry("b", title="B", text="sekali lagi"))
    known = library.known(FEED)
    apply(library, entry("a", title="A", text="baru sekali", published=days_ago(-1), known_id=known["a"].id))

    assert (["A"], [], ["A", "B"]) == (found(library, "baru"), found(library, "lama"), found(library, "sekali"))
    assert () == library.integrity()
    library.close()


def test_tables_and_picture_descriptions_are_found(tmp_path: Path) -> None:
    """
    Whatever is read aloud can be searched for.
    """
    library = Library.open(paths_under(tmp_path))
    blocks = (Table((("Provinsi", "Anggaran"), ("Papua", "12"))), Image("u", alt="Menteri menyerahkan sertifikat"), Image("v"))
    apply(library, StoredEntry("a", "u", "f", Document("Tabel\x00\x02", blocks), ""))

    assert ["Tabel\x00\x02"] * 3 == found(library, "papua") + found(library, "sertifikat") + found(library, "tabel")
    library.close()


def test_pages_of_hits_follow_each_other_and_are_counted_as_a_whole(library: Library) -> None:
    """
    The window shows a few hits at a time, and says how many there are in truth.
    """
    apply(library, *(entry(str(n), title=f"Judul {n}", published=days_ago(n // 2)) for n in range(7)))
    library.add_feed("https://lain.go.id/f")
    apply(library, entry("x", title="Judul dari sumber yang dihapus"), feed="https://lain.go.id/f")
    library.remove_feed("https://lain.go.id/f")

    whole = [hit.row.id for hit in library.search("judul")]
    pages: list[int] = []
    after = None
    while hits := library.search("judul", limit=3, after=after):
        pages += [hit.row.id for hit in hits]
        after = hits[-1].row.cursor

    assert whole == pages
    assert 7 == len(whole) == library.count_found("judul")
    assert 0 == library.count_found("…") == library.count_found("tidakada")


FORMS = ("mendaftarkan", "pendaftaran", "pelayanannya", "melayani", "birokrasinya", "ketidakadilan", "menteri", "teri")


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    library = Library.open(paths_under(tmp_path_factory.mktemp("forms")))
    apply(library, *(entry(word, title=f"Soal {word} itu", text=f"Isi tentang {word}, demikian.") for word in FORMS))
    yield library
    library.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("daftar", {"mendaftarkan", "pendaftaran"}),
        ("pendaftaran", {"mendaftarkan", "pendaftaran"}),
        ("layan", {"pelayanannya", "melayani"}),
        ("LAYANAN", {"pelayanannya", "melayani"}),
        ("birokrasi", {"birokrasinya"}),
        ("kementerian", {"menteri"}),
        ("teri", {"teri"}),
        ('"daftar"', set()),
        ("melayani soal", {"pelayanannya", "melayani"}),
    ],
)
def test_forms_of_a_word_are_found_and_marked_as_they_stand(forms: Library, query: str, expected: set[str]) -> None:
    """
    An Indonesian word wears prefixes and suffixes; the mark lies on the word as it is printed.
    """
    hits = forms.search(query)

    assert expected == {hit.row.title.split()[1] for hit in hits}
    for hit in hits:
        printed = hit.row.title.split()[1]
        assert printed in {hit.row.title[mark.start : mark.end] for mark in hit.title_marks}
        assert printed in {hit.snippet[mark.start : mark.end] for mark in hit.marks}


def test_best_come_first_on_request(tmp_path: Path) -> None:
    """
    An old article that is all about the thing stands before a new one that mentions it, if that is asked for.
    """
    library = Library.open(paths_under(tmp_path))
    filler = "Kata lain yang panjang. " * 60
    apply(
        library,
        entry("a", title="Imigrasi", text="Imigrasi dan imigrasi lagi.", published=days_ago(90)),
        entry("b", title="Lain", text=f"{filler} Imigrasi. {filler}", published=days_ago(1)),
    )

    assert ["Lain", "Imigrasi"] == found(library, "imigrasi")
    assert ["Imigrasi", "Lain"] == [hit.row.title for hit in library.search("imigrasi", ranked=True)]
    assert ["Imigrasi"] == [hit.row.title for hit in library.search("imigrasi", ranked=True, limit=1)]
    library.close()


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of 2,400 articles in which 300 words begin with "ber"."""
    library = Library.open(paths_under(tmp_path_factory.mktemp("wide")))
    letters = "abcdefghijklmnopqrstuvwxyz"
    texts = [f"ber{letters[n % 26]}{letters[n // 26 % 12]} pada tahun itu, nomor n{n}." for n in range(2400)]
    entries = (entry(str(n), title=f"{n}", text=text, published=days_ago(n / 24)) for n, text in enumerate(texts))
    apply(library, *entries, entry("x", title="x", text="Tidak ada.", published=days_ago(-1)))
    yield library
    library.close()


def test_beginning_that_stands_everywhere_is_found_page_by_page(wide: Library) -> None:
    """
    "ber" begins hundreds of words: every page of hits is complete, in order, and marked.
    """
    titles: list[str] = []
    after = None
    for _ in range(4):
        hits = wide.search("ber", limit=20, after=after)
        titles += [hit.row.title for hit in hits]
        after = hits[-1].row.cursor
        assert all("ber" == hit.snippet[hit.marks[0].start : hit.marks[0].start + 3] for hit in hits)

    assert [str(n) for n in range(80)] == titles
    assert 2400 == len(wide.search("ber")) == wide.count_found("ber")
    assert ["1234"] == [hit.row.title for hit in wide.search("ber n1234", limit=20)]


def test_count_of_hits_is_exact_or_says_that_it_is_not(wide: Library, stocked: Library) -> None:
    """
    A number that is shown is true: so many, or at least so many.
    """
    many, few = wide.found("ber"), wide.found("n1234")

    assert (True, True) == (many.is_least, 0 < many.count <= 2400)
    assert (Found(1), Found(2), Found(0)) == (few, stocked.found("birokrasi"), stocked.found("?"))
