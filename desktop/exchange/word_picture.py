"""The office's emblem on a Word page, at its place on the sheet."""

from io import BytesIO
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from desktop.papers import measures as m

_ANCHOR = """<wp:anchor {names} distT="0" distB="0" distL="0" distR="0" simplePos="0"
 relativeHeight="1" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{left}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>
<wp:wrapNone/></wp:anchor>"""


def emblem(beside: Paragraph, image: bytes, height: float, left: float | None = None) -> None:
    """Draw the emblem so high behind the text, at `left` of the sheet or in its middle."""
    shape = beside.add_run().add_picture(BytesIO(image), height=Pt(height))
    inline: Any = shape._inline
    x = int(Pt(m.PAGE_WIDTH) - shape.width) // 2 if left is None else int(Pt(left))
    text = _ANCHOR.format(names=nsdecls("wp"), left=x, top=int(Pt(m.GARUDA_TOP)))
    anchor: Any = parse_xml(text)
    extent, *others = list(inline)
    # The order of an anchor's parts is fixed: size, wrapping, then what is drawn.
    anchor.insert(3, extent)
    anchor.extend(others)
    inline.getparent().replace(inline, anchor)
