"""Where the set-up is made from and into."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "installer"
RUNTIME_LOCK = ROOT / "requirements" / "runtime.txt"
CPYTHON_LOCK = HERE / "cpython.txt"
CPYTHON_BUILD_LOCK = HERE / "cpython_build.txt"
CPYTHON_LIST = HERE / "cpython.sha256"

BUILD = ROOT / "build" / "installer"
INPUTS = BUILD / "inputs"
BUNDLE = BUILD / "bundle"
DIST = ROOT / "dist"
