"""A backup brings an erased account back, and the restore takes it away before all else."""

import json
import os
import subprocess
import sys

import pytest

from desk.browser import environment
from desk.laid_out import lay_out

pytestmark = pytest.mark.one_database

NAMES = ("cook_one", "Layla of the Soups", "وصفة ليلى السرية")
STREAM = """
from desk.content_makers import make_stream
make_stream("telegram-soup")
print(json.dumps(0))
"""
COUNT = """
from marsad.desk.posts.models import Account, Post
from marsad.desk.safeguards import trail
print(json.dumps([Post.objects.count(), Account.objects.count(), trail.verify().fault]))
"""


class Site:
    """A site whose keys and erasures outlive it, as an operator keeps them."""

    def __init__(self, folder, beside):
        self.folder = folder
        self.environment = environment(folder) | {
            "MARSAD_ACCOUNT_KEYS": str(beside / "accounts.keys"),
            "MARSAD_ERASURES": str(beside / "erasures.jsonl"),
        }

    def run(self, *words, said=""):
        told = subprocess.run(
            [sys.executable, *map(str, words)],
            env=self.environment,
            input=said,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )
        assert told.returncode == 0, told.stderr
        return told.stdout + told.stderr

    def marsad(self, *words, said=""):
        return self.run("-m", "marsad.cli.main", *words, said=said)

    def ask(self, script):
        begun = "import django, json; django.setup()\n"
        return json.loads(self.run("-c", begun + script))

    def everything(self):
        """Every byte of every file of the site."""
        paths = [path for path in self.folder.rglob("*") if path.is_file()]
        assert any(path.suffix == ".sqlite3" for path in paths)
        return b"\0".join(path.read_bytes() for path in paths)


def written(path):
    rows = [
        {
            "platform": "telegram",
            "id": str(n),
            "account": "cook_one" if n % 2 else f"gardener_{n}",
            "account_name": "Layla of the Soups",
            "text": f"{NAMES[2]} {n}, Layla of the Soups" if n % 2 else "as @cook_one",
            "at": "2026-11-05T17:10:00Z",
            "address": f"https://t.me/cook_one/{n}" if n % 2 else "",
            "media": [{"kind": "picture", "path": "soup.png"}] if n == 1 else [],
        }
        for n in range(1, 41)
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(lines, "utf-8")
    (path.parent / "soup.png").write_bytes(b"a drawn soup of cook_one")


def test_no_name_of_an_erased_account_stands_anywhere_after_a_restore(tmp_path):
    beside = tmp_path / "beside"
    beside.mkdir()
    first = Site(lay_out(tmp_path / "first"), beside)
    export = tmp_path / "export" / "posts.jsonl"
    export.parent.mkdir()
    written(export)
    first.ask(STREAM)
    told = first.marsad("posts", "take", "telegram-soup", export, "--media")
    assert "40 new, 0 known, 0 refused" in told
    assert NAMES[2].encode() in first.everything()
    first.marsad("backup", tmp_path / "site.marsad")

    why = ("--because", "it was asked for")
    told += first.marsad("posts", "erase", "telegram", *why, said="@cook_one\n")

    assert "1 accounts, 20 posts erased" in told
    second = Site(lay_out(tmp_path / "second"), beside)
    told += second.marsad("restore", tmp_path / "site.marsad")
    assert "20 of erased accounts" in told
    posts, accounts, fault = second.ask(COUNT)
    assert (posts, accounts, fault) == (20, 20, None)
    for site in (first, second):
        kept = site.everything() + (beside / "erasures.jsonl").read_bytes()
        for name in NAMES:
            assert name.encode() not in kept
            assert name not in told


def test_without_the_keys_of_accounts_an_erasure_cannot_be_passed_over(tmp_path):
    beside = tmp_path / "beside"
    beside.mkdir()
    first = Site(lay_out(tmp_path / "first"), beside)
    export = tmp_path / "posts.jsonl"
    written(export)
    first.ask(STREAM)
    first.marsad("posts", "take", "telegram-soup", export)
    first.marsad("backup", tmp_path / "site.marsad")
    why = ("--because", "it was asked for")
    first.marsad("posts", "erase", "telegram", *why, said="cook_one\n")
    (beside / "accounts.keys").unlink()

    second = Site(lay_out(tmp_path / "second"), beside)
    told = subprocess.run(
        [sys.executable, "-m", "marsad.cli.main", "restore", tmp_path / "site.marsad"],
        env=os.environ | second.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )

    assert told.returncode == 1
    assert "bring back the file of keys" in told.stderr
