"""Acknowledgement letters: our press, beside ReportLab's shaped paragraphs and Qt's documents.

A thousand that differ as a real batch does, each program printing them once, in a process of its
own that is open, with its faces and its dictionary, and has met no word of them.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.floor import Figure
from bench.registers import NOW

from desktop.demo.cases import invent
from desktop.demo.office import Setting, opening
from desktop.papers.composing import LetterFacts, letter_of
from desktop.papers.letter import OfficialLetter
from desktop.rules.thai.dates import official_date

LETTERS = 1000
SHAPED, DOCUMENT = 1 / 6, 1 / 2
_HERE = Path(__file__).resolve().parent
_PATIENCE = 300


def letters(setting: Setting, count: int) -> list[OfficialLetter]:
    """Return so many letters, each with names and a matter of its own."""
    made: list[OfficialLetter] = []
    signatory = opening(date(2025, 10, 1)).signatories[0]
    lives = invent(setting, 12, 4 * count, date(2026, 6, 1), NOW)
    for number, life in enumerate((life for life in lives if life.letter is not None), 1):
        if len(made) == count:
            break
        assert life.letter is not None
        case = life.case
        facts = LetterFacts(
            office=setting.facts,
            signatory=signatory,
            draft=life.letter.draft,
            number=f"{setting.facts.letter_prefix}/{number}",
            dated=official_date(NOW),
            type_name="ร้องเรียน",
            channel="หนังสือ/ไปรษณีย์",
            subject=case.matter.subject,
            complaint_number=f"{number}/2569",
            registered_on=case.received_on,
            petition_date=case.intake.letter_date,
            tracking=case.tracking,
        )
        made.append(letter_of(facts))
    return made


def printed(way: str, file: Path) -> float:
    """Print a file's letters in one of the ways; return the milliseconds it took."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bench.printing_once", way, str(file)],
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join((str(_HERE.parents[1]), str(_HERE.parent))),
        },
    )
    if done.returncode:
        raise RuntimeError(f"{way} told nothing: {done.stderr[-2000:]}")
    return float(done.stdout)


def figures(setting: Setting, count: int = LETTERS, rounds: int = 4) -> Iterator[Figure]:
    """Measure the ways in turn; the least time of each counts."""
    taken: dict[str, list[float]] = {"ours": [], "stock": [], "document": []}
    with TemporaryDirectory() as folder:
        file = Path(folder) / "letters"
        file.write_bytes(pickle.dumps(letters(setting, count)))
        for _ in range(rounds):
            for way, times in taken.items():
                times.append(printed(way, file))
    ours, stock, document = (min(times) for times in taken.values())
    name = f"{count:,} letters once: ours"
    yield Figure(f"{name} / ReportLab's shaped paragraphs", ours, SHAPED, stock)
    yield Figure(f"{name} / QTextDocument", ours, DOCUMENT, document)
