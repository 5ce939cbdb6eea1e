"""Pages are HTML as the standard has it."""

import json
import os
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from desk.website import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

VOID = frozenset("br hr img input link meta wbr source".split())


class Markup(HTMLParser):
    """What is open, and what refers to what."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.wanted = [], [], [], []

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if len(said) != len(attrs):
            self.faults.append(f"<{tag}> says something twice")
        if "id" in said:
            self.ids.append(said["id"])
        for name in ("for", "aria-labelledby", "aria-describedby"):
            self.wanted += (said.get(name) or "").split()
        if tag == "a" and (said.get("href") or "").startswith("#"):
            self.wanted.append(said["href"][1:])
        if tag == "img" and "alt" not in said:
            self.faults.append("a picture without words")
        if tag in ("p", "ul", "div", "figure", "details") and "p" in self.open:
            self.faults.append(f"<{tag}> within <p>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        # The parts of a drawing close themselves.
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes another")


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_what_is_opened_is_closed_and_what_is_referred_to_is_there(
    made, client, language
):
    for address in addresses.pages(language):
        markup = Markup()
        markup.feed(client.get(address).content.decode())
        assert markup.faults == [], address
        assert markup.open == [], address
        assert len(markup.ids) == len(set(markup.ids)), address
        assert set(markup.wanted) <= set(markup.ids), address


def _validator():
    """The checker of the W3C and WHATWG, where this machine has it."""
    if found := shutil.which("vnu"):
        return [found]
    jar = os.environ.get("VNU_JAR", "")
    return ["java", "-Xmx700m", "-jar", jar] if jar and shutil.which("java") else None


def test_the_checker_of_the_standard_finds_no_fault(made, client, tmp_path):
    command = _validator()
    if command is None:
        pytest.skip("NO VALIDATOR: install vnu, or name vnu.jar in VNU_JAR")
    for number, address in enumerate(
        one for language in ("ar", "en", "fr") for one in addresses.pages(language)
    ):
        path = tmp_path / f"{number}.html"
        path.write_bytes(client.get(address).content)
    ran = subprocess.run(
        [*command, "--errors-only", "--format", "json", str(tmp_path)],
        capture_output=True,
        check=False,
    )

    assert json.loads(ran.stderr)["messages"] == []
