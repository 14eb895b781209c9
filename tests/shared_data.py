"""Real data that lies beside the project and is read by tests, never copied into it."""

from pathlib import Path

import pytest

_DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"


def shared(*parts: str) -> Path:
    """Find a file of the shared data; where it is not, skip the test and say so."""
    found = _DATA.joinpath(*parts)
    if not found.exists():
        pytest.skip(f"the shared data beside the project lacks {'/'.join(parts)}")
    return found
