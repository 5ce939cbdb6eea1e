import ast

import pytest
from importlinter.cli import lint_imports

from architecture.house import ROOT, modules, name_of, tree

# What opens the network, and who may: the engine that asks an address the user has
# named, and the desk's post office, which hands letters to the mail server of the site.
WEB = frozenset(("httpx", "requests", "urllib3", "aiohttp", "ftplib", "smtplib"))
DOORS = frozenset(
    ("src/marsad/collecting/fetch.py", "src/marsad/desk/mailing/office.py")
)


def test_imports_keep_the_order_of_the_work(capsys):
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None)

    assert status == 0, capsys.readouterr().out


def imported(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_only_the_web_door_opens_the_network(path):
    named = {name.partition(".")[0] for name in imported(path)}

    assert not named & WEB or name_of(path) in DOORS


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_module_imports_what_runs_code_when_it_is_read(path):
    assert not {"pickle", "shelve", "marshal", "dill"} & set(imported(path))
