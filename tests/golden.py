"""Golden papers: what stands where on a paper, kept in tests/reference and compared.

`RENEW_GOLDEN=1 python3 main.py test tests/desktop/papers -k kept` writes them anew, to be
read and looked at before they are kept.
"""

import json
import os
from pathlib import Path
from typing import Any

import pypdfium2
from paper import placed_of, strokes

_FOLDER = Path(__file__).parent / "reference"
_UNIT = 25.4 / 72 * 100
"""Hundredths of a millimetre in a point."""
TOLERANCE = 20
"""0.2 mm."""

Paper = list[dict[str, Any]]


def told(pdf: bytes) -> Paper:
    """Tell every page: its lines as [left, baseline, text] and drawings' edges, in 0.01 mm."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return [
        {
            "lines": [
                [round(x * _UNIT), round(y * _UNIT), text] for x, y, text in placed_of(pdf, page)
            ],
            "drawn": [[round(edge * _UNIT) for edge in box] for box, _ in strokes(pdf, page)],
        }
        for page in range(count)
    ]


def compare(name: str, pdf: bytes) -> list[str]:
    """Return how a paper differs from its golden one; with RENEW_GOLDEN keep it as golden."""
    found = told(pdf)
    file = _FOLDER / f"{name}.json"
    if os.environ.get("RENEW_GOLDEN"):
        file.write_text(_written(found), "utf-8")
    wanted: Paper = json.loads(file.read_text("utf-8"))
    if len(found) != len(wanted):
        return [f"{len(found)} pages, not {len(wanted)}"]
    differences = []
    for page, (one, other) in enumerate(zip(found, wanted, strict=True), 1):
        for kind in ("lines", "drawn"):
            differences += _differing(f"page {page}", one[kind], other[kind])
    return differences


def _differing(where: str, found: list[Any], wanted: list[Any]) -> list[str]:
    if len(found) != len(wanted):
        return [f"{where}: {len(found)} things, not {len(wanted)}"]
    return [
        f"{where}: {one}, not {other}"
        for one, other in zip(found, wanted, strict=True)
        if not _same(one, other)
    ]


def _same(one: list[Any], other: list[Any]) -> bool:
    return all(
        a == b if isinstance(a, str) else abs(a - b) <= TOLERANCE
        for a, b in zip(one, other, strict=True)
    )


def _written(paper: Paper) -> str:
    """Write a line of the file for a line of the paper, so that changes can be read."""
    pages = []
    for page in paper:
        parts = []
        for kind, things in page.items():
            rows = ",\n".join(f"   {json.dumps(one, ensure_ascii=False)}" for one in things)
            parts.append(f'  "{kind}": [\n{rows}\n  ]' if rows else f'  "{kind}": []')
        pages.append(" {\n" + ",\n".join(parts) + "\n }")
    return "[\n" + ",\n".join(pages) + "\n]\n"
