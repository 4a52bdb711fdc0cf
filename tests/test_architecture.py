"""The rule of the house: an arrow points down only (the picture is in docs/architecture.md).

Every import of the program is looked at, also those inside functions and for type checking only,
without running anything.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "ita_desktop"

# What each package may import besides itself; a name with a dot is one module only.
FOR_EVERYBODY = {"errors", "fault_log", "fault_report", "resources", "user_folder", "whole_file"}
BELOW_WORKFLOWS = {
    *("thai", "domain", "criteria", "db", "documents", "typesetting", "pdf", "xlsx"),
}
MAY_IMPORT: dict[str, set[str]] = {
    "": set(),  # ita_desktop/__init__.py
    "errors": set(),
    "fault_log": set(),
    "fault_report": set(),
    "resources": set(),
    "user_folder": set(),
    "whole_file": set(),
    "windows_marks": set(),
    "windows_message": set(),
    "thai": set(),
    "domain": {"thai"},
    "criteria": {"domain", "thai"},  # data, one file a fiscal year, as records of the domain
    "db": {"domain", "thai"},
    "documents": {"domain", "thai"},
    "typesetting": {"thai"},
    "pdf": {
        *("documents.charts", "documents.chip_places", "documents.matrix", "documents.model"),
        *("documents.tables", "documents.text", "documents.walk"),
        *("typesetting", "thai"),
    },
    "xlsx": {"documents", "typesetting", "domain", "thai"},
    "workflows": BELOW_WORKFLOWS,
    "cli": BELOW_WORKFLOWS | {"workflows"},
    "ui": BELOW_WORKFLOWS | {"workflows"},
    "app": BELOW_WORKFLOWS | {"workflows", "cli", "ui"},
    "__main__": BELOW_WORKFLOWS
    | {"workflows", "cli", "ui", "app", "windows_marks", "windows_message"},
}
# The packages that hide a library: nobody else knows it. A name with a dot is a part of one.
HIDDEN_IN: dict[str, set[str]] = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "reportlab": {"pdf"},
    "uharfbuzz": {"typesetting"},
    "openpyxl": {"xlsx"},
    "sqlite_utils": {"db"},
    "pythainlp": {"thai"},
    "pypdfium2": {"ui.preview"},
}
# The program never goes on line.
NETWORK = (
    *("ftplib", "http", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket"),
    *("socketserver", "ssl", "telnetlib", "urllib.request", "webbrowser", "xmlrpc"),
)


def modules(root: Path) -> dict[str, Path]:
    """Return the modules of the program under ``root`` by their full names."""
    found: dict[str, Path] = {}
    for path in sorted((root / PROGRAM).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def package(module: str) -> str:
    """Return the package of a module as the table names it; "" for the program's own root."""
    return module.removeprefix(PROGRAM).lstrip(".").split(".")[0]


def imported(module: str, path: Path, known: set[str]) -> Iterator[str]:
    """Give the full name of every module that this one imports, whenever it does so."""
    yield from imports_of(ast.parse(path.read_text("utf-8"), str(path)), module, path, known)


def imports_of(tree: ast.AST, module: str, path: Path, known: set[str]) -> Iterator[str]:
    """Give the full name of every module that a tree of this module imports."""
    here = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                above = here.split(".")[: len(here.split(".")) - level + 1] if level else []
                base = ".".join([*above, *([source] if source else [])])
                for alias in names:  # a module of that package, or something that stands in it
                    inner = f"{base}.{alias.name}"
                    is_module = inner in known or inner in NETWORK
                    yield inner if is_module else base
            case ast.Call(
                func=ast.Attribute(attr="import_module") | ast.Name(id="import_module"),
                args=[ast.Constant(value=str() as name), *_],
            ):
                yield name
            case _:
                pass


def is_within(module: str, names: set[str] | tuple[str, ...]) -> bool:
    """Say whether a module is one of these or lies under one of them."""
    return any(module == name or module.startswith(f"{name}.") for name in names)


