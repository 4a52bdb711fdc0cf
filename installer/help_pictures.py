"""The pictures of the help, made from the sample municipality: ``dev.py help-pictures [NAME …]``.

Makes resources/help/pictures/NAME.png (of all pictures when none is named; then pictures that no
scene makes any more are taken away) and prints what each weighs. Nothing is drawn by hand: a child
process opens the real window off screen at scale 2, on a fixed day (``installer.help_day``), with
folders and settings of its own, and the same state gives the same bytes on the same machine.

HOW TO ADD A PICTURE. A page has a module in ``installer/help_scenes`` named after it, listed in
that folder's ``__init__``. A picture is a ``Scene``: name ("risks-matrix", begins with the page's
id), a small function, and if wanted another window size or an empty file:

    def _matrix(stage: Stage) -> Shot:
        stage.turn_to(Tab.RISKS)                      # bring the window to a state
        page = stage.workspace.risks
        stage.press(stage.button("เพิ่ม"))             # press, stage.keys("F4"), stage.write("…")
        return Shot(
            [page.matrix],                            # grabbed: the rectangle around these widgets
            [Mark(page.bar, "left"),                  # ①, ② … in this order, on the real widgets
             Mark(stage.cell(page.table, 2, 1), "corner", framed=True)],
        )

    SCENES: Final = (Scene("risks-matrix", _matrix),)

- ``stage.find(QPushButton, "words")`` finds a seen widget by its words or its accessible name;
  ``stage.button``, ``stage.dialog()``, ``stage.tab(Tab.PLAN)``, ``stage.cell(view, row, column)``,
  ``stage.part(widget, height=200)`` (its upper part) and ``stage.entry(menu, "words")`` give spots.
- ``stage.open_menu(button)`` opens a menu that stays open; ``stage.open_below(menu, "words")`` one
  below it. Grab both: ``Shot([button, menu])``. Dialogs are drawn with a bar that has their title.
- A widget of a page that has no name of its own may be taken by its private name; such a module
  begins with ``# ruff: noqa: SLF001`` and ``# pyright: reportPrivateUsage=false``, as ``scores``.
- At most 860 logical pixels wide a picture is sharp; a wider one (the whole window) is made
  smaller: prefer parts, and for a whole window a ``size`` of about (1180, 720).
- A round that covers words is moved by ``side`` and ``shift``; two on each other are told.
- The text says ①②③ where the picture has 1, 2, 3: ![แท็บความเสี่ยง](pictures/risks-matrix.png)

Try one: ``dev.py help-pictures risks-matrix --out /tmp/x``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from installer.help_shot import Scene

ROOT: Final = Path(__file__).resolve().parent.parent
PICTURES: Final = ROOT / "resources" / "help" / "pictures"
MOST_BYTES: Final = 2_500_000
"""What all pictures together may weigh."""
_CHILD: Final = "--in-child"
_SCREEN: Final = {
    "screens": [
        {
            "name": "help",
            "x": 0,
            "y": 0,
            "width": 4000,
            "height": 3000,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
    ]
}


def make_pictures(names: Sequence[str], out: Path) -> list[dict[str, Any]]:
    """Make the named pictures (none: all) in a child process.

    Returns of each its ``name``, ``bytes``, ``size`` (pixels), the middles of its ``rounds`` and
    which of them are ``overlapping``.
    Raises subprocess.CalledProcessError where one could not be made; what is wrong was printed.
    """
    with tempfile.TemporaryDirectory(prefix="ita-help-") as temporary:
        home = Path(temporary)
        screen = home / "screen.json"
        screen.write_text(json.dumps(_SCREEN), "utf-8")
        for folder in ("config", "data", "state", "cache", "run"):
            (home / folder).mkdir(mode=0o700)
        environment = os.environ | {
            "HOME": str(home),
            "USERPROFILE": str(home),
            "APPDATA": str(home / "config"),
            "LOCALAPPDATA": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_RUNTIME_DIR": str(home / "run"),
            "LOGNAME": "สมหญิง",  # who the history says it was
            "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
            "QT_SCALE_FACTOR": "2",
            "PYTHONUTF8": "1",
        }
        command = [sys.executable, "-m", "installer.help_pictures", _CHILD, str(home)]
        answer = subprocess.run(
            [*command, "--out", str(out.resolve()), *names],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    return json.loads(answer.stdout)


def _play_all(names: Sequence[str], home: Path, out: Path) -> list[dict[str, Any]]:
    """Make pictures in this process, whose day and folders are its own."""
    from installer.help_day import fix_the_day  # noqa: PLC0415 - before anything of the program

    fix_the_day()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the day is fixed

    from installer.help_scenes import SCENES  # noqa: PLC0415 - as above
    from installer.help_stage import make_sample  # noqa: PLC0415 - as above
    from ita_desktop.app import start_qt  # noqa: PLC0415 - as above
    from ita_desktop.ui.backups import keeper  # noqa: PLC0415 - as above

    sys.argv = sys.argv[:1]
    start_qt()
    QApplication.setCursorFlashTime(0)  # a cursor is seen or not, the same each time
    known = {one.name: one for one in SCENES}
    if unknown := [name for name in names if name not in known]:
        raise SystemExit(f"no such picture: {', '.join(unknown)}; there are {', '.join(known)}")
    keeper.FIRST_LOOK_MS = keeper.INTERVAL_MS  # a scene is over by then, on a slow machine, too
    sample = home / "sample.ita"
    make_sample(sample)
    made: list[dict[str, Any]] = []
    for scene in [known[name] for name in names] or SCENES:
        folder = home / "scenes" / scene.name
        folder.mkdir(parents=True)
        made.append(_play(scene, folder, sample, out))
    return made


def _play(scene: "Scene", folder: Path, sample: Path, out: Path) -> dict[str, Any]:
    from installer.help_drawing import as_png, grab, overlapping  # noqa: PLC0415 - after the day is fixed
    from installer.help_stage import Stage  # noqa: PLC0415 - as above

    stage = Stage(scene, folder, sample)
    try:
        shot = scene.play(stage)
        stage.settle()
        stage.hide_folder()
        picture, middles = grab(shot)
        png = as_png(picture)
    except Exception:  # of whatever kind: it is raised again, with the scene it came in
        sys.stderr.write(f"{scene.name}:\n")
        raise
    finally:
        stage.close()
    (out / f"{scene.name}.png").write_bytes(png)
    return {
        "name": scene.name,
        "bytes": len(png),
        "size": [picture.width(), picture.height()],
        "rounds": [[middle.x(), middle.y()] for middle in middles],
        "overlapping": overlapping(middles),
    }


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks; return the code to exit with."""
    parser = argparse.ArgumentParser(
        prog="dev.py help-pictures", description="Pictures of the help."
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="of pictures; none: all")
    parser.add_argument("--out", type=Path, default=PICTURES, help="another folder")
    parser.add_argument(_CHILD, dest="home", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    if options.home is not None:
        json.dump(_play_all(options.names, options.home, options.out), sys.stdout)
        return 0
    try:
        made = make_pictures(options.names, options.out)
    except subprocess.CalledProcessError as fault:
        return fault.returncode
    if not options.names and options.out == PICTURES:  # nobody else puts files there
        current = {f"{one['name']}.png" for one in made}
        for old in options.out.glob("*.png"):
            if old.name not in current:
                old.unlink()
    for one in made:
        width, height = one["size"]
        print(f"{one['name']}.png  {width} x {height}  {one['bytes']:,} bytes")
        if one["overlapping"]:
            print(f"  rounds over others: {one['overlapping']}")
    total = sum(path.stat().st_size for path in options.out.glob("*.png"))
    print(f"together {total:,} bytes of at most {MOST_BYTES:,}")
    return int(total > MOST_BYTES or any(one["overlapping"] for one in made))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
