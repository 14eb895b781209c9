"""What the program ships is there, whole, and under a licence that lies beside it."""

import csv
import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources

ROOT = Path(__file__).resolve().parents[1]

# First digits of each file's sha256, as published with the font's provenance check.
FONTS = {
    "Light": "9efd75e5",
    "Regular": "226d4f36",
    "Medium": "cc7c3016",
    "SemiBold": "c0bb057d",
    "Bold": "d38308ca",
}


def test_path_names_what_is_missing() -> None:
    assert resources.path("fonts").is_dir()
    with pytest.raises(FileNotFoundError, match=r"resources/fonts/Nothing\.ttf"):
        resources.path("fonts", "Nothing.ttf")


@pytest.mark.parametrize("weight", FONTS)
def test_font_is_the_published_file(weight: str) -> None:
    font = resources.path("fonts", f"Sarabun-{weight}.ttf").read_bytes()
    assert hashlib.sha256(font).hexdigest().startswith(FONTS[weight])


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (("fonts", "OFL.txt"), "SIL OPEN FONT LICENSE Version 1.1"),
        (("words", "LICENSE.txt"), "CC0-1.0"),
        (("addresses", "LICENSE.txt"), "ISC License"),
    ],
)
def test_licence_lies_beside(place: tuple[str, ...], says: str) -> None:
    assert says in resources.path(*place).read_text("utf-8")
    assert "/".join(("resources", *place)) in (ROOT / "NOTICE").read_text("utf-8")


def test_words_are_thai_and_many() -> None:
    words = resources.path("words", "words_th.txt").read_text("utf-8").splitlines()
    assert len(words) > 60_000
    assert {"ร้องเรียน", "ราชการ", "น้ำ"} <= set(words)
    assert all(word.strip() for word in words)


def addresses() -> list[dict[str, str]]:
    with resources.path("addresses", "thailand.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_addresses_cover_the_country() -> None:
    rows = addresses()
    assert list(rows[0]) == ["subdistrict", "district", "province", "postcode"]
    assert len(rows) == 7434
    assert len({row["province"] for row in rows}) == 77
    assert len({row["district"] for row in rows if row["province"] == "กรุงเทพมหานคร"}) == 50


def test_addresses_are_clean() -> None:
    for row in addresses():
        assert re.fullmatch(r"[1-9]\d{4}", row["postcode"]), row
        for column in ("subdistrict", "district", "province"):
            assert re.fullmatch(r"[ก-๎.-]+", row[column]), row
            assert not row[column].startswith(("แขวง", "เขต", "อำเภอ", "จังหวัด")), row


def test_addresses_repeat_only_for_a_second_postcode() -> None:
    codes = defaultdict(list)
    for row in addresses():
        codes[row["province"], row["district"], row["subdistrict"]].append(row["postcode"])
    assert all(len(set(found)) == len(found) for found in codes.values())
    assert sum(len(found) > 1 for found in codes.values()) == 7


def pins(name: str) -> dict[str, str]:
    text = resources.path("setup", name).read_text("utf-8")
    return dict(re.findall(r"^([\w.\-]+)==([^\s;\\]+)", text, re.MULTILINE))


def test_lock_of_the_tests_holds_the_program_whole() -> None:
    program, tests = pins("requirements.lock"), pins("requirements-test.lock")
    assert program.items() <= tests.items()
    assert "pytest" in tests
    assert "pytest" not in program


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_every_pin_has_a_hash(name: str) -> None:
    text = resources.path("setup", name).read_text("utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert entries
    assert [line for line in entries if "--hash=sha256:" not in line] == []


# Put together here so that this file does not name what it forbids.
FORBIDDEN = re.compile(
    r"py[p]i\.(?:org|io)|python[h]osted|regis[t]ry\.(?:npm|yarn)|npm[j]s\.(?:com|org)"
    r"|(?<![\w.])/(?:w[o]rk|t[m]p|r[o]ot|h[o]me/\w)(?=[/\s\"'`)]|$)|deb\.deb[i]an\.org"
)


# Made by running the program, and never part of it.
MADE = {".git", ".venv", "__pycache__", "wheels", "out", ".hypothesis"}


def tree() -> Iterator[Path]:
    """Yield every file of the project, without what tools leave in it."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [f for f in folders if f not in MADE and not f.endswith("_cache")]
        # In a second working tree .git is a file.
        yield from (Path(folder, file) for file in files if file not in MADE)


def test_tree_names_no_registry_and_no_machine() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for file in tree()
        if b"\0" not in file.read_bytes()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if FORBIDDEN.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    ["see py" + "pi.org", "files.python" + "hosted.org", '"/wo' + 'rk/main"', "cd /tm" + "p/x"],
)
def test_forbidden_names_are_seen(line: str) -> None:
    assert FORBIDDEN.search(line)


@pytest.mark.parametrize("line", ["homework/main", "out/tmpfile", "a /rooted tree", "network/"])
def test_other_names_are_left_alone(line: str) -> None:
    assert not FORBIDDEN.search(line)
