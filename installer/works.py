"""The works that stand in the bundle, and where the texts of their licences are."""

from dataclasses import dataclass
from pathlib import Path

from installer.left_out import SKIPPED_WHEELS

_COMMON = Path("/usr/share/common-licenses")
_PAPERS = Path("/usr/share/doc")
_KEPT = Path("installer/licence_texts")


@dataclass(frozen=True, slots=True)
class InWheel:
    """A file of a package: beside its metadata, or with ``inside`` among its modules."""

    package: str
    path: str
    inside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One work. ``texts`` are put one after another: files of wheels, of the system, of ours."""

    name: str
    """As the work calls itself; for a package of Python the name in the lock."""
    version: str = ""
    """Empty: the lock says it, and of our own work the program."""
    licence: str
    holder: str
    texts: tuple[InWheel | Path, ...]
    head: str = ""
    """What stands before the texts where they do not say whose they are."""
    source: str = ""
    """Where its unchanged source code is, for the works under the LGPL."""
    by_platform: bool = False
    """Whether the wheel for Windows has a text of its own."""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name.lower().replace(' ', '-')}.txt"


def _wheel(package: str, *paths: str) -> tuple[InWheel, ...]:
    return tuple(InWheel(package, path) for path in paths)


_PDFIUM = (
    *("pdfium-binaries", "pdfium", "SHARED/Apache-2.0", "abseil", "agg23"),
    *("all_except_musl/llvm-libc", "dragonbox-Apache2-LLVM", "dragonbox-Boost", "fast_float"),
    *("freetype", "harfbuzz", "highway", "icu", "lcms", "libopenjpeg", "libpng", "libtiff"),
    *("pbin_and_sbuild/brotli", "pbin_and_sbuild/libyuv", "simdutf", "zlib"),
)
_LGPL_3 = (_COMMON / "LGPL-3", _COMMON / "GPL-3")
_QT_COPYRIGHT = (
    "Copyright (C) The Qt Company Ltd. and other contributors.\n\n"
    "Used here under the GNU Lesser General Public License, version 3; that licence and the GNU\n"
    "General Public License, version 3, to which it refers, stand below."
)
_CODE_OF_QT = "https://code.qt.io/cgit"
_CODE_OF_THAI = "https://linux.thai.net/pub/thailinux/software/libthai"

WORKS = (
    Work(
        name="ITA Desktop",
        licence="MIT",
        holder="ITA Desktop contributors",
        texts=(Path("LICENSE"),),
    ),
    Work(
        name="CPython",
        version="3.12.9",
        licence="PSF-2.0",
        holder="Python Software Foundation and others",
        texts=(_KEPT / "cpython.txt",),
    ),
    Work(
        name="Qt",
        version="6.11.3",
        licence="LGPL-3.0-only",
        holder="The Qt Company and contributors",
        texts=(*_LGPL_3, _KEPT / "qt-third-party.txt"),
        head=f"Qt 6.11.3\n{_QT_COPYRIGHT}",
        source=f"{_CODE_OF_QT}/qt/qt5.git/tag/?h=v6.11.3",
    ),
    *(
        Work(
            name=name,
            licence="LGPL-3.0-only",
            holder="The Qt Company and contributors",
            texts=_LGPL_3,
            head=f"{name}\n{_QT_COPYRIGHT}",
            source=f"{_CODE_OF_QT}/pyside/pyside-setup.git/tag/?h=v6.11.3",
        )
        for name in ("pyside6-essentials", "shiboken6")
    ),
    Work(
        name="libthai",
        version="0.1.29",
        licence="LGPL-2.1-or-later",
        holder="Theppitak Karoonboonyanan and contributors",
        texts=(_PAPERS / "libthai0/copyright", _COMMON / "LGPL-2.1"),
        source=f"{_CODE_OF_THAI}/libthai-0.1.29.tar.xz",
    ),
    Work(
        name="libdatrie",
        version="0.2.13",
        licence="LGPL-2.1-or-later",
        holder="Theppitak Karoonboonyanan",
        texts=(_PAPERS / "libdatrie1/copyright", _COMMON / "LGPL-2.1"),
        source=f"{_CODE_OF_THAI}/libdatrie-0.2.13.tar.xz",
    ),
    Work(
        name="mingw-w64 runtime",
        version="10.0.0",
        licence="ZPL-2.1, public domain and others; GCC runtime exception",
        holder="The mingw-w64 project; Free Software Foundation",
        texts=(_PAPERS / "mingw-w64-common/copyright", _KEPT / "gcc-exception.txt"),
    ),
    Work(
        name="NSIS",
        version="3.08",
        licence="Zlib; parts bzip2, CPL-1.0 with exception",
        holder="NSIS contributors, Nullsoft, Amir Szekely, Joost Verburg and others",
        texts=(_PAPERS / "nsis/copyright",),
    ),
    Work(
        name="Sarabun",
        version="1.000",
        licence="OFL-1.1",
        holder="The Sarabun Project Authors",
        texts=(Path("resources/fonts/OFL.txt"),),
    ),
    Work(
        name="Lucide",
        version="1.62.0",
        licence="ISC; parts MIT",
        holder="Lucide Icons and contributors; Cole Bemis (Feather)",
        texts=(Path("resources/icons/LICENSE.txt"),),
    ),
    Work(
        name="click",
        licence="BSD-3-Clause",
        holder="Pallets",
        texts=_wheel("click", "licenses/LICENSE.txt"),
    ),
    Work(
        name="click-default-group",
        licence="BSD-3-Clause",
        holder="Heungsub Lee",
        texts=_wheel("click-default-group", "LICENSE"),
    ),
    Work(
        name="et-xmlfile",
        licence="MIT; parts PSF-2.0",
        holder="openpyxl",
        texts=_wheel("et-xmlfile", "LICENCE.rst", "AUTHORS.txt", "LICENCE.python"),
    ),
    Work(
        name="openpyxl",
        licence="MIT",
        holder="openpyxl",
        texts=_wheel("openpyxl", "LICENCE.rst"),
    ),
    Work(
        name="pillow",
        licence="MIT-CMU",
        holder="Secret Labs AB, Fredrik Lundh, Jeffrey A. Clark and contributors",
        texts=_wheel("pillow", "licenses/LICENSE"),
        by_platform=True,
    ),
    Work(
        name="pluggy",
        licence="MIT",
        holder="Holger Krekel",
        texts=_wheel("pluggy", "licenses/LICENSE"),
    ),
    Work(
        name="pypdfium2",
        licence="BSD-3-Clause, Apache-2.0; holds PDFium",
        holder="geisserml; The PDFium authors",
        texts=_wheel(
            "pypdfium2",
            "licenses/LICENSES/BSD-3-Clause.txt",
            "licenses/LICENSES/Apache-2.0.txt",
            *(f"licenses/BUILD_LICENSES/{name}.txt" for name in _PDFIUM),
            "licenses/BUILD_LICENSES/libjpeg_turbo.md",
            "licenses/BUILD_LICENSES/libjpeg_turbo.ijg",
        ),
    ),
    Work(
        name="pythainlp",
        licence="Apache-2.0; word lists CC0-1.0",
        holder="PyThaiNLP Project",
        texts=(
            InWheel("pythainlp", "licenses/LICENSE"),
            InWheel("pythainlp", "pythainlp/corpus/corpus_license.md", inside=True),
            _COMMON / "CC0-1.0",
        ),
    ),
    Work(
        name="python-dateutil",
        licence="BSD-3-Clause, Apache-2.0",
        holder="Gustavo Niemeyer, Paul Ganssle and contributors",
        texts=(
            *_wheel("python-dateutil", "licenses/LICENSE", "licenses/AUTHORS.md"),
            _COMMON / "Apache-2.0",
        ),
    ),
    Work(
        name="reportlab",
        licence="BSD-3-Clause",
        holder="ReportLab Inc.",
        texts=_wheel("reportlab", "licenses/LICENSE"),
    ),
    Work(
        name="sqlite-fts4",
        licence="Apache-2.0",
        holder="Simon Willison",
        texts=_wheel("sqlite-fts4", "LICENSE"),
    ),
    Work(
        name="sqlite-utils",
        licence="Apache-2.0",
        holder="Simon Willison",
        texts=_wheel("sqlite-utils", "licenses/LICENSE"),
    ),
    Work(
        name="tabulate",
        licence="MIT",
        holder="Sergey Astanin and contributors",
        texts=_wheel("tabulate", "licenses/LICENSE"),
    ),
    Work(
        name="tzdata",
        licence="Apache-2.0; data in the public domain",
        holder="Python Software Foundation; IANA",
        texts=_wheel("tzdata", "licenses/LICENSE", "licenses/licenses/LICENSE_APACHE"),
    ),
    Work(
        name="uharfbuzz",
        licence="Apache-2.0; holds HarfBuzz (MIT)",
        holder="The uharfbuzz and HarfBuzz authors",
        texts=(
            InWheel("uharfbuzz", "licenses/LICENSE"),
            InWheel("pypdfium2", "licenses/BUILD_LICENSES/harfbuzz.txt"),
        ),
    ),
)
"""Our own, then what is no package of Python, then the packages by their name."""
NOT_IN_THE_BUNDLE = frozenset(wheel.replace("_", "-") for wheel in SKIPPED_WHEELS)
"""What the lock names and the bundle leaves out."""
