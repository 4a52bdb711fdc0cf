#!/usr/bin/env python3
"""From a fresh machine to the window or the tests in one command; see ``python3 dev.py --help``.

Standard library only, Linux and Windows, Python 3.11 or newer. Every verb first sets up ``.venv``
from the locks in ``requirements/`` (and, on Debian, the few system packages that wheels do not
bring); a second call finds all that done and starts at once.
"""

import argparse
import hashlib
import importlib.util
import io
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What Qt loads from the system, on and off screen; the rest comes with the wheel. libthai gives Qt
# the breaks between Thai words.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libthai.so.0": "libthai0",
}
# What tests look at papers with; they skip where it is absent.
TEST_PROGRAMS = {"pdftotext": "poppler-utils", "soffice": "libreoffice-calc-nogui"}

# What the Windows set-up is made with and tried under.
INSTALLER_PROGRAMS = {
    "makensis": ("nsis",),
    "osslsigncode": ("osslsigncode",),
    "x86_64-w64-mingw32-gcc": ("gcc-mingw-w64-x86-64",),
    "wine": ("wine", "wine64"),
}

# Without its pyvenv.cfg the Python of an environment is the system's own: not to be installed into.
VENV_TRIAL = "import pip, sys; print(sys.version); sys.exit(sys.prefix == sys.base_prefix)"
SCREEN_TRIAL = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


class SetUpError(Exception):
    """The set-up cannot go on; the text says what to do."""


def say(text: str) -> None:
    """Print one line at once, also where the next thing printed comes from another program."""
    print(text, flush=True)


def call(command: list[str], **environment: str) -> int:
    """Run a program in the checkout with these variables added; return what it exits with."""
    try:
        code = subprocess.run(
            command, cwd=ROOT, env=os.environ | environment, check=False
        ).returncode
    except KeyboardInterrupt:
        return 130
    return code if code >= 0 else 128 - code  # ended by a signal: as a shell tells it


# System packages (Debian and its children) -------------------------------------------------------


def missing_libraries(listing: str) -> list[str]:
    """Return the packages of those Qt libraries that ``ldconfig -p`` does not list."""
    return [package for soname, package in QT_LIBRARIES.items() if soname not in listing]


def missing_packages(verb: str) -> list[str]:
    """Return the Debian packages that this verb wants and this machine lacks."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return []
    packages: list[str] = []
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if verb != "lint":
        ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
        listing = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=True)
        packages += missing_libraries(listing.stdout)
    if verb == "test":
        packages += [name for program, name in TEST_PROGRAMS.items() if not shutil.which(program)]
    if verb == "installer":
        for program, names in INSTALLER_PROGRAMS.items():
            packages += [] if shutil.which(program) else names
    return packages


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root; otherwise, or where that fails, print the line to run.

    Never an error by itself: what can be done without them is done.
    """
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if sys.platform == "linux" and os.geteuid() == 0:
        say(f"Installing system packages, once: {' '.join(packages)}")
        patient = ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
        for command in (["apt-get", "update"], install):
            if call([*command, *patient], DEBIAN_FRONTEND="noninteractive") != 0:
                break
        else:
            return
    say(f"System packages are missing. Please run: sudo {shlex.join(install)}")


# The environment of Python packages --------------------------------------------------------------


def venv_version() -> str | None:
    """Return the version of the Python in ``.venv``; None where there is none that works."""
    if not PYTHON.exists():
        return None
    trial = [str(PYTHON), "-I", "-c", VENV_TRIAL]
    try:
        answer = subprocess.run(trial, capture_output=True, text=True, check=False)
    except OSError:  # not a program at all
        return None
    return answer.stdout if answer.returncode == 0 else None


def lock_file(name: str) -> Path:
    """Return the lock of that name, ``runtime`` or ``dev``."""
    return ROOT / "requirements" / f"{name}.txt"


def fingerprint(name: str, version: str) -> str:
    """Return what the stamp of a lock holds when it is installed for this Python."""
    return hashlib.sha256(lock_file(name).read_bytes() + version.encode()).hexdigest()


def stamp_file(name: str) -> Path:
    """Return where it is remembered that a lock is installed."""
    return VENV / f"installed-{name}"


def is_installed(name: str, version: str) -> bool:
    """Say whether this very lock is installed for this Python."""
    stamp = stamp_file(name)
    return stamp.exists() and stamp.read_text("ascii") == fingerprint(name, version)


def make_venv() -> str:
    """Make ``.venv`` anew, whatever was there; return the version of its Python."""
    say(f"Making {VENV.name} with Python {sys.version.split()[0]}")
    if call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise SetUpError(f"{VENV} could not be made; the reason stands above.")
    version = venv_version()
    if version is None:
        raise SetUpError(f"The Python in {VENV} does not run; please delete the folder.")
    return version


def set_up_venv(name: str) -> None:
    """Bring ``.venv`` to what the lock says; does nothing when it is.

    A mark stands in the folder while it is being changed: an environment whose set-up was cut off
    may hold half a package that pip takes for whole, so it is made anew.
    """
    unfinished = VENV / "unfinished"
    version = None if unfinished.exists() else venv_version()
    if version is None:
        version = make_venv()
    if is_installed(name, version):
        return
    unfinished.touch()
    for stamp in VENV.glob("installed-*"):
        stamp.unlink()
    say(f"Installing requirements/{name}.txt, once")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if call([*pip, "--only-binary=:all:", "--require-hashes", "-r", str(lock_file(name))]) != 0:
        raise SetUpError("The Python packages could not be installed; pip says why above.")
    # The lock of the developer holds all of the program's.
    for held in ("runtime", "dev") if name == "dev" else ("runtime",):
        stamp_file(held).write_text(fingerprint(held, version), "ascii")
    unfinished.unlink()


