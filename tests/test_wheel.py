"""The wheel in an empty environment, with only what it requires, far from the repository."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from whosays.model import NOTICE

ROOT = Path(__file__).parent.parent
NO_BACKEND = ("No matching distribution found for hatchling", "Failed to establish a new connection", "Max retries")


def run(*args, **known):
    return subprocess.run([str(a) for a in args], capture_output=True, text=True, check=False, **known)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "build", "--wheel", "--outdir", target, cwd=ROOT)
    said = done.stdout + done.stderr
    if done.returncode and any(words in said for words in NO_BACKEND):
        pytest.skip("the build environment cannot be made: the package index with hatchling is out of reach")
    assert done.returncode == 0, said
    (path,) = target.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The `bin` of a fresh environment with the wheel and its required dependencies."""
    folder = tmp_path_factory.mktemp("empty")
    venv.create(folder / "venv", with_pip=True)
    done = run(folder / "venv" / "bin" / "pip", "install", "--quiet", "--no-input", wheel)
    if done.returncode and any(words in done.stderr for words in NO_BACKEND):
        pytest.skip("the dependencies cannot be installed: the package index is out of reach")
    assert done.returncode == 0, done.stderr
    return folder / "venv" / "bin"


def test_the_wheel_holds_the_package_and_its_licence(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "whosays/cli.py" in names
    assert "whosays/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert [n for n in names if not n.startswith(("whosays/", "whosays-"))] == []


def test_it_reads_a_report_far_from_the_repository(installed, tmp_path):
    page = ROOT / "examples" / "border-raid.html"
    done = run(installed / "whosays", "read", page, cwd=tmp_path, env={})
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert done.stdout.splitlines()[0] == NOTICE


def test_every_format_works_with_only_what_is_required(installed, tmp_path):
    for form in ("brief", "table", "json", "jsonl", "csv"):
        done = run(installed / "whosays", "read", ROOT / "examples", "--format", form, cwd=tmp_path, env={})
        assert done.returncode == 0, done.stderr
        assert NOTICE in done.stdout


def test_no_test_tool_comes_with_it(installed):
    found = run(installed / "pip", "list", "--format", "freeze").stdout.lower()
    assert all(f"{name}==" not in found for name in ("pytest", "hypothesis", "mypy", "ruff"))


def test_the_module_runs_too(installed, tmp_path):
    done = run(installed / "python", "-m", "whosays", "--version", cwd=tmp_path, env={"PATH": os.defpath})
    assert done.returncode == 0
    assert "whosays" in done.stdout
