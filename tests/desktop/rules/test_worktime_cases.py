"""Working time against cases that other projects' tests hold, read from a file of cases.

The file is `SLA_CASES` in the environment, else the one beside the project; another file of the
same shape may be given at any time, so nothing here knows a single case.

Conventions, ours and the file's:
- working time that ends exactly at closing stays at closing, it does not wait for the next opening;
- no time at all from a closed moment is the next opening, and backwards the last closing;
- at opening the office is open, at closing it is closed;
- hours given for one date go before a holiday on it, and both before the week;
- pauses take no working time, wherever they lie;
- a working day is a day with any hours at all; the first day is not counted;
- a first day without hours counts as day nought, whichever way one counts; a case that says
  `origin_rolls_first` moves it to a working day before counting, as our start-roll does;
- `workdays_between_inclusive` counts the first day too, which we do by asking about it apart;
- a summer-time change moves the clock, not the office hours.
"""

import json
import os
from datetime import date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from shared_data import shared

from desktop.rules.worktime import Span, Week, WorkCalendar

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {
    *("add", "add_paused", "subtract", "elapsed", "elapsed_paused", "is_open", "next_open"),
    *("prev_close", "add_workdays", "workdays_between", "workdays_between_inclusive"),
    "add_calendar_days_roll_forward",
}

Case = dict[str, Any]


def cases() -> list[Case]:
    given = os.environ.get("SLA_CASES")
    file = Path(given) if given else shared("sla_cases_dev.json")
    read: list[Case] = json.loads(file.read_text("utf-8"))
    return read


def spans(pairs: list[list[str]]) -> tuple[Span, ...]:
    def seconds(clock: str) -> int:
        parts = [int(part) for part in clock.split(":")]
        return sum(part * size for part, size in zip(parts, (3600, 60, 1), strict=False))

    return tuple((seconds(start), seconds(stop)) for start, stop in pairs)


@lru_cache
def calendar(schedule: str, first: int, last: int) -> WorkCalendar:
    told = json.loads(schedule)
    return WorkCalendar(
        Week(tuple(spans(told["week"].get(day, [])) for day in DAYS)),
        first=date(first, 1, 1),
        last=date(last, 12, 31),
        closed={date.fromisoformat(day): "" for day in told["holidays"]},
        special={date.fromisoformat(day): spans(own) for day, own in told["overrides"].items()},
        zone=ZoneInfo(told["tz"]),
    )


def asked(case: Case) -> tuple[WorkCalendar, Case]:
    """Make the calendar of a case: its years, and as many beside them as any of them needs."""
    given = case["input"]
    years = [int(text[:4]) for text in given.values() if isinstance(text, str)]
    told = json.dumps(case["schedule"], sort_keys=True)
    return calendar(told, min(years) - 4, max(years) + 8), given


def answer(case: Case) -> object:
    work, given = asked(case)
    zone = ZoneInfo(case["schedule"]["tz"])

    def moment(text: str) -> datetime:
        read = datetime.fromisoformat(text)
        return read if read.tzinfo else read.replace(tzinfo=zone)

    def rolled(day: date) -> date:
        if case.get("convention") != "origin_rolls_first" or work.is_workday(day):
            return day
        return work.roll_forward(day) if given["days"] >= 0 else work.add_workdays(day, -1)

    def day(key: str) -> date:
        return date.fromisoformat(given[key])

    match case["op"]:
        case "add" | "add_paused":
            pauses = [(moment(a), moment(b)) for a, b in given.get("pauses", ())]
            return work.add(moment(given["start"]), given["seconds"], pauses)
        case "subtract":
            return work.subtract(moment(given["start"]), given["seconds"])
        case "elapsed" | "elapsed_paused":
            pauses = [(moment(a), moment(b)) for a, b in given.get("pauses", ())]
            return work.elapsed(moment(given["start"]), moment(given["end"]), pauses)
        case "is_open":
            return work.is_open(moment(given["at"]))
        case "next_open":
            return work.next_open(moment(given["at"]))
        case "prev_close":
            return work.prev_close(moment(given["at"]))
        case "add_workdays":
            return work.add_workdays(rolled(day("date")), given["days"])
        case "workdays_between":
            return work.workdays_between(day("start"), day("end"))
        case "workdays_between_inclusive":
            first = work.is_workday(day("start"))
            return work.workdays_between(day("start"), day("end")) + first
        case "add_calendar_days_roll_forward":
            return work.roll_forward(day("date") + timedelta(days=given["days"]))
    raise AssertionError(f"no such question: {case['op']}")


def expected(case: Case) -> object:
    told = case["expected"]
    if not isinstance(told, str):
        return told
    if len(told) == len("2569-01-01"):
        return date.fromisoformat(told)
    read = datetime.fromisoformat(told)
    return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(case["schedule"]["tz"]))


def test_every_case_whose_question_we_answer_holds() -> None:
    ours = [case for case in cases() if case["op"] in UNITS]
    assert ours
    wrong = [
        (case["id"], case["op"], case["input"], case["expected"], found)
        for case in ours
        if (found := answer(case)) != expected(case)
    ]
    assert not wrong, f"{len(wrong)} of {len(ours)}: {wrong[:5]}"


def test_no_question_of_the_file_is_left_out() -> None:
    unknown = {case["op"] for case in cases()} - UNITS
    if unknown:
        pytest.skip(f"the file asks what the product never does: {sorted(unknown)}")