def fault(module: str, target: str) -> str:
    """Return what is wrong with this import; "" when nothing is."""
    importer, root = package(module), target.split(".", maxsplit=1)[0]
    if is_within(target, NETWORK):
        return "goes on line"
    if root == PROGRAM:
        may = MAY_IMPORT[importer] | FOR_EVERYBODY
        inside = target.removeprefix(PROGRAM).lstrip(".")
        is_free = inside == "" or package(target) == importer or is_within(inside, may)
        return "" if is_free else "does not point down"
    if root in HIDDEN_IN:
        is_keeper = is_within(module.removeprefix(f"{PROGRAM}."), HIDDEN_IN[root])
        return "" if is_keeper else "is hidden in another package"
    return "" if root in sys.stdlib_module_names else "is not a library of this project"


def faults(root: Path) -> list[str]:
    """Return every import under ``root`` that breaks the rule, one line each."""
    tree = modules(root)
    lines = [
        f"{module} is in no package of the table"
        for module in tree
        if package(module) not in MAY_IMPORT
    ]
    for module, path in tree.items():
        if package(module) in MAY_IMPORT:
            targets = sorted(set(imported(module, path, set(tree))))
            said = ((target, fault(module, target)) for target in targets)
            lines += [f"{module} -> {target} {what}" for target, what in said if what]
    return lines


def package_order(root: Path) -> list[str]:
    """Return the packages from the lowest to the highest; raises CycleError when there is none."""
    tree = modules(root)
    graph: dict[str, set[str]] = {}
    for module, path in tree.items():
        ours = {name for name in imported(module, path, set(tree)) if is_within(name, (PROGRAM,))}
        above = graph.setdefault(package(module), set())
        above |= {package(name) for name in ours} - {package(module), ""}
    return list(TopologicalSorter(graph).static_order())


class _WithoutTypes(ast.NodeTransformer):
    """Takes out what is imported for type checking only: it never runs."""

    def visit_If(self, node: ast.If) -> ast.AST | None:
        for_types = isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        return None if for_types else self.generic_visit(node)


def file_order(root: Path) -> list[str]:
    """Return the modules, each after all that it imports; raises CycleError when there is none."""
    tree = modules(root)
    graph: dict[str, set[str]] = {}
    for module, path in tree.items():
        runs = _WithoutTypes().visit(ast.parse(path.read_text("utf-8"), str(path)))
        graph[module] = {
            name for name in imports_of(runs, module, path, set(tree)) if name in tree
        } - {module}
    return list(TopologicalSorter(graph).static_order())


def made_up(root: Path, files: dict[str, str]) -> Path:
    """Write a small program under ``root``; an empty package where a file needs one."""
    for name, text in files.items():
        path = root / PROGRAM / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        for folder in path.relative_to(root).parents:
            if folder != Path() and not (root / folder / "__init__.py").exists():
                (root / folder / "__init__.py").touch()
    return root


def test_every_import_of_the_program_points_down() -> None:
    assert modules(ROOT), "the program was not found"
    found = faults(ROOT)
    assert not found, "\n".join(["", *found])


def test_no_two_packages_of_the_program_import_each_other() -> None:
    assert "domain" in package_order(ROOT)


def test_no_files_of_the_program_import_each_other_in_a_circle() -> None:
    assert f"{PROGRAM}.domain.scores" in file_order(ROOT)


@pytest.mark.parametrize("name", ["thai", "domain"])
def test_importing_the_lower_packages_loads_no_library(name: str) -> None:
    below = [module for module in modules(ROOT) if package(module) == name]
    code = f"import sys, {', '.join([PROGRAM, *below])}\nprint(*sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {module.split(".")[0] for module in answer.stdout.split()}
    assert loaded & HIDDEN_IN.keys() == set()


