"""A made-up case as its papers see it, before anybody has stored it."""

from desktop.demo.office import Setting
from desktop.rules.case import Case
from desktop.rules.proceedings import Proceedings
from desktop.views import CaseView


def seen(case: Case, setting: Setting) -> CaseView:
    """Return what a letter needs to know of a case; timeline, files and letters stay empty."""
    return CaseView(
        id=case.id or 0,
        version=case.version,
        number=case.number,
        tracking=case.tracking,
        type=case.type,
        channel=next(c for c in setting.channels.values() if c.id == case.channel_id),
        source=next(s for s in setting.sources.values() if s.id == case.source_id),
        category=next(c for c in setting.categories.values() if c.id == case.category_id),
        received_at=case.received_at,
        recorded_at=case.recorded_at,
        registered_by="",
        intake=case.intake,
        matter=case.matter,
        petitioners=case.petitioners,
        accused=case.accused,
        restricted=case.restricted,
        child_danger=case.child_danger,
        priority=case.priority,
        status=case.status,
        owner_id=case.owner_id,
        owner="",
        outcome=case.outcome,
        closed_at=case.closed_at,
        late_reason=case.late_reason,
        clocks=case.clocks,
        steps=(),
        files=(),
        letters=(),
        secrecy=case.secrecy,
        proceedings=Proceedings(),
        cycle=case.cycle,
        cycle_started_at=case.cycle_started_at,
        policy=setting.policy,
        contacted_at=case.contacted_at,
        contact_on=case.contact_on,
        child_receiver=case.child_receiver,
        child_taken_at=case.child_taken_at,
    )
