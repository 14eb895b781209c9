"""Whatever is read or used stands out from its ground as WCAG's AA asks, in light and in dark."""

import re
from collections.abc import Iterator

import pytest

import resources
from ui.theme import Tone, load

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of what shows where a control is or where the cursor is."""
NAMED = re.compile(r"\{(\w+)\}")
RULE = re.compile(r"^([^{}\n]+?) \{ (.*) \}$", re.MULTILINE)
THEMES = ("light", "dark")
NO_COLOURS = {"icons", "name", "pad", "pad_focus", "push", "push_focus"}
NOTICES = tuple(f"{tone}_ground" for tone in ("info", "late", "ok", "soon"))
ANYWHERE = ("card", "background")
"""Where what has no ground of its own may stand."""
DRAWN = (
    # The year's days, the report's bars, the differences' pieces, lists and menus with a line
    # selected, the hints of empty fields, and the buttons of notices.
    *((tone.value, f"{tone.value}_ground") for tone in Tone),
    *((ink, "card") for ink in ("ink", "ink2", "ink3")),
    *((ink, "selection") for ink in ("ink", "ink2", "accent")),
    *(("ink3", ground) for ground in ("field", "background", "desk")),
    *((ink, notice) for notice in NOTICES for ink in ("ink", "accent")),
    ("card", "ink"),
    ("ink", "desk"),
)
SHAPES = (
    # The edges of fields, boxes and scroll bars, bars of reports and progress, what is ticked.
    *(("edge", ground) for ground in ("card", "background", "field")),
    *((token, "card") for token in ("accent", "late")),
    ("on_accent", "accent"),
    # The ring of the cursor, on its own ground or around it.
    *(("focus", ground) for ground in ("card", "background", "field", *NOTICES)),
    ("gold", "side"),
    ("side_ink", "side"),
)


def colours(text: str, prop: str) -> str:
    """Return the token of a property of a rule, if it names one."""
    found = re.search(rf"(?:^|; ){prop}: (?:\d+px \w+ )?\{{(\w+)\}}", text)
    return found.group(1) if found else ""


def rules() -> Iterator[tuple[str, str]]:
    """Yield each selector of the style sheet with its rule."""
    sheet = resources.path("themes", "base.qss").read_text("utf-8")
    for selectors, body in RULE.findall(re.sub(r"\{(\w+)\}", r"<\1>", sheet)):
        rule = re.sub(r"<(\w+)>", r"{\1}", body)
        for selector in selectors.split(","):
            yield selector.strip(), rule


def grounds(selector: str) -> tuple[str, ...]:
    """Return what a part without a ground of its own stands on."""
    if selector.startswith("#Side"):
        return ("side", "side_selected") if "second" not in selector else ("side",)
    if selector.startswith(("#Foot", "#Top")):
        return ("card",)
    return ANYWHERE


def plain(selector: str) -> str:
    """Return a selector without the state it is of."""
    return re.sub(r":[\w-]+$", "", selector) if "::" not in selector else selector


def pairs() -> set[tuple[str, str]]:
    """Return every ink of the style sheet with each ground it is read on."""
    inks = {selector: ink for selector, body in rules() if (ink := colours(body, "color"))}
    found = set(DRAWN)
    for selector, body in rules():
        # What may not be used need not be read.
        if selector.endswith(":disabled"):
            continue
        ink, ground = colours(body, "color"), colours(body, "background")
        if ink and not ground:
            found |= {(ink, each) for each in grounds(selector)}
        elif ground:
            general = "side_ink" if selector.startswith("#Side") else "ink"
            found.add((ink or inks.get(plain(selector), general), ground))
        chosen = colours(body, "selection-color"), colours(body, "selection-background-color")
        if all(chosen):
            found.add(chosen)
    return found


# What has a ground but bears no words: a box, a handle, a bar, a line.
WORDLESS = {("ink", token) for token in ("accent", "edge", "line")}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_measured_as_the_guidelines_tell() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_style_sheet_is_read_whole() -> None:
    sheet = resources.path("themes", "base.qss").read_text("utf-8")
    assert len({body for _selector, body in rules()}) > 70
    named = set(NAMED.findall(sheet)) - NO_COLOURS
    assert named == {token for _s, body in rules() for token in NAMED.findall(body)} - NO_COLOURS
    assert named <= load("light").tokens.keys() == load("dark").tokens.keys()
    assert {("late", "late_ground"), ("on_gold", "gold"), ("side_ink2", "side")} <= pairs()


@pytest.mark.parametrize("name", THEMES)
def test_every_word_is_read_on_every_ground_it_stands_on(name: str) -> None:
    tokens = load(name).tokens
    found = {
        (ink, ground): round(contrast(tokens[ink], tokens[ground]), 2)
        for ink, ground in pairs() - WORDLESS
    }
    assert len(found) > 35
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize("name", THEMES)
def test_every_control_and_the_cursor_are_seen(name: str) -> None:
    tokens = load(name).tokens
    found = {(a, b): round(contrast(tokens[a], tokens[b]), 2) for a, b in SHAPES}
    assert {pair: ratio for pair, ratio in found.items() if ratio < SHAPE} == {}
    # The ring stands between a button and the card: it is seen against the one or the other.
    assert max(contrast(tokens["ring"], tokens[side]) for side in ("accent", "card")) >= SHAPE
