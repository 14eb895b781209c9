"""A letter that puts another right: it cites the one that left, and says what takes its place."""

import tomllib
from dataclasses import replace
from functools import lru_cache

import resources
from desktop.ports import Composed
from desktop.rules.letters import Form, LetterDraft
from desktop.rules.office import OfficeFacts
from desktop.rules.thai.dates import long_date
from desktop.rules.thai.digits import thai_digits
from desktop.rules.wording import filled
from desktop.views import LetterView

_PARTS = {Form.EXTERNAL: "letter", Form.MEMO: "memo", Form.ORDER: "order"}


def correcting(
    earlier: LetterView, draft: LetterDraft, said: Composed, office: OfficeFacts
) -> LetterDraft:
    """Begin a letter of the same kind and to the same; `said` is what the earlier one said."""
    assert earlier.dated is not None
    words = _words()[_PARTS[draft.spec.form]]
    values = {
        "office": office.name,
        "group": office.group,
        "number": thai_digits(earlier.number),
        "dated": long_date(earlier.dated),
        "subject": said.subject,
    }
    return replace(
        draft,
        references=(filled(words["reference"], values),),
        paragraphs=(filled(words["lead"], values), *said.paragraphs),
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(resources.path("wording", "correcting.toml").read_text("utf-8"))
