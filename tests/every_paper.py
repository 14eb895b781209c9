"""Every paper that can be printed, found in the program itself, and texts put into all its fields.

A paper that is new is missed here and there: the tests that go through all of them fail until it
is among them.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from typing import Any, get_args, get_type_hints

import desktop.papers
from desktop.papers.fonts import Faces
from desktop.papers.words import Words

Place = tuple[str | int, ...]
"""Where in a paper's facts a text stands: names of fields and places in rows."""


def renderers() -> dict[str, Callable[..., Any]]:
    """Find every function of the press that prints a paper, by its name."""
    found: dict[str, Callable[..., Any]] = {}
    for module in pkgutil.iter_modules(desktop.papers.__path__):
        room = importlib.import_module(f"desktop.papers.{module.name}")
        for name, thing in inspect.getmembers(room, inspect.isfunction):
            if name.startswith("render_") and thing.__module__ == room.__name__:
                found[name] = thing
    return found


def texts(facts: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield every text in a paper's facts, however deep, and where it stands."""
    if isinstance(facts, Enum | bytes):
        return
    if isinstance(facts, str):
        yield place, facts
    elif is_dataclass(facts):
        for one in fields(facts):
            yield from texts(getattr(facts, one.name), (*place, one.name))
    elif isinstance(facts, Mapping):
        for key, value in facts.items():
            yield from texts(value, (*place, key))
    elif isinstance(facts, Sequence):
        for number, value in enumerate(facts):
            yield from texts(value, (*place, number))


def with_texts(facts: Any, typed: Mapping[Place, str], place: Place = ()) -> Any:
    """Return facts with other texts where these stand."""
    if place in typed:
        return typed[place]
    inner = {at[: len(place) + 1] for at in typed if at[: len(place)] == place}
    if not inner:
        return facts
    if is_dataclass(facts) and not isinstance(facts, type):
        changed = {str(at[-1]): with_texts(getattr(facts, str(at[-1])), typed, at) for at in inner}
        return replace(facts, **changed)
    if isinstance(facts, Mapping):
        return {key: with_texts(value, typed, (*place, key)) for key, value in facts.items()}
    return tuple(with_texts(value, typed, (*place, n)) for n, value in enumerate(facts))


def empty_fields(facts: Any, place: Place = ()) -> Iterator[Place]:
    """Yield the fields that could hold a text and hold none: nothing would be tried in them."""
    if is_dataclass(facts) and not isinstance(facts, type | Enum):
        hints = get_type_hints(type(facts))
        for one in fields(facts):
            value, at = getattr(facts, one.name), (*place, one.name)
            if value in (None, (), []) and _may_be_text(hints[one.name]):
                yield at
            else:
                yield from empty_fields(value, at)
    elif isinstance(facts, Sequence) and not isinstance(facts, str | bytes):
        for number, value in enumerate(facts):
            yield from empty_fields(value, (*place, number))


def _may_be_text(hint: Any) -> bool:
    if get_args(hint):
        return any(_may_be_text(one) for one in get_args(hint))
    if is_dataclass(hint):
        return any(_may_be_text(one) for one in get_type_hints(hint).values())
    return hint is str


@dataclass(frozen=True)
class Specimen:
    """One paper filled in all its fields, and how it is printed.

    `renderer` is the function of the press that prints it. `whole` papers say every text to its
    end; others cut with dots what finds no room. `beside` are fields whose lines stand beside
    others, across which readers go. `unsaid` names fields that do not stand on paper as they are,
    and why: they are filled too, and must do nothing. What is `ours` is never typed.
    """

    renderer: str
    facts: Any
    press: Callable[[Any, Faces, Words], bytes]
    whole: bool = False
    beside: frozenset[str] = frozenset()
    unsaid: Mapping[str, str] = field(default_factory=dict)
    ours: frozenset[str] = frozenset()

    def places(self) -> list[Place]:
        """List where texts stand that somebody may have typed."""
        return [place for place, _ in texts(self.facts) if place[-1] not in self.ours]

    def says(self, place: Place) -> bool:
        """Tell whether what stands in a field is to be read on the paper."""
        return not set(self.unsaid).intersection(place)


def written(print_it: Callable[[BytesIO], object]) -> bytes:
    """Return what a printing writes to a file."""
    file = BytesIO()
    print_it(file)
    return file.getvalue()
