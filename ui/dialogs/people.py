"""People of the office as a sheet offers them."""

from collections.abc import Iterable

from desktop.rules.people import Permission, permissions
from desktop.views import PersonRow
from ui.widgets.choices import Choice


def people_choices(
    people: Iterable[PersonRow], needed: Iterable[Permission], without: int | None = None
) -> list[Choice]:
    """Offer who is there and may do all that is needed, except one."""
    return [
        Choice(str(one.id), f"{one.name}  {one.position}".strip(), one.id)
        for one in people
        if one.active and one.id != without and permissions(one.roles).issuperset(needed)
    ]
