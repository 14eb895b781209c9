"""What was typed is text in a spreadsheet too, and comes back as it was typed."""

import pytest

from desktop.exchange.inert import bare, inert


@pytest.mark.parametrize(
    "typed", ["=1+1", "+66812345678", "-มติ ครม.", "@SUM(1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1"]
)
def test_what_begins_like_a_formula_is_marked_and_comes_back(typed: str) -> None:
    assert inert(typed) == "'" + typed
    assert bare(inert(typed)) == typed


@pytest.mark.parametrize("typed", ["", "-", "–", "น้ำท่วม", "1-2", "'ในอัญประกาศ'"])
def test_all_else_stays_as_it_is(typed: str) -> None:
    assert inert(typed) == bare(inert(typed)) == typed
