"""Every paper that can be printed has a golden one: a new paper without one fails here."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

from every_paper import renderers
from made_up_papers import PAPERS

from desktop import paper_orders
from desktop.paper_orders import EnvelopeSize, PaperOrder, SlipPaper
from desktop.rules.books import OfficeBook
from desktop.rules.letters import LetterKind

KEPT = {file.stem for file in (Path(__file__).parents[2] / "reference").glob("*.json")}
_COPIES = ("letter-copy", "letter-certified-copy", "letter-file-copy")
_ENVELOPES = tuple(f"envelope-{size.value}" for size in EnvelopeSize)
_SLIPS = tuple(f"slip-{paper.value}" for paper in SlipPaper)
_BOOKS = tuple(f"book-{book.value}" for book in OfficeBook)
_CALIBRATIONS = ("calibration-letter", "calibration-memo", "calibration-envelope_dl")
BY_RENDERER: Mapping[str, Sequence[str]] = {
    "render_letters": ("letter-acknowledgement", "letter-three-pages", "letter-to-a-monk"),
    "render_stamped": ("letter-chosen-stamped-reminder", "letter-chosen-stamped-circular"),
    "render_memo": ("memo", "letter-memo", "letter-chosen-secret-memo"),
    "render_order": ("letter-committee",),
    "render_statement": ("statement", "statement-long-secret"),
    "render_summary": ("summary",),
    "render_copy": _COPIES,
    "render_petition": ("petition-1", "petition-2"),
    "render_slip": _SLIPS,
    "render_envelopes": _ENVELOPES,
    "render_labels": ("labels",),
    "render_stamp": ("receipt-stamp",),
    "render_poster": ("poster",),
    "render_road": ("road",),
    "render_standards": ("standards", "standards-own"),
    "render_explanation": ("explanation",),
    "render_journal_head": ("journal-head",),
    "render_sla_report": ("sla-report",),
    "render_calibration": _CALIBRATIONS,
    "render_check_sheet": ("check_sheet",),
    "render_post": ("day-post",),
    "render_book": _BOOKS,
    "render_office_book": _BOOKS,
}
BY_ORDER: Mapping[type, Sequence[str]] = {
    paper_orders.SlipOrder: _SLIPS,
    paper_orders.PetitionOrder: BY_RENDERER["render_petition"],
    paper_orders.EnvelopeOrder: _ENVELOPES,
    paper_orders.LabelsOrder: ("labels",),
    paper_orders.StampOrder: ("receipt-stamp",),
    paper_orders.CopyOrder: _COPIES,
    paper_orders.PosterOrder: ("poster",),
    paper_orders.RoadOrder: ("road",),
    paper_orders.StandardsOrder: BY_RENDERER["render_standards"],
    paper_orders.ExplanationOrder: ("explanation",),
    paper_orders.JournalHeadOrder: ("journal-head",),
    paper_orders.CheckSheetOrder: ("check_sheet",),
    paper_orders.PostOrder: ("day-post",),
}
LETTERS = {f"letter-{kind.value.replace('_', '-')}" for kind in LetterKind}
CHOSEN = {name for name in KEPT if name.startswith("letter-chosen-")}


def test_whatever_prints_has_a_golden_paper() -> None:
    assert set(BY_RENDERER) == set(renderers())
    assert set(BY_ORDER) == set(get_args(PaperOrder))


def test_every_golden_paper_is_kept_and_of_something_that_is_printed() -> None:
    named = {name for names in (*BY_RENDERER.values(), *BY_ORDER.values()) for name in names}
    assert named | LETTERS | CHOSEN == KEPT


def test_whatever_tells_of_an_office_tells_of_the_made_up_one() -> None:
    assert set(PAPERS) | {"memo", *_CALIBRATIONS} == KEPT
