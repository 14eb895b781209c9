"""Cells for a spreadsheet, which reckons what begins like a formula, and what was typed is none."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a formula begins; a spreadsheet takes the wide forms of East Asian keyboards for the same."""


def inert(cell: str) -> str:
    """Keep a spreadsheet from reckoning what is only text; a lone dash says that there is none."""
    return "'" + cell if cell.startswith(_FORMULA) and cell != "-" else cell


def bare(cell: str) -> str:
    """Return a cell without the mark that kept it inert."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
