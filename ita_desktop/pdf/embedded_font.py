"""A font inside a PDF: drawn by glyph number, cut down to the glyphs that were used."""

import zlib
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfdoc

from ita_desktop.typesetting.faces import unreadable
from ita_desktop.typesetting.harfbuzz import Glyph, open_font

_SYMBOLIC = 4
_STEM = 80  # no viewer needs it where the font is embedded, but the descriptor must have it
_RANGES = 100  # entries a block of a character map may have


class EmbeddedFont:
    """One font file of a paper; ReportLab asks it for its objects when the paper is saved."""

    def __init__(self, file: Path, resource: str) -> None:
        self.file = file
        self.font = open_font(file)
        self.resource = resource
        self._used: dict[int, str] = {}
        self._seen: set[int] = set()
        self._kept: list[tuple[Glyph, ...]] = []  # so that no other tuple gets the number of one

    def use(self, glyphs: tuple[Glyph, ...]) -> None:
        """Remember glyphs as drawn, with the letters they stand for.

        Words are shaped once, so the same tuple comes again for each place where a word stands.
        """
        if id(glyphs) in self._seen:
            return
        self._seen.add(id(glyphs))
        self._kept.append(glyphs)
        for glyph in glyphs:
            if not self._used.get(glyph.id):
                self._used[glyph.id] = glyph.letters

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Put the font's objects into the paper; called by ReportLab.

        Raises ClerkError where the file turns out to be damaged.
        """
        paper: Any = doc  # its types are incomplete
        glyphs = dict(sorted(self._used.items()))
        try:
            data = self.font.subset(glyphs)
            box = [round(edge) for edge in self.font.box()]
            height_of_capitals = round(self.font.top("H"))
        except ValueError as error:
            raise unreadable(self.file.name) from error
        name = f"{_tag(data)}+{self.font.names().postscript}"
        file = _stream(data, Length1=len(data))
        ascender, descender = map(round, self.font.extents())
        descriptor = _dictionary(
            Type=_name("FontDescriptor"),
            FontName=_name(name),
            Flags=_SYMBOLIC,
            FontBBox=pdfdoc.PDFArray(box),
            ItalicAngle=0,
            Ascent=ascender,
            Descent=descender,
            CapHeight=height_of_capitals,
            StemV=_STEM,
            FontFile2=paper.Reference(file),
        )
        widths: list[Any] = []
        for glyph in glyphs:
            widths += [glyph, pdfdoc.PDFArray([round(self.font.width(glyph), 2)])]
        system = _dictionary(
            Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
        )
        descendant = _dictionary(
            Type=_name("Font"),
            Subtype=_name("CIDFontType2"),
            BaseFont=_name(name),
            CIDSystemInfo=system,
            FontDescriptor=paper.Reference(descriptor),
            DW=0,
            W=pdfdoc.PDFArray(widths),
            CIDToGIDMap=_name("Identity"),
        )
        whole = _dictionary(
            Type=_name("Font"),
            Subtype=_name("Type0"),
            BaseFont=_name(name),
            Encoding=_name("Identity-H"),
            DescendantFonts=pdfdoc.PDFArray([paper.Reference(descendant)]),
            ToUnicode=paper.Reference(_stream(_character_map(glyphs).encode("ascii"))),
        )
        of_all_pages = paper.idToObject["BasicFonts"]
        of_all_pages.dict[self.resource] = paper.Reference(whole)


def _tag(data: bytes) -> str:
    """Return the six capitals that mark a subset; the same glyphs give the same ones."""
    return "".join(chr(ord("A") + byte % 26) for byte in sha256(data).digest()[:6])


def _name(text: str) -> str:
    return pdfdoc.PDFName(text)


def _dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(entries)


def _stream(data: bytes, **entries: object) -> pdfdoc.PDFObject:
    packed = zlib.compress(data, 9)
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({**entries, "Filter": _name("FlateDecode")}), packed
    )


def _character_map(glyphs: dict[int, str]) -> str:
    """Return the map from glyphs to letters, for readers that do not know ActualText."""
    said = ((glyph, letters) for glyph, letters in glyphs.items() if letters)
    blocks: list[str] = []
    while block := list(islice(said, _RANGES)):
        pairs = (
            f"<{glyph:04X}> <{letters.encode('utf-16-be', 'replace').hex()}>"
            for glyph, letters in block
        )
        blocks.append("\n".join((f"{len(block)} beginbfchar", *pairs, "endbfchar")))
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <FFFF> endcodespacerange",
            *blocks,
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )
