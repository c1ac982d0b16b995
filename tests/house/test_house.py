"""The habits of the house, as far as a machine can see them."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
CODE = sorted(path for folder in ("src", "bench") for path in (ROOT / folder).rglob("*.py"))
SILENT = [path for path in CODE if ROOT / "src" in path.parents and path.parent.name not in ("cli", "show")]
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "core", "misc"}
LONGEST = 400
LONGER: dict[str, str] = {}
"""Files above the limit, each with the reason why it is better whole."""
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
TARGETS = ("demo", "test", "score", "bench", "train", "lint", "lock", "clean")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """The functions and classes of a module that others may use."""
    for node in tree.body:
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        if named and not node.name.startswith("_"):
            yield node


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_a_file_is_named_for_what_is_in_it(path: Path) -> None:
    assert path.stem.lower() not in VAGUE


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert _lines(path) <= LONGEST or _name(path) in LONGER


def test_each_exception_is_still_needed() -> None:
    assert [name for name in LONGER if _lines(ROOT / name) <= LONGEST] == []


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_what_is_public_is_described(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), f"{_name(path)} does not say what it is"
    assert [node.name for node in _public(tree) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", SILENT, ids=_name)
def test_only_the_commands_print(path: Path) -> None:
    calls = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    assert not any(isinstance(call.func, ast.Name) and call.func.id == "print" for call in calls)


@pytest.mark.parametrize("path", LOCKS, ids=_name)
def test_a_lock_names_no_index_and_pins_by_hash(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|--index|--find-links|--extra-index", text)
    pins = re.findall(r"^[A-Za-z0-9._-]+(?:\[[^]]*\])?==\S+.*?(?=^[A-Za-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert pins
    assert all("--hash=sha256:" in pin for pin in pins)


def test_there_is_a_lock_for_each_use() -> None:
    assert [path.stem for path in LOCKS] == ["bench", "build", "dev", "run"]


def test_what_is_locked_is_locked_alike() -> None:
    pins: dict[str, set[str]] = {}
    for path in LOCKS:
        for name, version in re.findall(
            r"^([A-Za-z0-9._-]+)==(.+?) \\$", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            pins.setdefault(f"{name} {version.partition(';')[2]}", set()).add(version.partition(" ")[0])
    assert {name: versions for name, versions in pins.items() if len(versions) > 1} == {}


@pytest.mark.parametrize("target", TARGETS)
def test_the_makefile_has_each_target_and_says_what_it_does(target: str) -> None:
    assert re.search(rf"^{target}:.*## \w+", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_check_of_every_change_can_be_run() -> None:
    check = ROOT / ".ci" / "run"
    assert os.access(check, os.X_OK)
    assert "make test" in check.read_text(encoding="utf-8")


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_change_log_begins_with_this_version() -> None:
    version = re.search(r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
