"""The facts of a case, as they were registered."""

from collections.abc import Mapping

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.rules.complaint import ChannelKind, Petitioner, PetitionerKind, Secrecy, Urgency
from desktop.rules.identity import display_id, display_phone
from desktop.rules.naming import signer
from desktop.rules.thai.addresses import address_lines
from desktop.rules.thai.digits import arabic_digits, in_digits
from desktop.views import CaseView
from desktop.wording import _, ngettext
from desktop.wording.dates import long_date
from desktop.wording.names import (
    COMPLAINT_TYPE,
    CONTACT_WAY,
    OUTCOME,
    PRIORITY,
    SECRECY,
    URGENCY,
)
from ui.telling import digits, moment, petitioner_name
from ui.widgets.dates import shown_digits
from ui.widgets.plain import Card, button, label, spread


class FactsCard(Card):
    """Label and words, line by line; what is empty is not shown."""

    def __init__(self) -> None:
        super().__init__(_("Facts"))
        self._ground: QWidget | None = None
        self.classify_button = button(_("Secrecy class…"), "link")
        self.classify_button.setVisible(False)
        self.declare_button = button(_("Declare an interest…"), "link")
        self.lift_button = button(_("Lift an interest…"), "link")
        foot = QHBoxLayout()
        spread(foot, self.classify_button, self.declare_button, self.lift_button)
        foot.addStretch()
        self.column.addLayout(foot)
        self.lift_button.setVisible(False)

    def show_case(self, case: CaseView, names: Mapping[int, str]) -> None:
        """Replace what is shown; `names` are those of the office's people."""
        if self._ground is not None:
            self._ground.deleteLater()
        self._ground = QWidget()
        grid = QGridLayout(self._ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        near = ", ".join(names.get(one.person_id, "") for one in case.proceedings.interests)
        rows = [*facts_of(case), (_("Declared an interest"), near)] if near else facts_of(case)
        for row, (name, text) in enumerate(rows):
            grid.addWidget(label(name, "label"), row, 0)
            grid.addWidget(label(text, wrap=True, selectable=True), row, 1)
        self.column.insertWidget(self.column.count() - 1, self._ground)


def head_line(case: CaseView) -> str:
    """Say who brought it, how, when, and whose it is."""
    who = petitioner_name(case.petitioners[0]) if case.petitioners else _("(anonymous)")
    owner = case.owner or _("nobody yet")
    parts = [
        who,
        case.channel.name,
        _("received {moment}").format(moment=moment(case.received_at)),
        _("owner {name}").format(name=owner),
    ]
    return " · ".join(parts)


def facts_of(case: CaseView) -> list[tuple[str, str]]:
    """List what is known, label and words."""
    rows = [
        (_("Tracking code"), case.tracking),
        (_("Kind of matter"), _(COMPLAINT_TYPE[case.type])),
        (_("Category"), case.category.name),
        (_("Source"), case.source.name),
        (_("Priority"), _(PRIORITY[case.priority])),
        (_("Secrecy class"), "" if case.secrecy is Secrecy.NONE else _(SECRECY[case.secrecy])),
        (_("Facts"), case.matter.facts),
        (_("Place"), case.matter.place),
        (_("Harm"), case.matter.harm),
        (_("Remedy wanted"), case.matter.remedy),
        (_("Evidence"), case.matter.evidence),
    ]
    for petitioner in case.petitioners:
        rows += _petitioner(petitioner)
    for accused in case.accused:
        about = " ".join(part for part in (accused.name, accused.position, accused.unit) if part)
        if accused.person_id is not None:
            about += " · " + _("one of us, who sees nothing of this complaint")
        rows.append((_("Complained of"), about))
    rows += _intake(case)
    rows.append(
        (_("Recorded"), f"{moment(case.recorded_at)} · {case.registered_by}"),
    )
    if case.outcome is not None:
        rows.append((_("Outcome"), _(OUTCOME[case.outcome])))
    if case.late_reason:
        rows.append((_("Why it is late"), case.late_reason))
    return [(name, text) for name, text in rows if text]


def _petitioner(who: Petitioner) -> list[tuple[str, str]]:
    name = petitioner_name(who)
    if who.kind is PetitionerKind.GROUP and who.headcount:
        said = ngettext(" ({count} person)", " ({count} people)", who.headcount)
        name += digits(said.format(count=who.headcount))
    # On paper it is in Thai digits; the screen has those of its language.
    address = in_digits(arabic_digits(" ".join(address_lines(who.address))), shown_digits())
    return [
        (_("Petitioner"), name),
        (_("Represented by"), "" if who.kind is PetitionerKind.PERSON else signer(who)),
        (_("ID number"), display_id(who.citizen_id, shown_digits())),
        (_("Phone"), display_phone(who.phone, shown_digits()) if who.phone else ""),
        (_("E-mail"), who.email),
        (_("Address"), address),
        (_("To be told"), _(CONTACT_WAY[who.told_by])),
        (_("Secrecy"), _("The petitioner asks for secrecy") if who.wants_secrecy else ""),
    ]


def _intake(case: CaseView) -> list[tuple[str, str]]:
    intake = case.intake
    rows = []
    if case.channel.kind is ChannelKind.LETTER:
        dated = long_date(intake.letter_date) if intake.letter_date else ""
        number = digits(intake.letter_number)
        rows += [
            (_("Letter number"), number),
            (_("Dated"), dated),
            (_("From"), intake.letter_from),
            (_("Enclosures"), intake.enclosures),
            (_("Central receipt number"), digits(intake.central_number)),
            (
                _("Report wanted by"),
                long_date(intake.sender_due_on) if intake.sender_due_on else "",
            ),
        ]
        if intake.urgency is not Urgency.NONE:
            rows.append((_("Speed class"), _(URGENCY[intake.urgency])))
    if intake.caller_phone:
        rows.append((_("Called from"), display_phone(intake.caller_phone, shown_digits())))
    if intake.call_back_at is not None:
        rows.append((_("Call back promised"), moment(intake.call_back_at)))
    if intake.read_back:
        rows.append((_("Read back"), _("Yes")))
    if intake.statement_signed:
        rows.append((_("Statement signed"), _("Yes")))
    rows.append((_("Reference"), intake.reference))
    return rows
