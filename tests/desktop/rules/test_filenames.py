"""File names made harmless."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.rules.filenames import ALLOWED, LONGEST, safe_name

DEVICES = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"
}
PIECES = (
    *("..", "/", "\\", ".", "con", "NUL", "com1", "LPT¹", "\u202e", "exe", "pdf", " ", "ก", "น้ำ"),
    *(":", "\0", "%", "~", "$", "-", "_", "ั", "\ud800", "／", "．", "…", "\n", "ก" * 50, "😀"),
)


def assert_harmless(name: str) -> None:
    assert name not in {"", ".", ".."}
    assert not set(name) & set('<>:"/\\|?*\0')
    assert name[0] not in "-~ ."
    assert name[-1] not in " ."
    assert name.count(".") == 1
    stem, ending = name.split(".")
    assert ending in ALLOWED | {"bin"}
    assert stem.strip() == stem
    assert stem.split(" ")[0].upper() not in DEVICES
    assert len(name.encode()) <= LONGEST
    assert unicodedata.is_normalized("NFC", name)
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not [char for char in name if unicodedata.category(char) in hidden]


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(
    st.one_of(
        st.text(alphabet=st.characters(), max_size=60),
        st.lists(st.sampled_from(PIECES), max_size=10).map("".join),
    )
)
def test_any_name_becomes_harmless_and_stays_as_it_is_then(name: str) -> None:
    safe = safe_name(name)
    assert_harmless(safe)
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("หนังสือร้องเรียน.pdf", "หนังสือร้องเรียน.pdf"),
        ("หนังสือ.ร้องเรียน.docx", "หนังสือ_ร้องเรียน.docx"),
        ("รูป ๑.JPG", "รูป ๑.jpg"),
        ("../../etc/passwd", "passwd.bin"),
        ("..\\..\\windows\\x.dll", "x_dll.bin"),
        ("invoice.pdf.exe", "invoice_pdf_exe.bin"),
        ("รายงาน\u202efdp.exe", "รายงานfdp_exe.bin"),
        ("CON", "_CON.bin"),
        ("nul .pdf", "_nul.pdf"),
        ("a.pdf:evil.exe", "a_pdf_evil_exe.bin"),
        ("-rf.pdf", "rf.pdf"),
        ("~$doc.docx", "$doc.docx"),
        (".htaccess", "htaccess.bin"),
        ("", "file.bin"),
        ("...", "file.bin"),
        ("\ufeff.pdf", "pdf.bin"),
    ],
)
def test_names_that_have_done_harm(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_thai_name_is_cut_and_keeps_its_ending() -> None:
    safe = safe_name("ที่" * 200 + ".pdf")
    assert_harmless(safe)
    assert safe.endswith(".pdf")
