"""The cupboard: fonts, words, addresses and other things the program ships, found by name."""

from pathlib import Path

_CUPBOARD = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Find a shipped file or folder, also inside a frozen bundle; FileNotFoundError names it."""
    found = _CUPBOARD.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"the program came without resources/{'/'.join(parts)}")
    return found
