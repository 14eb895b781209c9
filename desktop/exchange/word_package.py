"""What a Word file says beside its text: paper, faces, styles, properties and its own marks."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle
from lxml import etree

from desktop.exchange.face import FACE
from desktop.exchange.word_marks import COMPLAINT, DRAFT, HEADING, KIND, held
from desktop.papers import measures as m
from desktop.rules.corrections import LetterMark

_ALSO = "TH Sarabun New,TH SarabunIT๙"
_FONTS = f"""<w:fonts {nsdecls("w")}><w:font w:name="{FACE}"><w:altName w:val="{_ALSO}"/>
<w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>"""
_TEXT = f"""<w:rPrDefault {nsdecls("w")}><w:rPr>
<w:rFonts w:ascii="{FACE}" w:hAnsi="{FACE}" w:eastAsia="{FACE}" w:cs="{FACE}"/>
<w:sz w:val="{m.BODY_SIZE * 2:.0f}"/><w:szCs w:val="{m.BODY_SIZE * 2:.0f}"/>
<w:lang w:val="th-TH" w:eastAsia="th-TH" w:bidi="th-TH"/></w:rPr></w:rPrDefault>"""
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_OFFICE = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What every property that a user may name is filed under."""
_WORD_2013 = "15"


def prepare(document: Document, top: float) -> None:
    """Give the file the regulation's paper, and nothing that the blank file said of itself."""
    section = document.sections[0]
    section.page_width, section.page_height = Pt(m.PAGE_WIDTH), Pt(m.PAGE_HEIGHT)
    section.left_margin, section.right_margin = Pt(m.LEFT), Pt(m.RIGHT)
    section.top_margin, section.bottom_margin = Pt(top), Pt(m.BOTTOM)
    section.different_first_page_header_footer = True
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:fmt"), "thaiNumbers")
    section._sectPr.find(qn("w:pgMar")).addnext(numbers)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:
        section._sectPr.remove(grid)
    settings = document.settings.element
    for one in settings.iter(qn("w:compatSetting")):
        if one.get(qn("w:name")) == "compatibilityMode":
            one.set(qn("w:val"), _WORD_2013)
    for one in settings.iter(qn("w:themeFontLang")):
        one.attrib.clear()
        one.set(qn("w:val"), "th-TH")
        one.set(qn("w:bidi"), "th-TH")
    package = document.part.package
    for key, related in list(package.rels.items()):
        if related.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    for related in document.part.rels.values():
        if related.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            related.target_part._blob = _FONTS.encode()


def dress(document: Document, names: Iterable[str]) -> None:
    """Set the face, size and language of all text, and make the styles of these names."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.replace(defaults.find(qn("w:rPrDefault")), parse_xml(_TEXT))
    plain = document.styles["Normal"]
    assert isinstance(plain, ParagraphStyle)
    plain.paragraph_format.space_after = Pt(0)
    plain.paragraph_format.line_spacing = Pt(m.LINE)
    for name in names:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = plain
        style.quick_style = True
        # In the style and not on its words, so that a heading typed anew looks like one.
        style.font.bold = style.font.cs_bold = True if name == HEADING else None


def describe(document: Document, title: str, author: str, made: date) -> None:
    """Say whose file it is; the day is the office's, not the computer's."""
    about = document.core_properties
    at = datetime.combine(made, time(), UTC)
    about.title, about.author, about.last_modified_by = held(title)[:255], held(author)[:255], ""
    about.comments, about.revision, about.language = "", 1, "th-TH"
    about.created = about.modified = at


def mark(document: Document, whose: LetterMark) -> None:
    """Write into the file's own properties whose draft it is."""
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VALUES})
    told = ((COMPLAINT, whose.complaint), (KIND, whose.kind.value), (DRAFT, whose.draft))
    for number, (name, value) in enumerate(told, 2):
        one = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_OFFICE, pid=str(number), name=name
        )
        etree.SubElement(one, f"{{{_VALUES}}}lpwstr").text = value
    package = document.part.package
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = PackagePart(PackURI("/docProps/custom.xml"), _TYPE, blob, package)
    package.relate_to(part, _RELATED)
