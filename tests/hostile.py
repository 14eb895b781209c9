"""Ten thousand strings that would do something if anything parsed or obeyed them."""

import random
from functools import lru_cache

COUNT = 10_000
ATOMS = (
    *("<b>", "</b>", "<i>หนา", "<br/>", "<para>", "<!-- x -->", "<unknown>", "<font size=40>"),
    *('<img src="secret.png" width="60">', '<img src="file:///etc/passwd"/>', "<seq/>", "<greek>"),
    *('<a href="https://example.go.th">คลิก</a>', '<a href="javascript:alert(1)">x</a>'),
    *('<link href="file:///secret"/>', "https://example.go.th/?q=1", "file:///secret", "[[x]](y)"),
    *("&lt;", "&amp;", "&#x0E01;", "&nbsp;", "&", "]]>", "<![CDATA[", "<?xml?>", "<script>"),
    *(
        "{office}",
        "{0}",
        "{",
        "}}",
        "{{7*7}}",
        "%s",
        "%(x)s",
        "$x",
        "${x}",
        "#{x}",
        "\\n",
        "\\u0e01",
    ),
    *(
        ") Tj ET",
        "\\) Tj",
        "(",
        ")",
        "((",
        "EMC BT",
        "[1]TJ",
        "/URI (x)",
        "<</S/JavaScript>>",
        ">>",
    ),
    *("endstream", "endobj", "%%EOF", "@", "@@", "@ [@]TJ", ") (", "=cmd|' /C calc'!A0", "'; DROP"),
    *("\u202eกขค", "\u202a", "\u2066x\u2069", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u200e"),
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x85", "\ufffe", "\ufffd", "\u2028", "\ue000", "\uf70a"),
    *("ก่้๊๋์ํ็", "ก" + "่" * 12, "กฺฺุูุู", "ญูฐุปี่ฝ้ำ", "กำ้", "ำำ", "เเ", "แ", "ใ", "่", "ั", "ๆ"),
    *("e\u0301\u0302\u0323", "Å", "ﬁ", "שלום", "سلام", "中文", "🙂", "👩‍👩‍👧", "๏", "๛", "𝒳", "🇹🇭"),
    *("ที่ดิน", "น้ำท่วม", "สิทธิ์", "๐๑๒", "12.5", "ก ข", "   ", "\t", "\u00a0", "\u3000", "\n"),
)


@lru_cache(maxsize=1)
def hostile() -> tuple[str, ...]:
    """Each atom alone, then atoms at random, joined with nothing or with a blank."""
    dice = random.Random(37)
    made = [*ATOMS]
    while len(made) < COUNT:
        chosen = dice.choices(ATOMS, k=dice.randint(2, 4))
        made.append(dice.choice(("", " ")).join(chosen))
    return tuple(made)


def marked(number: int, text: str) -> str:
    """Put a text between marks of its own, so that no other text is taken for it."""
    return f"ก{number}ข{text}ค{number}ง"