def set_up(verb: str) -> None:
    """Set up all that a verb needs; raises SetUpError when it cannot be done."""
    packages = missing_packages(verb)
    if packages:
        install_packages(packages)
    set_up_venv("dev" if verb in {"test", "lint"} else "runtime")


# The verbs ---------------------------------------------------------------------------------------


def has_screen() -> bool:
    """Say whether a window can be opened here; on Linux by asking Qt, which knows best."""
    if sys.platform != "linux":
        return True
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return False
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    trial = [str(PYTHON), "-c", SCREEN_TRIAL]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def compile_program() -> None:
    """Compile the program's modules, as an installed one is; also where Python is told not to."""
    call([str(PYTHON), "-m", "compileall", "-q", "ita_desktop"])


def run() -> int:
    """Open the window on the sample municipality, or print it where there is no screen."""
    compile_program()
    demo = [str(PYTHON), "-m", "ita_desktop", "demo"]
    if has_screen():
        say("กำลังเปิดหน้าต่างด้วยข้อมูลเทศบาลตัวอย่าง")
        return call(demo)
    say("เครื่องนี้ไม่มีจอภาพ จึงพิมพ์เอกสารของเทศบาลตัวอย่างและภาพทุกแท็บลงในโฟลเดอร์ out แทน")
    return call([*demo, "--out", "out"], QT_QPA_PLATFORM="offscreen")


def test(*, slow: bool, arguments: list[str]) -> int:
    """Run the tests on every core; what is not for dev.py goes to pytest as it is.

    Of an option given twice pytest takes the later: ``-n 0`` among the arguments runs them in one
    process. Decision 0020. Some three hundred tests start the program as a process of its own: it
    is compiled once for them all.
    """
    compile_program()
    choice = ["--hypothesis-profile=slow"] if slow else ["-m", "not slow"]
    cores = ["-n", "auto", "--dist", "worksteal"]
    return call([str(PYTHON), "-m", "pytest", *cores, *choice, *arguments])


def lint() -> int:
    """Run all three examinations, also after a failed one; return the first failure."""
    ruff = [str(PYTHON), "-m", "ruff"]
    codes = [
        call([*ruff, "check", "."]),
        call([*ruff, "format", "--check", "."]),
        call([str(PYTHON), "-m", "basedpyright", "--pythonpath", str(PYTHON)]),
    ]
    return next((code for code in codes if code), 0)


def bench(*, as_json: bool) -> int:
    """Measure the program against yardsticks of this machine; 1 when over a limit."""
    compile_program()
    command = [str(PYTHON), "-m", "bench", *(["--json"] if as_json else [])]
    return call(command, QT_QPA_PLATFORM="offscreen")


def help_pictures(names: list[str], out: Path | None) -> int:
    """Make the pictures of the help anew, all or those named; 1 where they weigh too much."""
    compile_program()
    command = [str(PYTHON), "-m", "installer.help_pictures", *names]
    return call([*command, *(["--out", str(out.resolve())] if out else [])])


def installer(arguments: list[str]) -> int:
    """Make the Windows set-up, or try it; what the verb is told goes to it as it is."""
    compile_program()
    return call([str(PYTHON), "-m", "installer", *arguments])


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="dev.py", description="ITA Desktop from a fresh machine.")
    verbs = top.add_subparsers(
        dest="verb", required=True, metavar="run|test|lint|bench|installer|help-pictures"
    )
    verbs.add_parser("run", help="the window on the sample municipality (no screen: into out/)")
    testing = verbs.add_parser(
        "test", help="the tests; further arguments go to pytest, -n 0: one by one"
    )
    testing.add_argument("--slow", action="store_true", help="the long ones too")
    verbs.add_parser("lint", help="ruff and basedpyright")
    benching = verbs.add_parser("bench", help="start-up and printing, as ratios of this machine")
    benching.add_argument("--json", action="store_true", help="figures for a program")
    verbs.add_parser(
        "installer", add_help=False, help="the Windows set-up into dist/; --try: tried under Wine"
    )
    picturing = verbs.add_parser("help-pictures", help="the pictures of the help, from the sample")
    picturing.add_argument("names", nargs="*", metavar="NAME", help="of pictures; none: all")
    picturing.add_argument("--out", type=Path, help="another folder")
    return top


def do(choice: argparse.Namespace, rest: list[str]) -> int:
    """Do the chosen verb, for which all is set up; ``rest`` is what dev.py does not know."""
    match choice.verb:
        case "run":
            return run()
        case "test":
            return test(slow=choice.slow, arguments=rest)
        case "lint":
            return lint()
        case "bench":
            return bench(as_json=choice.json)
        case "help-pictures":
            return help_pictures(choice.names, choice.out)
        case _:
            return installer(rest)


def main(arguments: list[str]) -> int:
    """Do one verb; return the code to exit with."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.version_info < (3, 11):  # noqa: UP036 - dev.py is the first thing an older Python meets
        say("ITA Desktop needs Python 3.11 or newer; this is " + sys.version.split()[0])
        return 1
    choice, rest = parser().parse_known_args(arguments)
    if rest and choice.verb not in {"test", "installer"}:
        parser().error(f"not understood: {' '.join(rest)}")
    # To be told what the installer knows nobody needs Wine.
    told_only = choice.verb == "installer" and not {"-h", "--help"}.isdisjoint(rest)
    try:
        set_up("run" if told_only else choice.verb)
    except SetUpError as error:
        say(str(error))
        return 1
    return do(choice, rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
