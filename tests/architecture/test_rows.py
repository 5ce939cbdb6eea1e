import ast

import pytest

from architecture.house import PACKAGE, modules, tree

DESK = PACKAGE / "desk"
WRITES = frozenset(
    "save create update delete bulk_create bulk_update get_or_create update_or_create "
    "asave acreate aupdate adelete abulk_create aget_or_create".split()
)

# Who writes rows and is neither an act nor a model, and why it may. What people decide
# is never here: only where they are signed in, what is derived, and the parts of acts.
WRITES_WITHOUT_ACT = {
    "safeguards/sign_ins.py": "notes where people are signed in, at every page",
    "safeguards/second_factor.py": "draws secrets and codes; acts make them count",
    "safeguards/tokens.py": "notes when a key was used",
    "safeguards/trail.py": "is what acts are written with",
    "safeguards/following.py": "keeps how far a follower of the trail has come",
    "safekeeping/unfinished.py": "marks a restored site until it is whole",
    "entities/counting.py": "derives how often each name occurs",
    "entities/known.py": "a part of the act that adds what the gazetteer knows",
    "documents/custody.py": "a part of the acts that take documents in",
    "documents/stories.py": "derives which reports tell one story",
    "register/versions.py": "a part of every act of the register",
    "register/alike.py": "derives which entries say the same",
    "register/intake_tasks.py": "counts the steps of a batch",
    "catalogue/keep_up.py": "keeps how far the search index has come",
    "chronicles/keep_up.py": "derives whom an entry concerns",
    "briefs/editor_form.py": "is the editor's saving of a draft; the act is beside it",
    "dispatches/claim.py": "is the queue of letters: who has which in hand",
    "dispatches/stop.py": "a part of the acts that hear of letters which came back",
    "posts/hash_media.py": "derives what pictures and films look like",
    "watch/count.py": "derives counts over posts",
    "watch/keep_up.py": "derives what is new, and keeps how far it has counted",
    "referrals/claim.py": "is the queue of notices: who has which in hand",
    "referrals/brakes.py": "a part of the acts that hear of notices which were wrong",
    "briefs/picture_form.py": "is the editor's upload of a picture, cleaned before",
    "banks/turning.py": "a part of every act of banks: the number of a change",
    "banks/guards.py": "a part of the acts of cases: counts matches and verdicts",
    "work/prune.py": "throws away what the queue has done",
    "work/claim.py": "is the queue: who works on what",
    "work/reclaim.py": "is the queue: what a worker that died let fall",
    "work/finish.py": "is the queue: what was done",
    "work/submit.py": "is the queue: what is to be done",
}


def is_act(path) -> bool:
    """Whether a module holds an act."""
    return any(
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Name)
        and decorator.func.id == "act"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
    )


def writes(path) -> list[int]:
    """The lines on which a module writes rows."""
    return [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
        and _is_of_rows(node.func, node)
    ]


def _is_of_rows(called: ast.Attribute, node: ast.Call) -> bool:
    receiver = called.value
    if isinstance(receiver, ast.Attribute) and receiver.attr == "session":
        return False
    # Of rows, update names its columns; a set or a hash is updated with a value. A row
    # is saved and deleted by itself; a workbook is saved to a file.
    if called.attr in ("update", "aupdate"):
        return bool(node.keywords) and not node.args
    if called.attr in ("save", "asave", "delete", "adelete"):
        return not node.args or isinstance(node.args[0], ast.Starred)
    return True


def desk_name(path) -> str:
    return path.relative_to(DESK).as_posix()


FILES = [path for path in modules() if DESK in path.parents]


@pytest.mark.parametrize("path", FILES, ids=desk_name)
def test_rows_are_written_in_acts_and_models_only(path):
    lines = writes(path)
    may = (
        path.name == "models.py"
        or is_act(path)
        or desk_name(path) in WRITES_WITHOUT_ACT
    )

    assert may or lines == [], f"rows are written on lines {lines}: make it an act"


@pytest.mark.parametrize("name", sorted(WRITES_WITHOUT_ACT))
def test_who_may_write_without_an_act_still_does(name):
    path = DESK / name

    assert path.exists(), "take it off the list"
    assert writes(path), "it writes nothing any more: take it off the list"
    assert not is_act(path), "it is an act by itself: take it off the list"


@pytest.mark.parametrize("path", FILES, ids=desk_name)
def test_no_view_writes_rows(path):
    if path.name.endswith("views.py"):
        assert writes(path) == []
        assert not is_act(path), "an act is a file named by its verb"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("Person.objects.create(name='x')", 1, id="a new row"),
        pytest.param("rows.update(count=F('count') + 1)", 1, id="columns of rows"),
        pytest.param("person.save(update_fields=['name'])", 1, id="one row"),
        pytest.param("seen.update(others)", 0, id="a set"),
        pytest.param("book.save(file)", 0, id="a workbook"),
        pytest.param("request.session.create()", 0, id="a session"),
    ],
)
def test_writing_rows_is_told_from_what_looks_like_it(source, found, tmp_path):
    path = tmp_path / "some.py"
    path.write_text(source, "utf-8")

    assert len(writes(path)) == found
