"""Enter a new complaint in the register: check, number, date, store."""

from dataclasses import dataclass

from desktop.acts.attaching import NewFile, keep_files
from desktop.acts.classifying import SecretOrder, cleaned_order, enter_class, order_faults
from desktop.acts.recognising import recognised
from desktop.acts.recording import Warrant, record, require
from desktop.changes import Changes
from desktop.errors import Refusals, Refused
from desktop.ports import Desk, UnitOfWork
from desktop.rules.case import Case, StepKind
from desktop.rules.catalogue import Category, Channel, Source
from desktop.rules.clocks import ClockKind
from desktop.rules.complaint import Secrecy
from desktop.rules.intake_form import IntakeForm, call_back_day, cleaned, faults, signed
from desktop.rules.journal import digest
from desktop.rules.numbering import Book, ComplaintNumber, Series
from desktop.rules.people import Actor, Permission
from desktop.rules.priority import Priority, proposed
from desktop.rules.promises import Standard, given_by_sender, promise
from desktop.rules.reasons import WARNINGS, Reason
from desktop.rules.thai.dates import fiscal_year, official_date
from desktop.rules.tracking import new_code
from desktop.views import Saved

ACT = "register"


@dataclass(frozen=True, slots=True)
class RegisterComplaint:
    """What the clerk typed, with the key that makes a retry harmless.

    `confirmed` holds the warnings the clerk has read and overridden; `told_orally` that the
    petitioner heard the number at once, which stops the acknowledge clock. With `secret` it is
    never open to those who may not see secrets, not even for a moment.
    """

    key: str
    form: IntakeForm
    files: tuple[NewFile, ...] = ()
    told_orally: bool = False
    confirmed: frozenset[Reason] = frozenset()
    secret: SecretOrder | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """What the register answered."""

    case_id: int
    number: ComplaintNumber
    tracking: str
    anonymous: bool
    changes: Changes = Changes.COMPLAINTS | Changes.FILES


def register(command: RegisterComplaint, desk: Desk, actor: Actor) -> Registered:
    """Number, date and store a new complaint; the same key never registers twice."""
    by = allowed(command, actor)
    with desk.unit(actor) as work:
        before = work.saved(command.key)
        if before is not None:
            return answer(work.cases.get(before.subject_id))
        case = entered(work, command, desk, by)
        work.commit()
    return answer(case)


def allowed(command: RegisterComplaint, actor: Actor) -> Warrant:
    """Let an actor register this complaint, and refuse any other."""
    if command.secret is not None:
        require(actor, Permission.CLASSIFY)
    return require(actor, Permission.REGISTER)


def entered(work: UnitOfWork, command: RegisterComplaint, desk: Desk, by: Warrant) -> Case:
    """Check, number and store a new complaint with all that came with it; nothing is committed."""
    now, form = desk.now(), cleaned(command.form)
    secret = None if command.secret is None else cleaned_order(command.secret)
    unsaid = () if secret is None else order_faults(secret, "secret.")
    refuse_faults(command.confirmed, unsuitable(work, form) + faults(form, now) + unsaid)
    case = opened(work, form, desk, by.actor)
    if secret is not None:
        case.secrecy = Secrecy.SECRET
    case.id = work.cases.add(case)
    work.keep_key(command.key, Saved(ACT, case.id))
    record(
        work,
        by,
        now,
        case,
        StepKind.REGISTERED,
        number=str(case.number),
        channel=case.channel_kind.value,
        priority=case.priority.value,
        content=digest(work.salt(), repr(form)),
    )
    if secret is not None:
        enter_class(work, case, secret, now, by)
    keep_files(work, case, command.files, by, now)
    if command.told_orally:
        promised = case.contact_on
        case.stop(ClockKind.ACKNOWLEDGE, now)
        case.told(now)
        # That the number was told is not the call that was promised.
        case.contact_on = promised
        work.cases.save(case)
        record(work, by, now, case, StepKind.ACKNOWLEDGED, orally=True)
    return case


def refuse_faults(confirmed: frozenset[Reason], found: tuple[Refused, ...]) -> None:
    """Refuse a form with everything on it that is neither right nor confirmed."""
    # A warning may be overridden, a fault may not, whatever the window says was confirmed.
    left = tuple(r for r in found if not (r.reason in WARNINGS and r.reason in confirmed))
    if left:
        raise Refusals(left)


def unsuitable(work: UnitOfWork, form: IntakeForm) -> tuple[Refused, ...]:
    """List the choices on a form that the office no longer offers."""
    chosen: tuple[tuple[str, Channel | Source | Category], ...] = (
        ("channel_id", work.office.channel(form.channel_id)),
        ("source_id", work.office.source(form.source_id)),
        ("category_id", work.office.category(form.category_id)),
    )
    return tuple(
        Refused(Reason.INACTIVE_CHOICE, field=field, name=choice.name)
        for field, choice in chosen
        if not choice.active
    )


def opened(work: UnitOfWork, form: IntakeForm, desk: Desk, actor: Actor) -> Case:
    """Number a clean form and promise what the standard in force promises; nothing is stored."""
    category = work.office.category(form.category_id)
    source = work.office.source(form.source_id)
    received_on = official_date(form.received_at)
    year = fiscal_year(received_on)
    policy = work.office.policy(received_on)
    own = _own_priority(work, form)
    proposal = proposed(source.rank, category.urgency, child_danger=form.child_danger, own=own)
    petitioners = signed(form.petitioners)
    standard = Standard(policy, work.office.days().calendar(), category.complexity)
    case = Case(
        uid=desk.random(16).hex(),
        number=ComplaintNumber(year, work.next_number(Series(Book.COMPLAINTS, year))),
        tracking=new_code(desk.random),
        type=form.type,
        channel_id=form.channel_id,
        channel_kind=work.office.channel(form.channel_id).kind,
        source_id=form.source_id,
        category_id=form.category_id,
        received_at=form.received_at,
        cycle_started_at=form.received_at,
        received_on=received_on,
        recorded_at=desk.now(),
        registered_by=actor.person_id,
        intake=form.intake,
        matter=form.matter,
        petitioners=petitioners,
        accused=recognised(work, form.accused),
        restricted=form.restricted or category.against_officials,
        child_danger=form.child_danger,
        priority=proposal.priority,
        own_priority=own,
        policy_version=policy.version,
        clocks=(),
        contact_on=call_back_day(form.intake),
    )
    promise(case, standard, frozenset(ClockKind))
    if form.intake.sender_due_on is not None:
        due = given_by_sender(form.intake.sender_due_on, case.received_at, standard.calendar)
        case.clocks += (due,)
    return case


def _own_priority(work: UnitOfWork, form: IntakeForm) -> Priority | None:
    """Return what the complaint that comes often asks, with which a form began."""
    if form.frequent_id is None:
        return None
    known = (one for one in work.office.lists().frequent if one.id == form.frequent_id)
    return next((one.asks(form.category_id) for one in known), None)


def answer(case: Case) -> Registered:
    """Tell what the register has of a complaint."""
    return Registered(case.identity(), case.number, case.tracking, case.anonymous)