def test_a_sound_tree_has_no_fault(tmp_path: Path) -> None:
    root = made_up(
        tmp_path,
        {
            "errors.py": "",
            "resources.py": "from pathlib import Path",
            "thai/digits.py": "from ita_desktop.errors import ClerkError",
            "thai/words.py": "def cut() -> None:\n    from pythainlp.tokenize import word_tokenize",
            "domain/scores.py": "from ..thai import digits\nfrom . import bands",
            "domain/bands.py": "import decimal\nimport urllib.parse",
            "documents/model.py": "",
            "documents/pages.py": "from .model import Document\nimport ita_desktop.domain.scores",
            "pdf/draw.py": "from ita_desktop.documents import model\nimport reportlab.pdfgen",
            "workflows/export.py": "from ita_desktop import pdf, documents",
            "ui/preview/pdf_file.py": "def f() -> None:\n    from pypdfium2 import raw",
            "ui/window.py": "from PySide6.QtWidgets import QWidget\nfrom ..workflows import export",
            "__main__.py": "from ita_desktop.cli import main\nfrom ita_desktop import app",
            "app.py": "from ita_desktop.ui.window import Window",
            "cli/__init__.py": "def main() -> None: ...",
        },
    )
    assert faults(root) == []
    order = package_order(root)
    assert order.index("thai") < order.index("domain") < order.index("documents")


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("domain/a.py", "import ita_desktop.db.b", "ita_desktop.db.b does not point down"),
        ("domain/a.py", "from ita_desktop import ui", "ita_desktop.ui does not point down"),
        ("thai/a.py", "from ..domain.b import C", "ita_desktop.domain.b does not point down"),
        ("ui/score/a.py", "from ...cli import b", "ita_desktop.cli.b does not point down"),
        ("cli/a.py", "from ita_desktop.ui.b import C", "ita_desktop.ui.b does not point down"),
        ("pdf/a.py", "from ita_desktop.documents import b", "documents.b does not point down"),
        ("pdf/a.py", "from ita_desktop.documents import C", "documents does not point down"),
        ("typesetting/a.py", "import ita_desktop.domain.b", "domain.b does not point down"),
        ("db/a.py", "def f():\n  from ita_desktop.ui import b", "ita_desktop.ui.b does not point"),
        (
            "domain/a.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  from ita_desktop.ui import b",
            "ita_desktop.ui.b does not point down",
        ),
        (
            "domain/a.py",
            "import importlib\nimportlib.import_module('ita_desktop.db.b')",
            "ita_desktop.db.b does not point down",
        ),
        ("cli/a.py", "from PySide6 import QtCore", "PySide6 is hidden in another package"),
        ("db/a.py", "import openpyxl.styles", "openpyxl.styles is hidden in another package"),
        ("workflows/a.py", "import sqlite_utils", "sqlite_utils is hidden in another package"),
        ("domain/a.py", "from pythainlp import b", "pythainlp is hidden in another package"),
        ("ui/a.py", "import pypdfium2", "pypdfium2 is hidden in another package"),
        ("domain/a.py", "import numpy", "numpy is not a library of this project"),
        ("ui/a.py", "import socket", "socket goes on line"),
        ("ui/a.py", "from urllib import request", "urllib.request goes on line"),
        ("db/a.py", "from http.client import HTTPConnection", "http.client goes on line"),
        ("helpers/a.py", "", "ita_desktop.helpers.a is in no package of the table"),
    ],
)
def test_a_broken_rule_is_found(tmp_path: Path, file: str, line: str, said: str) -> None:
    others = {f"{name}/b.py": "" for name in ("db", "domain", "ui", "cli", "documents")}
    root = made_up(tmp_path, others | {file: line})
    found = faults(root)
    assert any(said in one for one in found), found


def test_packages_that_import_each_other_are_found(tmp_path: Path) -> None:
    root = made_up(
        tmp_path,
        {"db/a.py": "from ita_desktop.domain import b", "domain/b.py": "import ita_desktop.db.a"},
    )
    with pytest.raises(CycleError):
        package_order(root)


def test_a_circle_of_files_is_found_also_where_one_imports_late(tmp_path: Path) -> None:
    late = "def f():\n    from ita_desktop.ui import c"
    files = {"ui/a.py": "from ita_desktop.ui.b import B", "ui/b.py": late}
    assert file_order(made_up(tmp_path, files | {"ui/c.py": ""}))
    with pytest.raises(CycleError):
        file_order(made_up(tmp_path, {"ui/c.py": "from ita_desktop.ui.a import A"}))


def test_what_is_imported_for_types_only_closes_no_circle(tmp_path: Path) -> None:
    types = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ita_desktop.ui import a"
    root = made_up(tmp_path, {"ui/a.py": "from ita_desktop.ui import b", "ui/b.py": types})
    order = file_order(root)
    assert order.index(f"{PROGRAM}.ui.b") < order.index(f"{PROGRAM}.ui.a")
