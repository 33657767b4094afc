"""Facts of the roots of words: forms of one word come together, different words stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembaca.library import stem as stemming
from pembaca.library.stem import stem

LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=24)
ROOTS = sorted(stemming._roots())


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("birokrasi", "birokrasi birokrasinya birokrasilah"),
        ("daftar", "mendaftar mendaftarkan pendaftaran terdaftar didaftarkan pendaftarannya daftarkan"),
        ("layan", "layanan pelayanan melayani dilayani pelayan pelayanannya layanannya"),
        ("tulis", "menulis penulis penulisan tertulis tulisan ditulis menuliskan"),
        ("sapu", "menyapu penyapu disapu"),
        ("kirim", "mengirim pengiriman dikirim dikirimkan terkirim kiriman"),
        ("pukul", "memukul pemukul dipukul pukulan"),
        ("ajar", "belajar pelajaran mengajar pengajar pembelajaran mempelajari diajarkan"),
        ("hasil", "berhasil keberhasilan menghasilkan dihasilkan hasilnya"),
        ("daya", "pemberdayaan memberdayakan diberdayakan"),
        ("selenggara", "menyelenggarakan penyelenggaraan diselenggarakan terselenggara"),
        ("tanggungjawab", "mempertanggungjawabkan pertanggungjawaban"),
        ("sah", "mengesahkan pengesahan disahkan sahkan"),
        ("berita", "pemberitaan memberitakan diberitakan beritanya"),
        ("beri", "memberi memberikan diberikan pemberian berikan"),
        ("perintah", "pemerintah memerintah memerintahkan pemerintahan diperintahkan"),
        ("menteri", "kementerian menterinya kementeriannya"),
        ("digitalisasi", "digitalisasinya"),
    ],
)
def test_forms_of_a_word_have_its_root(root: str, forms: str) -> None:
    """
    Who asks for "daftar" wants the article on "pendaftaran" too.
    """
    assert {root} == {stem(form) for form in forms.split()}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("menteri", "teri"), ("berita", "ita"), ("beruang", "uang"), ("perang", "rang"), ("peran", "perang")),
        *(("mereka", "reka"), ("sekarang", "karang"), ("sekolah", "kolah"), ("berikan", "ikan"), ("bukan", "buka")),
        *(("terigu", "gugu"), ("makanan", "makna"), ("petani", "peta"), ("pemilu", "pilu"), ("kenya", "ke")),
        *(("punya", "pun"), ("hanya", "ha"), ("dengan", "deng"), ("perdana", "dana"), ("negeri", "geri")),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    """
    A minister is no anchovy: a search that mixes them up is worse than one that finds less.
    """
    assert stem(one) != stem(other)


@given(word=LETTERS)
def test_root_of_a_root_is_itself(word: str) -> None:
    """
    Index and question are taken to their roots at different times; both must come to the same.
    """
    assert stem(word) == stem(stem(word)) or stem(stem(word)) in ROOTS
    assert stem(word)


def test_every_root_of_the_list_is_a_root() -> None:
    """
    The list has the last word.
    """
    irregular = stemming._irregular()

    assert [] == [root for root in ROOTS if stem(root) != irregular.get(root, root)]
    assert [] == [root for root in irregular.values() if stem(root) != root]


@given(root=st.sampled_from([root for root in ROOTS if len(root) > 4]), clitic=st.sampled_from(["nya", "lah", "kah", "ku", "mu"]))
def test_clitics_of_known_words_come_off(root: str, clitic: str) -> None:
    """
    "-nya", "-lah" and their like are never part of what one looks for.
    """
    assert stem(root) == stem(root + clitic) or root + clitic in ROOTS or stem(root + clitic) in ROOTS
