"""What a password must be: long enough and not one that everybody tries."""

import unicodedata

from desktop.errors import Refused
from desktop.rules.reasons import Reason

SHORTEST = 8
_COMMON = (
    frozenset({"12345678", "123456789", "1234567890", "0123456789", "87654321", "12121212"})
    | {"password", "password1", "password123", "passw0rd", "p@ssw0rd", "pass1234", "welcome1"}
    | {"qwertyui", "qwertyuiop", "qwerty123", "asdfghjk", "1q2w3e4r", "1qaz2wsx", "zxcvbnm1"}
    | {"abcd1234", "a1234567", "admin123", "administrator", "user1234", "test1234", "office123"}
    | {"iloveyou", "changeme", "letmein1", "computer", "sunshine", "princess", "football"}
    | {"thailand", "thailand1", "ประเทศไทย", "รหัสผ่าน", "สวัสดีครับ", "สวัสดีค่ะ", "กขคงจฉชซ"}
)


def check_password(password: str, again: str, username: str) -> None:
    """Refuse a password that is too short, too common, or typed differently the second time.

    No rule asks for kinds of characters: length is what counts.
    """
    plain = unicodedata.normalize("NFKC", password)
    if len(plain) < SHORTEST:
        raise Refused(Reason.PASSWORD_TOO_SHORT, field="password", shortest=SHORTEST)
    folded = plain.casefold()
    if folded in _COMMON or folded == username.casefold() or len(set(folded)) == 1:
        raise Refused(Reason.PASSWORD_TOO_COMMON, field="password")
    if plain != unicodedata.normalize("NFKC", again):
        raise Refused(Reason.PASSWORDS_DIFFER, field="again")
