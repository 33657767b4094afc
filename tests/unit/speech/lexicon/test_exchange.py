"""pembaca.speech.lexicon.exchange: a dictionary written out and read back is the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.errors import LexiconUnreadable
from pembaca.speech.lexicon.exchange import from_json, from_tsv, to_json, to_tsv
from pembaca.speech.lexicon.rule import Rule

_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=12)
_RULES = st.lists(
    st.builds(
        Rule,
        find=_TEXT.filter(lambda text: not text.startswith("#") and text != "find"),
        say=_TEXT,
        kind=st.sampled_from(("word", "part", "regex")),
        alphabet=st.sampled_from(("letters", "phonemes")),
        feed=st.sampled_from(("", "https://a.go.id/feed")),
        is_on=st.booleans(),
        match_case=st.booleans(),
    ),
    max_size=5,
).map(tuple)


@given(_RULES)
def test_both_forms_give_back_what_was_written(rules: tuple[Rule, ...]) -> None:
    """
    What is given away arrives whole, in its order.
    """
    assert rules == from_json(to_json(rules), "x")
    assert rules == from_tsv(to_tsv(rules), "x")


def test_a_table_needs_no_more_than_two_columns() -> None:
    """
    A list from a spreadsheet, or typed by hand, is enough.
    """
    assert (Rule("BKN", "be ka en"), Rule("OJK", "o je ka")) == from_tsv(b"# catatan\nBKN\tbe ka en\n\nOJK\to je ka\r\n", "x")
    assert (Rule("OJK", "x", is_on=False),) == from_tsv(b"find\tsay\ton\nOJK\tx\tno\n", "x")


@pytest.mark.parametrize("word", ["yes", "Yes", "TRUE", "1", "ya", "Benar", "on", ""])
def test_yes_is_read_as_people_and_spreadsheets_write_it(word: str) -> None:
    """
    A spreadsheet makes TRUE of it, an Indonesian writes "ya"; an empty cell is the usual.
    """
    (rule,) = from_tsv(f"find\tsay\ton\tcase\nOJK\tx\t{word}\t{word}\n".encode(), "x")

    assert (True, word != "") == (rule.is_on, rule.match_case)


@pytest.mark.parametrize("word", ["no", "No", "FALSE", "0", "tidak", "Salah", "off"])
def test_no_is_read_as_people_and_spreadsheets_write_it(word: str) -> None:
    """
    A rule that was switched off must not come back switched on.
    """
    (rule,) = from_tsv(f"find\tsay\ton\tcase\nOJK\tx\t{word}\t{word}\n".encode(), "x")

    assert (False, False) == (rule.is_on, rule.match_case)


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (b"satu kolom\n", "1"),
        (b"find\tsay\ton\na\tb\tyes\na\tb\tmungkin\n", "3"),
        (b"find\tsay\tcase\na\tb\t2\n", "2"),
        (b"a\tb\nc\td\tlain\n", "2"),
        (b"a\tb\tword\tmorse\n", "1"),
        (b"\xff\t\xfe", "utf-8"),
    ],
)
def test_a_table_that_is_none_is_refused_with_its_line(body: bytes, detail: str) -> None:
    """
    Nothing of it is taken, and one knows where to look.
    """
    with pytest.raises(LexiconUnreadable) as refused:
        from_tsv(body, "daftar.tsv")

    assert detail in refused.value.detail
    assert "daftar.tsv" == refused.value.about


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"version": 2, "rules": []}', b'{"version": 1, "rules": [{"find": "a"}]}'])
def test_json_that_is_none_of_ours_is_refused(body: bytes) -> None:
    """
    A later version's file is not half understood.
    """
    with pytest.raises(LexiconUnreadable):
        from_json(body, "x")
