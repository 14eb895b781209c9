"""The faces of official paper: Thai shaping with a text layer that reads as it was typed."""

import logging
import os
import re
import struct
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from threading import RLock
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFError, TTFont

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


Place = tuple[int, float, float, float, float]
"""Where a glyph goes: its letters' place in the text, then lengths in 1/1000 em: how far it moves
the pen, how far right of and above the pen it stands, and its own width, by which readers go on.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A shaped piece of text: glyph codes, their places, and the width in 1/1000 em."""

    codes: str
    places: tuple[Place, ...]
    width: float


class ThaiFont(TTFont):  # type: ignore[misc]
    """A TrueType face whose substituted glyphs still carry the text they stand for.

    Several threads may set text in it at once.
    """

    def __init__(self, name: str, file: Path) -> None:
        super().__init__(name, str(file), shapable=True)
        self._codes: dict[tuple[int, str], tuple[str, float]] = {}
        self._text: dict[int, str] = {}
        self._next = _PRIVATE
        self._one_at_a_time = RLock()
        self._shaper = hb.Font(self.hbFace)
        self._scale = 1000.0 / self.face.unitsPerEm
        known = self.face.charToGlyph
        self._nikhahit, self._sara_aa, self._sara_am = (
            known.get(ord(char)) for char in (_NIKHAHIT, _SARA_AA, _SARA_AM)
        )
        self._seen = re.compile(f"[{''.join(_ranges(known))}]*")
        self.run: Callable[[str], Run] = lru_cache(500)(self._run)

    def knows(self, text: str) -> bool:
        """Tell whether every character of a text can be seen in this face, or is a blank of it."""
        return self._seen.fullmatch(text) is not None

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
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        clusters = [info.cluster for info in infos]
        glyphs = [info.codepoint for info in infos]
        parts: Sequence[str] = text
        if clusters != list(range(len(text))):
            glyphs, positions, parts, clusters = self._parted(text, glyphs, positions, clusters)
        scale, known = self._scale, self._codes
        codes: list[str] = []
        places: list[Place] = []
        total = 0.0
        for glyph, at, part, cluster in zip(glyphs, positions, parts, clusters, strict=True):
            code, width = known.get((glyph, part)) or self._code(glyph, part)
            codes.append(code)
            advance = at.x_advance * scale
            total += advance
            places.append((cluster, advance, at.x_offset * scale, at.y_offset * scale, width))
        return Run("".join(codes), tuple(places), total)

    def _parted(
        self, text: str, glyphs: list[int], positions: list[Any], clusters: list[int]
    ) -> tuple[list[int], list[Any], list[str], list[int]]:
        """Return the glyphs that will be drawn, and which part of the text each stands for."""
        drawn: list[int] = []
        places: list[Any] = []
        parts: list[str] = []
        begins: list[int] = []
        start = 0
        while start < len(glyphs):
            cluster = clusters[start]
            end = start
            while end < len(glyphs) and clusters[end] == cluster:
                end += 1
            chars = text[cluster : clusters[end] if end < len(glyphs) else len(text)]
            kept, stands = self._cluster(chars, glyphs[start:end])
            drawn += kept
            places += positions[end - len(kept) : end]
            parts += stands
            begins += [cluster] * len(kept)
            start = end
        return drawn, places, parts, begins

    def _cluster(self, chars: str, glyphs: list[int]) -> tuple[list[int], list[str]]:
        """Give each glyph of a cluster the part of the text it stands for."""
        count = len(glyphs)
        if count == len(chars) + 1 and chars.endswith(_SARA_AM):
            split_am = glyphs[0] == self._nikhahit and glyphs[-1] == self._sara_aa
            if split_am and self._sara_am:
                # HarfBuzz parted sara am; the face's own glyph looks the same and is one letter.
                return [*glyphs[1:-1], self._sara_am], list(chars)
            return glyphs, [_NIKHAHIT, *chars[:-1], _SARA_AA]
        if count >= len(chars):
            return glyphs, [*chars, *["\u200c"] * (count - len(chars))]
        return glyphs, [*chars[: count - 1], chars[count - 1 :]]

    def _code(self, glyph: int, text: str) -> tuple[str, float]:
        """Return the code by which a glyph is written where it stands for a text, and its width."""
        face, code = self.face, ord(text) if len(text) == 1 else 0
        if not code or face.charToGlyph.get(code) != glyph:
            code = self._next
            self._next += 1
            face.charToGlyph[code] = glyph
            face.charWidths[code] = face._pdfScale(face.hmetrics[glyph][0])
            self._text[code] = text
        told = self._codes[glyph, text] = (chr(code), face.charWidths[code])
        return told

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


def _ranges(known: Iterable[int]) -> Iterator[str]:
    """Yield, as ranges of a pattern, the characters that can be seen, or are a blank."""
    seen = (code for code in sorted(known) if unicodedata.category(chr(code)) not in _UNSEEN)
    for _, run in groupby(enumerate(seen), lambda placed: placed[1] - placed[0]):
        codes = [code for _, code in run]
        yield f"{re.escape(chr(codes[0]))}-{re.escape(chr(codes[-1]))}"


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
