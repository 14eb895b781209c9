"""The faces of official paper: Thai shaping with a text layer that reads as it was typed."""

import logging
import os
import struct
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, ShapeData, TTFError, TTFont

import resources

_log = logging.getLogger(__name__)

_SARA_AM, _NIKHAHIT, _SARA_AA = "\u0e33", "\u0e4d", "\u0e32"
_FEATURES = {"kern": True, "liga": True, "ccmp": True}
_PRIVATE = 0xF0000
"""Codes for glyphs without a character of their own; beyond any font's own private ones."""
_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
"""Kinds of characters that steer, hide or mean nothing, whatever glyph a face has for them."""
MISSING = "◊"
"""Stands visibly for what no face of ours can show."""


@dataclass(frozen=True, slots=True)
class Run:
    """A shaped piece of text: glyph codes, their places, and the width in 1/1000 em."""

    codes: str
    places: tuple[Any, ...]
    width: float


class ThaiFont(TTFont):  # type: ignore[misc]
    """A TrueType face whose substituted glyphs still carry the text they stand for.

    Several threads may set text in it at once.
    """

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file), shapable=True)
        self._codes: dict[tuple[int, str], str] = {}
        self._text: dict[int, str] = {}
        self._next = _PRIVATE
        self._one_at_a_time = RLock()
        self._shaper = hb.Font(self.hbFace)
        self._scale = 1000.0 / self.face.unitsPerEm
        known = self.face.charToGlyph
        self._nikhahit, self._sara_aa, self._sara_am = (
            known.get(ord(char)) for char in (_NIKHAHIT, _SARA_AA, _SARA_AM)
        )
        self._characters = frozenset(
            char for char in map(chr, known) if unicodedata.category(char) not in _UNSEEN
        )
        self.run: Callable[[str], Run] = lru_cache(8_000)(self._run)

    def knows(self, text: str) -> bool:
        """Tell whether every character of a text can be seen in this face, or is a blank of it."""
        return self._characters.issuperset(text)

    def printed(self, text: str) -> str:
        """Return the form in which a text is printed, a character for a character.

        Every blank the face has no glyph for, and every line's end, becomes a space; every other
        character that cannot be seen becomes ◊. Broken into lines it loses the blanks at their
        beginnings and ends, and gains nothing: no hyphen, no joiner. Nothing in it is obeyed.
        """
        if self.knows(text):
            return text
        missing = MISSING if self.knows(MISSING) else "×"
        return "".join(
            char if self.knows(char) else " " if char.isspace() else missing for char in text
        )

    def width(self, text: str) -> float:
        """Return the width of a text in 1/1000 em."""
        return self.run(text).width

    def _run(self, text: str) -> Run:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        # Letters of scripts that run leftwards stay in the order they were typed in.
        buffer.direction = "ltr"
        with self._one_at_a_time:
            hb.shape(self._shaper, buffer, _FEATURES)
            return self._placed(text, buffer)

    def _placed(self, text: str, buffer: hb.Buffer) -> Run:
        """Return shaped glyphs with the text each stands for."""
        glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        codes: list[str] = []
        places: list[Any] = []
        start = 0
        while start < len(glyphs):
            cluster = glyphs[start][0].cluster
            end = start
            while end < len(glyphs) and glyphs[end][0].cluster == cluster:
                end += 1
            beyond = glyphs[end][0].cluster if end < len(glyphs) else len(text)
            self._cluster(text[cluster:beyond], cluster, glyphs[start:end], codes, places)
            start = end
        return Run("".join(codes), tuple(places), sum(place.x_advance for place in places))

    def _cluster(
        self, chars: str, cluster: int, glyphs: list[Any], codes: list[str], places: list[Any]
    ) -> None:
        """Give each glyph of a cluster the part of the text it stands for."""
        drawn = [(info.codepoint, position) for info, position in glyphs]
        count = len(drawn)
        if count == len(chars) + 1 and chars.endswith(_SARA_AM):
            split_am = drawn[0][0] == self._nikhahit and drawn[-1][0] == self._sara_aa
            if split_am and self._sara_am:
                # HarfBuzz parted sara am; the face's own glyph looks the same and is one letter.
                drawn = [*drawn[1:-1], (self._sara_am, drawn[-1][1])]
                parts = list(chars)
            else:
                parts = [_NIKHAHIT, *chars[:-1], _SARA_AA]
        elif count >= len(chars):
            parts = [*chars, *["\u200c"] * (count - len(chars))]
        else:
            parts = [*chars[: count - 1], chars[count - 1 :]]
        scale = self._scale
        for (glyph, at), part in zip(drawn, parts, strict=True):
            code = self._code(glyph, part)
            codes.append(code)
            places.append(
                ShapeData(
                    cluster,
                    at.x_advance * scale,
                    at.y_advance * scale,
                    at.x_offset * scale,
                    at.y_offset * scale,
                    self.face.charWidths[ord(code)],
                )
            )

    def _code(self, glyph: int, text: str) -> str:
        face = self.face
        if len(text) == 1 and face.charToGlyph.get(ord(text)) == glyph:
            return text
        key = (glyph, text)
        if key not in self._codes:
            code = self._next
            self._next += 1
            face.charToGlyph[code] = glyph
            face.charWidths[code] = face._pdfScale(face.hmetrics[glyph][0])
            self._text[code] = text
            self._codes[key] = chr(code)
        return self._codes[key]

    def addObjects(self, document: Any) -> None:
        """Write the face into a document, with the true text of every glyph."""
        subsets = [list(subset) for subset in self.state[document].subsets]
        # The face reads its file from a place that all documents share.
        with self._one_at_a_time:
            super().addObjects(document)
        for number, subset in enumerate(subsets):
            parts = (SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)
            name = b"".join(parts).decode("pdfdoc")
            document.idToObject["toUnicodeCMap:" + name].content = self._text_map(name, subset)

    def _text_map(self, name: str, subset: list[int]) -> str:
        rows = []
        for index, code in enumerate(subset):
            if index and code == 0:
                continue
            text = self._text.get(code, chr(code) if code else "\ufffd")
            rows.append(f"<{index:02X}> <{text.encode('utf-16-be').hex().upper()}>")
        blocks = []
        for start in range(0, len(rows), 100):
            part = rows[start : start + 100]
            blocks.append(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar")
        return "\n".join(
            [
                "/CIDInit /ProcSet findresource begin",
                "12 dict begin",
                "begincmap",
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
                f"/CMapName /{name} def",
                "/CMapType 2 def",
                "1 begincodespacerange",
                "<00> <FF>",
                "endcodespacerange",
                *blocks,
                "endcmap",
                "CMapName currentdict /CMap defineresource pop",
                "end",
                "end",
            ]
        )


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces a paper is set in, and the size that equals 16 pt of TH Sarabun New."""

    regular: ThaiFont
    bold: ThaiFont
    scale: float

    def size(self, points: float) -> float:
        """Return the size at which these faces are as large as TH Sarabun New at `points`."""
        return points * self.scale


_MEASURE = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา ที่ ๐๐๑๗/๒๕๖๙ เรื่อง การร้องเรียน"
_MEASURE_EM = 20.486
"""Width of that line in TH Sarabun New, in em."""

_INSTALLED = (
    ("THSarabunNew.ttf", "THSarabunNew Bold.ttf"),
    ("THSarabunNew.ttf", "THSarabunNew-Bold.ttf"),
    ("THSarabun.ttf", "THSarabun Bold.ttf"),
    ("THSarabunPSK.ttf", "THSarabunPSK-Bold.ttf"),
    ("THSarabunIT๙.ttf", "THSarabunIT๙ Bold.ttf"),
)


def font_folders() -> tuple[Path, ...]:
    """List the folders in which systems keep fonts."""
    home = Path.home()
    windows = os.environ.get("WINDIR", "C:/Windows")
    return (
        Path(windows) / "Fonts",
        home / "AppData/Local/Microsoft/Windows/Fonts",
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


def installed_files(folders: Sequence[Path]) -> tuple[Path, Path] | None:
    """Find the office's own TH Sarabun, regular and bold, if the computer has it."""
    for folder in folders:
        if not folder.is_dir():
            continue
        by_name = {file.name.lower(): file for file in folder.rglob("*.[tT][tT][fF]")}
        for regular, bold in _INSTALLED:
            if regular.lower() in by_name and bold.lower() in by_name:
                return by_name[regular.lower()], by_name[bold.lower()]
    return None


def open_faces(files: tuple[Path, Path] | None = None) -> Faces:
    """Open the faces of a pair of files, or those that come with the program.

    The shipped Sarabun is drawn half again as large and a weight heavier: Light and SemiBold at
    two thirds of the size look like the regulation's face.
    """
    shipped = (
        resources.path("fonts", "Sarabun-Light.ttf"),
        resources.path("fonts", "Sarabun-SemiBold.ttf"),
    )
    chosen = files or shipped
    regular, bold = (_registered(file) for file in chosen)
    return Faces(regular, bold, _MEASURE_EM * 1000 / regular.width(_MEASURE))


@lru_cache(maxsize=1)
def office_faces() -> Faces:
    """Open the faces for this computer: its own TH Sarabun before ours."""
    return best_faces(font_folders())


def best_faces(folders: Sequence[Path]) -> Faces:
    """Open the TH Sarabun of these folders, or ours where there is none that can be used."""
    own = installed_files(folders)
    if own is not None:
        try:
            faces = open_faces(own)
            for font in (faces.regular, faces.bold):
                _prove(font)
        except (TTFError, OSError, struct.error, LookupError, ValueError) as fault:
            # A damaged font of the system must not stop a letter; ours prints the same.
            _log.warning("%s cannot be used: %r", own[0].name, fault)
        else:
            return faces
    return open_faces()


def _prove(font: ThaiFont) -> None:
    """Raise unless the face has the letters of a paper and can be put into one."""
    lacking = [char for char in _MEASURE if not font.knows(char)]
    if lacking:
        raise ValueError(f"no {lacking[0]!r}")
    font.face.makeSubset([0, *(ord(char) for char in sorted(set(_MEASURE)))])


@lru_cache(maxsize=16)
def _registered(file: Path) -> ThaiFont:
    font = ThaiFont(f"{file.stem}-{len(pdfmetrics.getRegisteredFontNames())}", file)
    pdfmetrics.registerFont(font)
    return font
