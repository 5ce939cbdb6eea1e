import subprocess
import sys

import pytest

from marsad.cli.main import COMMANDS, main


def test_every_command_is_named_in_the_help_with_its_sentence(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])

    told = " ".join(capsys.readouterr().out.split())
    assert ended.value.code == 0
    for command in COMMANDS:
        assert (command.__doc__ or "").partition("\n")[0] in told


@pytest.mark.parametrize(
    "command",
    [one.__name__.rpartition(".")[2].replace("_", "-") for one in COMMANDS],
)
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert ended.value.code == 0
    assert f"marsad {command}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param([], "COMMAND", id="no command"),
        pytest.param(["read"], "INPUT", id="no input"),
        pytest.param(["read", "a.txt", "--jobs", "0"], "from 1 up", id="no process"),
        pytest.param(
            ["read", "a.txt", "--published", "28/10"], "YYYY-MM-DD", id="no date"
        ),
        pytest.param(
            ["pack", "a.txt", "--out", "x", "--languages", "de"],
            "ar,en,fr",
            id="a language not spoken",
        ),
        pytest.param(
            ["score", "a", "b", "--min-f1", "quote"],
            "figure=0.90",
            id="a floor without a number",
        ),
    ],
)
def test_misuse_ends_with_2_and_says_what_is_right(arguments, told, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_help_loads_no_reader_and_no_parser_of_pages():
    heavy = (
        "{'trafilatura', 'pypdf', 'docx', 'rich', 'httpx', 'marsad.reading.pipeline'}"
    )
    script = (
        "import sys; from marsad.cli.main import parser; parser().format_help(); "
        f"print({heavy} & set(sys.modules))"
    )

    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "set()"


def test_who_closes_the_pipe_early_sees_no_complaint(tmp_path):
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(
            "The ministers met in Rome on 28 June 2021.\n" * 20
        )
    shell = f"{sys.executable} -m marsad.cli.main read {tmp_path} --jobs 1 | head -1"

    told = subprocess.run(
        ["/bin/sh", "-c", shell], capture_output=True, text=True, check=True
    )

    assert told.stdout.count("\n") == 1
    assert "Traceback" not in told.stderr
    assert "BrokenPipe" not in told.stderr
