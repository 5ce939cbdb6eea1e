"""The page of sealed evidence for people: what is here, who had it, how to prove it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from html import escape
from typing import Final

from marsad.sealing.parts import Handover, moment

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "ar": {
        "title": "أدلة مختومة",
        "subject": "الموضوع",
        "sealed": "خُتمت في",
        "files": "الملفات",
        "file": "الملف",
        "size": "الحجم بالبايت",
        "hash": "البصمة SHA-256",
        "custody": "سلسلة العهدة",
        "when": "متى",
        "who": "من",
        "what": "ماذا",
        "why": "لماذا",
        "prove": "كيف يُتحقق منها",
        "how": "يسمّي الملف manifest.json كل ملف بحجمه وبصمته، وهو موقّع، وقد يحمل ختم "
        "وقت من جهة مستقلة. للتحقق من دون هذا الموقع:",
        "care": "قد يكون في هذه الملفات ما يؤذي من يراه، وفيها عناوين منشورات. لا "
        "تُفتح إلا لمن له حق فيها.",
    },
    "en": {
        "title": "Sealed evidence",
        "subject": "Subject",
        "sealed": "Sealed at",
        "files": "Files",
        "file": "File",
        "size": "Size in bytes",
        "hash": "SHA-256",
        "custody": "Chain of custody",
        "when": "When",
        "who": "Who",
        "what": "What",
        "why": "Why",
        "prove": "How to prove it",
        "how": "The file manifest.json names every file with its size and hash; it is "
        "signed, and may carry a time stamp of an independent authority. To check it "
        "without this site:",
        "care": "These files may hold what harms whoever sees it, and addresses of "
        "posts. Only who has a right to them opens them.",
    },
}
_STYLE: Final = (
    "body{font:1rem/1.6 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #999;padding:.3rem .5rem;text-align:start;"
    "vertical-align:top;overflow-wrap:anywhere}"
    "code,pre{direction:ltr;unicode-bidi:isolate;overflow-wrap:anywhere;"
    "white-space:pre-wrap}section{margin-bottom:3rem}"
)


def index_page(
    subject: str,
    at: datetime,
    members: Mapping[str, bytes],
    custody: Sequence[Handover],
    public_key: str,
) -> bytes:
    """One page in two languages, without scripts and without a word from elsewhere."""
    parts = "".join(
        _section(language, subject, at, members, custody, public_key)
        for language in _WORDS
    )
    page = (
        '<!doctype html>\n<html lang="ar" dir="rtl"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(_WORDS['ar']['title'])} · {escape(_WORDS['en']['title'])}"
        f"</title><style>{_STYLE}</style></head><body>{parts}</body></html>\n"
    )
    return page.encode()


def _section(
    language: str,
    subject: str,
    at: datetime,
    members: Mapping[str, bytes],
    custody: Sequence[Handover],
    public_key: str,
) -> str:
    words = _WORDS[language]
    files = "".join(
        _row(f"<code>{escape(path)}</code>", str(len(raw)), _code(raw))
        for path, raw in sorted(members.items())
    )
    lines = "".join(
        _row(moment(one.at), *(f"<bdi>{escape(said)}</bdi>" for said in _said(one)))
        for one in custody
    )
    return (
        f'<section lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">'
        f"<h1>{words['title']}</h1><p><strong>{words['care']}</strong></p>"
        f"<p>{words['subject']}: <bdi>{escape(subject)}</bdi><br>"
        f"{words['sealed']}: <bdi>{moment(at)}</bdi></p>"
        f"<h2>{words['files']}</h2><table>{_head(words, 'file', 'size', 'hash')}"
        f"{files}</table>"
        f"<h2>{words['custody']}</h2>"
        f"<table>{_head(words, 'when', 'who', 'what', 'why')}{lines}</table>"
        f"<h2>{words['prove']}</h2><p>{words['how']}</p>"
        f"<pre>marsad evidence verify FILE\n"
        f"minisign -Vm manifest.json -P {escape(public_key or 'KEY')}\n"
        f"openssl ts -verify -data manifest.json -in manifest.json.tsr "
        f"-CAfile ROOTS.pem</pre></section>"
    )


def _head(words: Mapping[str, str], *names: str) -> str:
    cells = "".join(f'<th scope="col">{words[one]}</th>' for one in names)
    return f"<tr>{cells}</tr>"


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{one}</td>' for one in cells)}</tr>"


def _said(one: Handover) -> tuple[str, str, str]:
    return one.by, one.what, one.because


def _code(raw: bytes) -> str:
    return f"<code>{sha256(raw).hexdigest()}</code>"
