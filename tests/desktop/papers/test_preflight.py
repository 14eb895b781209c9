"""Every paper judged by a program that did not make it: Apache PDFBox Preflight.

It knows the first part of ISO 19005 only, of which ours is the second: what it finds must be just
that. Debian has it as libpdfbox2-java, with libjaxb-api-java and libactivation-java beside it.
"""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from paper_specimens import SPECIMENS

from desktop.papers.fonts import open_faces
from desktop.papers.words import Words

_JARS = Path("/usr/share/java")
_NEEDED = (
    *("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging"),
    *("jaxb-api", "javax.activation"),
)
OF_PART_TWO = {
    "7.11.1": "conformance U is of the second part",
    "7.11.2": "so is the part's own number",
    "2.1.6": "and a colour profile of version 4",
}
_PATIENCE = 120


@pytest.fixture(scope="module")
def judge() -> list[str]:
    """Return the command that judges PDFs."""
    java = shutil.which("java")
    jars = [_JARS / f"{name}.jar" for name in _NEEDED]
    missing = [jar.name for jar in jars if not jar.exists()]
    if java is None or missing:
        pytest.skip(f"no PDFBox Preflight here: {missing or 'no java'}")
    classes = ":".join(map(str, jars))
    return [java, "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group"]


def judged(judge: list[str], papers: dict[str, bytes], folder: Path) -> dict[str, set[str]]:
    """Return the codes of what was found in each paper."""
    files = [folder / f"{name}.pdf" for name in papers]
    for file, pdf in zip(files, papers.values(), strict=True):
        file.write_bytes(pdf)
    listed = folder / "papers.txt"
    listed.write_text("\n".join(map(str, files)), "utf-8")
    done = subprocess.run(  # noqa: S603 - the tool that was found
        [*judge, str(listed)], capture_output=True, timeout=_PATIENCE, check=False, cwd=folder
    )
    told = folder / "papers.txt.preflight.xml"
    assert told.exists(), done.stderr[-2000:]
    tree = ET.parse(told)  # noqa: S314 - written just now
    return {
        one.attrib["name"].removesuffix(".pdf"): {code.text or "" for code in one.iter("code")}
        for one in tree.iter("preflight")
    }


@pytest.mark.slow
def test_another_program_finds_nothing_that_keeps_papers_from_the_archive(
    judge: list[str], tmp_path: Path
) -> None:
    faces, words = open_faces(), Words()
    papers = {name: one.press(one.facts, faces, words) for name, one in SPECIMENS.items()}
    found = judged(judge, papers, tmp_path)
    assert set(found) == set(papers)
    assert {name: codes - set(OF_PART_TWO) for name, codes in found.items()} == {
        name: set() for name in papers
    }


@pytest.mark.slow
def test_it_finds_what_does_keep_one_from_it(judge: list[str], tmp_path: Path) -> None:
    one = SPECIMENS["road"]
    pdf = one.press(one.facts, open_faces(), Words())
    spoiled = pdf.replace(b"/FontFile2", b"/FontFile9").replace(
        b"/OutputIntents", b"/OutputIntentz"
    )
    (codes,) = judged(judge, {"road": spoiled}, tmp_path).values()
    assert codes - set(OF_PART_TWO)
