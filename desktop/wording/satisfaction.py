"""What asking the petitioner is called: the ways, and what came of it."""

from collections.abc import Mapping

from desktop.rules.satisfaction import AskedBy, Response
from desktop.wording import N_, _

ASKED_BY: Mapping[AskedBy, str] = {
    AskedBy.PHONE: N_("by phone"),
    AskedBy.COUNTER: N_("at the counter"),
    AskedBy.FORM: N_("by form"),
    AskedBy.MESSAGE: N_("by message (LINE and the like)"),
    AskedBy.EMAIL: N_("by e-mail"),
}

RESPONSE: Mapping[Response, str] = {
    Response.SCORED: N_("answered"),
    Response.REFUSED: N_("would not answer"),
    Response.UNREACHABLE: N_("could not be reached"),
}

SCORE: Mapping[int, str] = {
    5: N_("5 – most satisfied"),
    4: N_("4 – satisfied"),
    3: N_("3 – neither"),
    2: N_("2 – little satisfied"),
    1: N_("1 – least satisfied"),
}


def response_told(response: Response, score: int | None) -> str:
    """Say what came of asking; a score where there is one."""
    return _(RESPONSE[response]) if score is None else _(SCORE[score])
