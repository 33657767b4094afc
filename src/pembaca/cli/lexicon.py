"""``pembaca lexicon``: the person's own dictionary of how words are said, listed, changed, taken and given away."""

from __future__ import annotations

import codecs
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from pembaca.cli.arguments import Commands, Parser, UsageError, add_json, count
from pembaca.cli.named import read_named
from pembaca.cli.output import clean_argument, tell, write, write_bytes, write_json
from pembaca.cli.speech_shapes import (
    LexiconExportShape,
    LexiconImportShape,
    RefusedRuleShape,
    RemovedRuleShape,
    rule_shape,
)
from pembaca.i18n import tr, trn
from pembaca.paths import Paths

if TYPE_CHECKING:
    from pembaca.speech.lexicon.rule import Rule
    from pembaca.speech.lexicon.store import LexiconStore

_FORMATS = ("json", "tsv")


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("lexicon", tr("kamus ucapan sendiri: daftar, tambah, hapus, ambil, simpan"), _help)
    command.set_defaults(help_of=command)
    actions = Commands(command.add_subparsers(metavar=tr("TINDAKAN"), parser_class=Parser, required=True, dest="action"))
    add_json(actions.add("list", tr("tampilkan aturan, menurut urutan dicobanya"), run_list))
    _add_add(actions)
    action = actions.add("set", tr("hidupkan, matikan, atau pindahkan aturan"), run_set)
    action.add_argument("id", type=count, metavar="ID", help=tr("nomor aturan"))
    switch = action.add_mutually_exclusive_group()
    switch.add_argument("--on", action="store_true", help=tr("hidupkan"))
    switch.add_argument("--off", action="store_true", help=tr("matikan"))
    action.add_argument("--at", type=count, metavar="N", help=tr("pindahkan ke urutan N"))
    add_json(action)
    action = actions.add("remove", tr("hapus aturan"), run_remove)
    action.add_argument("id", type=count, metavar="ID", help=tr("nomor aturan"))
    add_json(action)
    action = actions.add("import", tr("tambahkan aturan dari berkas JSON atau TSV"), run_import)
    action.add_argument("file", type=clean_argument, metavar="FILE", help=tr("berkas kamus, - untuk masukan baku"))
    action.add_argument("--format", choices=_FORMATS, help=tr("bentuk berkas; tanpa ini dilihat dari isinya"))
    add_json(action)
    action = actions.add("export", tr("simpan semua aturan sebagai JSON atau TSV"), run_export)
    action.add_argument("file", nargs="?", type=clean_argument, metavar="FILE", help=tr("berkas tujuan; tanpa ini keluaran baku"))
    action.add_argument("--format", choices=_FORMATS, help=tr("bentuk berkas; tanpa ini dilihat dari namanya"))
    add_json(action)


def _add_add(actions: Commands) -> None:
    action = actions.add(
        "add",
        tr("tambahkan aturan"),
        run_add,
        details=tr("Aturan yang mencari hal yang sama diganti di tempatnya."),
    )
    action.add_argument("find", type=clean_argument, metavar="FIND", help=tr("yang tercetak"))
    action.add_argument("say", type=clean_argument, metavar="SAY", help=tr("yang diucapkan, ditulis seperti dibaca"))
    action.add_argument(
        "--kind",
        choices=("word", "part", "regex"),
        default="word",
        help=tr("yang dicari: kata utuh (word), bagian kata (part), atau ekspresi reguler (regex)"),
    )
    action.add_argument("--phonemes", action="store_true", help=tr("SAY ditulis dengan fonem espeak-ng"))
    action.add_argument("--feed", type=clean_argument, default="", metavar="URL", help=tr("hanya untuk sumber berita ini"))
    action.add_argument("--case", action="store_true", help=tr("bedakan huruf besar dan kecil"))
    action.add_argument("--at", type=count, metavar="N", help=tr("letakkan di urutan N"))
    action.add_argument("--off", action="store_true", help=tr("simpan dalam keadaan mati"))
    add_json(action)


def run_list(arguments: Namespace, paths: Paths) -> int:
    """Print the rules."""
    rules = _store(paths).rules()
    if arguments.json:
        write_json([rule_shape(rule) for rule in rules])
        return 0
    for rule in rules:
        write(_words(rule))
    if not rules:
        tell(tr("Kamus masih kosong. Tambahkan dengan: pembaca lexicon add KATA UCAPAN"))
    return 0


def run_add(arguments: Namespace, paths: Paths) -> int:
    """Add a rule; one that cannot be used is refused with its reason."""
    from pembaca.speech.lexicon.rule import Rule

    rule = Rule(
        find=arguments.find.strip(),
        say=arguments.say.strip(),
        kind=arguments.kind,
        alphabet="phonemes" if arguments.phonemes else "letters",
        feed=_feed(arguments.feed.strip()),
        is_on=not arguments.off,
        match_case=arguments.case,
    )
    return _show(_store(paths).add(rule, arguments.at), arguments.json)


