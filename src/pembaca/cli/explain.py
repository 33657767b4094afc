"""``pembaca script --explain``: which rule made which words, for people. Shows only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pembaca.cli.output import write
from pembaca.i18n import tr

if TYPE_CHECKING:
    from pembaca.speech.explain import Step
    from pembaca.speech.lexicon.rewriting import Lexicon
    from pembaca.speech.utterance import Script


def write_explained(script: Script, lexicon: Lexicon) -> None:
    """Print each sentence as it is said, and under it what was not said as it is printed."""
    from pembaca.speech.explain import explain

    for number, utterance in enumerate(script.utterances):
        write(f"{chr(10) if number else ''}{utterance.text}\n  = {utterance.spoken}")
        for step in explain(utterance, lexicon):
            write(_line(step))


def _line(step: Step) -> str:
    if not step.printed:
        return tr("  + {said}  (tidak tercetak)", said=step.said)
    if step.own is not None:
        rule = tr("kamus sendiri, aturan {id}", id=step.own.id)
    else:
        rule = _name(step.rule)
    return f"  {step.printed} → {step.said}  ({rule})"


def _name(rule: str) -> str:
    """Say what a rule is about; one without a name of its own is shown by its file and function."""
    family = rule.partition(".")[0]
    names = {
        "codes.phone": tr("nomor telepon"),
        "codes.identity": tr("nomor yang dieja"),
        "codes.row": tr("nomor yang dieja"),
        "codes.file_number": tr("nomor surat atau perkara"),
        "amounts.of_two": tr("pecahan, skor, atau perbandingan"),
        "abbreviations.initials": tr("inisial nama"),
        "plain.spaced": tr("huruf renggang"),
        "plain.word": tr("kata"),
        "plain.figure": tr("angka atau huruf lepas"),
        "abbreviations": tr("singkatan"),
        "acronyms": tr("akronim"),
        "addresses": tr("alamat surel atau situs"),
        "amounts": tr("bilangan"),
        "codes": tr("kode"),
        "coordinates": tr("koordinat"),
        "dates": tr("tanggal"),
        "foreign": tr("bahasa asing"),
        "law": tr("peraturan"),
        "money": tr("uang"),
        "ordinals": tr("bilangan tingkat"),
        "reduplication": tr("kata ulang"),
        "roman": tr("angka Romawi"),
        "symbols": tr("tanda"),
        "times": tr("waktu"),
    }
    return f"{names.get(rule) or names.get(family, family)}; {rule}"
