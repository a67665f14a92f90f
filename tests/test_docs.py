"""What the documents say is what the program does."""

import doctest
import importlib
import pkgutil
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import whosays
from whosays.cli import main
from whosays.errors import PluginError
from whosays.plugins import names

ROOT = Path(__file__).parent.parent
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))])
MODULES = sorted(m.name for m in pkgutil.walk_packages(whosays.__path__, "whosays.") if not m.name.endswith("__main__"))
COMMAND = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?(whosays read .*)$")


def shown():
    """(command, the output shown below it) of every `whosays read` in a console block of the README."""
    for block in re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL):
        command, output = None, []
        for line in [*block.splitlines(), "$ end"]:
            match = COMMAND.match(line)
            if not (match or line.startswith("$ ")):
                output.append(line)
                continue
            if command is not None and "# not run" not in command:
                yield command, "\n".join(output).strip()
            command, output = (match[1] if match else None), []


SHOWN = list(shown())


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_described(name):
    assert f"whosays {name}" in DOCS


@pytest.mark.parametrize(
    "option", sorted({o for c in main.commands.values() for p in c.params for o in p.opts if o.startswith("-")})
)
def test_every_option_is_described(option):
    assert re.search(rf"`{option}\b", DOCS)


@pytest.mark.parametrize("group", ["readers", "extractors", "exporters"])
def test_every_plug_in_group_is_described(group):
    assert f"whosays.{group}" in DOCS


@pytest.mark.parametrize("group", ["extractors", "exporters"])
def test_every_plug_in_is_described(group):
    assert all(f"`{name}`" in DOCS for name in names(group))


def test_a_group_that_is_not_described_is_none():
    with pytest.raises(PluginError):
        importlib.import_module("whosays.plugins").load("oracles", "any")


def test_the_readme_shows_commands():
    assert len(SHOWN) >= 2
    assert len({command for command, _ in SHOWN}) == len(SHOWN)


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_every_command_shown_runs_and_prints_what_is_shown(command, output):
    args = shlex.split(command, comments=True)[1:]
    done = subprocess.run([sys.executable, "-m", "whosays", *args], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    if output:
        assert done.stdout.decode().strip() == output


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "docs/plugins.md"])
def test_files_that_are_linked_exist(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [link for link in links if not (ROOT / path).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings(name):
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        if (error.name or "").startswith("whosays"):
            raise
        pytest.skip(f"{name} needs {error.name}, which is not required")
    assert doctest.testmod(module).failed == 0
