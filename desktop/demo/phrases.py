"""The made-up office's phrases and places, as the cupboard holds them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

import resources


@cache
def texts(*path: str) -> tuple[str, ...]:
    """Return the phrases under a name, as in `texts("notes", "working")`."""
    found: Any = _words()
    for name in path:
        found = found[name]
    return tuple(str(text) for text in found)


@cache
def subdistricts() -> tuple[tuple[str, str, str], ...]:
    """Return the made-up subdistricts, each with its district and postcode."""
    return tuple((s, d, p) for s, d, p in _words()["subdistricts"])


@cache
def province() -> str:
    """Return the name of the made-up province."""
    return str(_words()["province"])


def shipped(name: str) -> Mapping[str, Any]:
    """Read one of the made-up office's files."""
    return tomllib.loads(resources.path("demo", f"{name}.toml").read_text("utf-8"))


@cache
def _words() -> Mapping[str, Any]:
    return shipped("words")