def _feed(typed: str) -> str:
    """Return the address of the feed that a rule is for, "" for every text.

    Raises:
        LexiconError: ``bad_feed``; blanks, which an address that was pasted may have at its ends only, make it none.
    """
    from pembaca.errors import LexiconError
    from pembaca.services.subscriptions import address, is_fetchable

    url = address(typed)
    if typed and (len(typed.split()) > 1 or not is_fetchable(url)):
        raise LexiconError("bad_feed", typed)
    return url


def run_set(arguments: Namespace, paths: Paths) -> int:
    """Switch a rule, or move it."""
    if not (arguments.on or arguments.off) and arguments.at is None:
        raise UsageError(tr("Sebutkan apa yang diatur: --on, --off, atau --at N."))
    is_on = None if not (arguments.on or arguments.off) else arguments.on
    return _show(_store(paths).change(arguments.id, is_on, arguments.at), arguments.json)


def run_remove(arguments: Namespace, paths: Paths) -> int:
    """Remove a rule."""
    rule = _store(paths).remove(arguments.id)
    write_json(RemovedRuleShape(rule.id)) if arguments.json else write(tr("Dihapus: {rule}", rule=_words(rule)))
    return 0


def run_import(arguments: Namespace, paths: Paths) -> int:
    """Add the rules of a file; those that cannot be used are left out and told."""
    from pembaca.errors import LexiconError
    from pembaca.presenters import messages
    from pembaca.speech.lexicon import exchange

    body = read_named(arguments.file, exchange.LIMIT, is_json=arguments.json)
    if body is None:
        return 1
    if len(body) > exchange.LIMIT:
        raise LexiconError("too_large", arguments.file)
    is_json = arguments.format == "json" or (arguments.format is None and body.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"{")
    rules = (exchange.from_json if is_json else exchange.from_tsv)(body, arguments.file)
    done = _store(paths).take(rules)
    refused = tuple(RefusedRuleShape(rule.find, error.code, messages.of(error).whole) for rule, error in done.refused)
    if arguments.json:
        write_json(LexiconImportShape(tuple(map(rule_shape, done.added)), tuple(map(rule_shape, done.changed)), refused))
        return 0
    for line in refused:
        tell(tr("Dilewati: {find}. {why}", find=line.find, why=line.message))
    write(
        tr(
            "{added} ditambahkan, {changed} diganti, {refused} dilewati.",
            added=len(done.added),
            changed=len(done.changed),
            refused=len(refused),
        )
    )
    return 0


def run_export(arguments: Namespace, paths: Paths) -> int:
    """Write all rules; an existing file is replaced whole or not at all."""
    from pembaca.speech.lexicon import exchange
    from pembaca.speech.lexicon.store import write_rules

    name = arguments.file or "-"
    is_tsv = arguments.format == "tsv" or (arguments.format is None and name.lower().endswith(".tsv"))
    if arguments.json and is_tsv and name == "-":
        raise UsageError(tr("--json dan tabel TSV tidak dapat sama-sama ke keluaran baku. Sebutkan berkas tujuan."))
    rules = _store(paths).rules()
    body = exchange.to_tsv(rules) if is_tsv else exchange.to_json(rules)
    if name == "-":
        write_bytes(body)
        return 0
    write_rules(Path(name), body)
    if arguments.json:
        write_json(LexiconExportShape(name, len(rules)))
    else:
        tell(trn("{n} aturan disimpan.", "{n} aturan disimpan.", len(rules)))
    return 0


def _store(paths: Paths) -> LexiconStore:
    from pembaca.speech.lexicon.store import LexiconStore

    return LexiconStore(paths.lexicon)


def _show(rule: Rule, is_json: bool) -> int:
    write_json(rule_shape(rule)) if is_json else write(tr("Disimpan: {rule}", rule=_words(rule)))
    return 0


def _words(rule: Rule) -> str:
    kinds = {"word": tr("kata"), "part": tr("bagian kata"), "regex": tr("ekspresi reguler")}
    notes = [kinds[rule.kind]]
    if rule.alphabet == "phonemes":
        notes.append(tr("fonem"))
    if rule.match_case:
        notes.append(tr("beda huruf besar dan kecil"))
    if rule.feed:
        notes.append(tr("hanya {feed}", feed=rule.feed))
    if not rule.is_on:
        notes.append(tr("mati"))
    return f"{rule.id}. {rule.find} → {rule.say} ({', '.join(notes)})"


def _help(arguments: Namespace, paths: Paths) -> int:
    arguments.help_of.print_help()
    return 0
