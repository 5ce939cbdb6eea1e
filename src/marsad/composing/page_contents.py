"""What a page of a brief shows, read back from its HTML by the standard parser."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

_VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)


@dataclass(slots=True)
class Shown:
    """A sentence, row, large figure or heading of a page, and where its marks lead."""

    id: str
    text: str = ""
    citations: list[int] = field(default_factory=list)


@dataclass(slots=True)
class PageContents:
    """Sentences, quotations and table rows of a page, in their order."""

    sentences: list[Shown] = field(default_factory=list)
    rows: list[Shown] = field(default_factory=list)
    large: list[Shown] = field(default_factory=list)
    # The title, the summary and the headings, by what they are called.
    parts: list[Shown] = field(default_factory=list)
    # What the window is called, and all words of the page one after the other.
    title: str = ""
    whole: str = ""
    quoted: list[tuple[int, str]] = field(default_factory=list)
    cited: list[tuple[int, str]] = field(default_factory=list)


def read_page_contents(html: str) -> PageContents:
    """Read a page back; what is malformed in it shows as missing sentences."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.contents


class _Parser(HTMLParser):
    """Collects the text inside elements that carry the marks of a brief."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.contents = PageContents()
        self._shown = {
            "data-sentence": self.contents.sentences,
            "data-row": self.contents.rows,
            "data-big": self.contents.large,
            "data-part": self.contents.parts,
        }
        # For each open element: its tag and whether its text belongs to the sentence.
        self._open: list[tuple[str, str]] = []
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where a sentence, a row, a quotation or a citation begins."""
        marks = {name: value or "" for name, value in attrs}
        kind = ""
        if "data-quote" in marks:
            self.contents.quoted.append((_number(marks["data-quote"]), ""))
            kind = "quoted"
        elif "data-citation" in marks:
            self.contents.cited.append((_number(marks["data-citation"]), ""))
            kind = "cited"
        elif marks.get("class") == "cite":
            self._cite(_number(marks.get("href", "").removeprefix("#citation-")))
        elif marks.get("class") == "cites":
            kind = "mark"
        for mark in self._shown.keys() & marks.keys():
            self._shown[mark].append(Shown(marks[mark]))
            kind = mark
        if tag not in _VOID:
            self._open.append((tag, kind))

    def close(self) -> None:
        """Take in what is left, and put all words together."""
        super().close()
        self.contents.whole = "".join(self._words)

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and what was left open inside it."""
        while self._open:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        """Give the text to the innermost marked element around it."""
        tag = self._open[-1][0] if self._open else ""
        if tag == "title":
            self.contents.title += data
        if tag not in ("style", "script"):
            self._words.append(data)
        kinds = [kind for _, kind in self._open if kind]
        if not kinds or kinds[-1] == "mark":
            return
        match kinds[-1]:
            case "quoted":
                number, text = self.contents.quoted[-1]
                self.contents.quoted[-1] = (number, text + data)
            case "cited":
                number, text = self.contents.cited[-1]
                self.contents.cited[-1] = (number, text + data)
            case mark:
                self._shown[mark][-1].text += data

    def _cite(self, number: int) -> None:
        """Give a citation's mark to the sentence or row that it stands in."""
        for _, kind in reversed(self._open):
            if kind in self._shown:
                self._shown[kind][-1].citations.append(number)
                return


def _number(text: str) -> int:
    """The number of a citation; 0, which no citation has, where it is none."""
    return int(text) if text.isascii() and text.isdigit() else 0
