"""Keep the translation catalogues in step with the program: ``update`` rewrites them, ``check`` only tells.

Indonesian, the source language, needs no catalogue. ``resources/i18n`` holds the template and, for each other language,
a ``.po`` that people write and the ``.mo`` made of it, which is committed, for checkout and wheel both need it.
No date or line number stands in any of them: the same words give the same bytes.
"""

from __future__ import annotations

import ast
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

TOP = Path(__file__).resolve().parent.parent
SOURCES = TOP / "src"
FOLDER = TOP / "resources" / "i18n"
TEMPLATE = FOLDER / "pembaca.pot"
LANGUAGES = ("en",)
KEYWORDS = {"tr": None, "trn": (1, 2), "mark": None}


class Words(Catalog):
    """A catalogue whose header never changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Say only what gettext reads."""
        headers = [("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit")]
        if self.locale is not None:
            headers += [("Language", str(self.locale)), ("Plural-Forms", self.plural_forms)]
        return headers


def extracted() -> Words:
    """Collect every message of the program, by file, in order."""
    words = Words(charset="utf-8", fuzzy=False, header_comment="# Words of Pembaca, taken from the program by ./run i18n.\n#")
    for path in sorted(SOURCES.rglob("*.py")):
        name = path.relative_to(TOP).as_posix()
        for line, message, comments, context in extract_from_file("python", str(path), KEYWORDS, comment_tags=("i18n:",)):
            words.add(message, None, [(name, line)], auto_comments=comments, context=context)
    return words


def translated(language: str, template: Words) -> Words:
    """Return the template's messages with what the ``.po`` of *language* says to each; "" where it says nothing."""
    path = po_of(language)
    old = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog()
    words = Words(locale=language, charset="utf-8", fuzzy=False, header_comment=f"# Words of Pembaca in {language}.\n#")
    for message in messages_of(template):
        before = old.get(message.id) or old.get(first(message))
        told = before.string if before is not None and isinstance(before.id, tuple) == isinstance(message.id, tuple) else None
        words.add(message.id, told, message.locations, auto_comments=message.auto_comments)
    return words


def messages_of(words: Catalog) -> Iterator[Message]:
    """Give every message but the header."""
    return (message for message in words if message.id)


def first(message: Message) -> str:
    """Return the message's text, the singular of a counted one."""
    return texts_of(message.id)[0]


def po_of(language: str) -> Path:
    """Return where people write the translation."""
    return FOLDER / language / "LC_MESSAGES" / "pembaca.po"


def po_bytes(words: Words) -> bytes:
    """Return the catalogue as text."""
    out = io.BytesIO()
    write_po(out, words, width=120, include_lineno=False)
    return out.getvalue()


def mo_bytes(words: Words) -> bytes:
    """Return the catalogue as gettext reads it."""
    out = io.BytesIO()
    write_mo(out, words)
    return out.getvalue()


def files() -> dict[Path, bytes]:
    """Return what every catalogue file has to hold now."""
    template = extracted()
    expected = {TEMPLATE: po_bytes(template)}
    for language in LANGUAGES:
        words = translated(language, template)
        expected[po_of(language)] = po_bytes(words)
        expected[po_of(language).with_suffix(".mo")] = mo_bytes(words)
    return expected


def faults() -> Iterator[str]:
    """Tell everything that would leave a person with a word in the wrong language, or a broken sentence."""
    for path, content in files().items():
        if not path.exists() or path.read_bytes() != content:
            yield f"{path.relative_to(TOP)}: not up to date, run ./run i18n"
    template = extracted()
    for language in LANGUAGES:
        for message in messages_of(translated(language, template)):
            yield from (f"{language}: {first(message)!r}: {fault}" for fault in faults_of(message))
    for path in sorted(SOURCES.rglob("*.py")):
        yield from (f"{path.relative_to(TOP)}:{line}: the message is no literal" for line in unseen(path))


def faults_of(message: Message) -> Iterator[str]:
    """Tell what is wrong with one translation."""
    originals, told = texts_of(message.id), texts_of(message.string)
    if not all(told) or len(told) != len(originals):
        yield "not translated"
        return
    wanted = {name for text in originals for name in names(text)}
    for text in told:
        if names(text) - wanted or wanted - names(text) - ({"n"} if len(originals) > 1 else set()):
            yield f"fields differ: {sorted(wanted)} and {sorted(names(text))}"
        if text != text.strip() and originals[0] == originals[0].strip():
            yield "blanks at an end"


def texts_of(id_or_string: object) -> tuple[str, ...]:
    """Return the forms of a message or of its translation."""
    return tuple(str(text) for text in id_or_string) if isinstance(id_or_string, list | tuple) else (str(id_or_string or ""),)


def names(text: str) -> set[str]:
    """Return the names in braces in *text*."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def unseen(path: Path) -> Iterator[int]:
    """Give the lines whose message cannot be collected: not a literal, in a file that marks none of its messages."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS
    ]
    marks = any(isinstance(call.func, ast.Name) and call.func.id == "mark" for call in calls)
    for call in calls:
        texts = call.args[: 2 if isinstance(call.func, ast.Name) and call.func.id == "trn" else 1]
        if not marks and not all(isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts):
            yield call.lineno


def main(arguments: list[str]) -> int:
    """Do what is asked; 1 if something has to be mended."""
    if arguments not in (["update"], ["check"]):
        print(__doc__, file=sys.stderr)
        return 2
    if arguments == ["update"]:
        for path, content in files().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    found = list(faults())
    print("\n".join(found) or "catalogues complete and up to date")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
