"""Made-up petitioners and accused: names from Faker's lists, numbers that belong to nobody."""

import random
from functools import cache

from faker import Faker

from desktop.demo.phrases import province, subdistricts, texts
from desktop.demo.stories import Scene, Story
from desktop.rules.complaint import (
    Accused,
    Address,
    ChannelKind,
    ContactWay,
    Petitioner,
    PetitionerKind,
)
from desktop.rules.thai.digits import thai_digits
from desktop.rules.thai.names import full_name

_POOL = 800
"""Names of each kind drawn once; their pairs are many more."""
_WOMEN = ("นาง", "นางสาว", "นางสาว")


@cache
def _names() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return first names of men, of women, and last names; the same on every computer."""
    faker = Faker("th_TH")
    faker.seed_instance(2569)
    men = tuple(faker.first_name_male() for _ in range(_POOL))
    women = tuple(faker.first_name_female() for _ in range(_POOL))
    return men, women, tuple(faker.last_name() for _ in range(_POOL))


def _name(rng: random.Random) -> tuple[str, str, str]:
    men, women, families = _names()
    if rng.random() < 0.42:
        return "นาย", rng.choice(men), rng.choice(families)
    return rng.choice(_WOMEN), rng.choice(women), rng.choice(families)


def phone(rng: random.Random) -> str:
    """Return a mobile number of the right shape, in ranges too even to be handed out."""
    return f"0{rng.choice('689')}0000{rng.randint(0, 9999):04d}"


def _citizen_id(rng: random.Random) -> str:
    # Nobody's number begins so; its check digit fits only by chance, like a mistyped one's.
    return f"00000{rng.randint(0, 99_999_999):08d}"


def _address(rng: random.Random) -> Address:
    subdistrict, district, postcode = rng.choice(subdistricts())
    return Address(
        house=thai_digits(f"{rng.randint(1, 299)}/{rng.randint(1, 40)}"),
        village=thai_digits(str(rng.randint(1, 12))),
        road=rng.choice(texts("roads")),
        subdistrict=subdistrict,
        district=district,
        province=province(),
        postcode=postcode,
    )


def person(kind: ChannelKind, rng: random.Random) -> Petitioner:
    """Return one who signs in their own name, reachable as their channel suggests."""
    prefix, first, last = _name(rng)
    told_by = ContactWay.LETTER
    if kind is ChannelKind.PHONE:
        told_by = ContactWay.PHONE
    elif kind is ChannelKind.OTHER:
        told_by = ContactWay.EMAIL
    written = kind in (ChannelKind.OTHER, ChannelKind.LETTER)
    return Petitioner(
        prefix=prefix,
        first=first,
        last=last,
        citizen_id=_citizen_id(rng) if rng.random() < 0.25 else "",
        phone="" if written and rng.random() < 0.3 else phone(rng),
        email=f"user{rng.randint(1, 99999)}@example.com" if told_by is ContactWay.EMAIL else "",
        address=_address(rng) if kind is not ChannelKind.PHONE or rng.random() < 0.5 else Address(),
        wants_secrecy=rng.random() < 0.12,
        told_by=told_by,
    )


def group(at: Scene, rng: random.Random) -> Petitioner:
    """Return a group by its heading, with the address of who stands for it."""
    heading = rng.choice(texts("groups")).format(village=at.village, school=at.school)
    return Petitioner(
        PetitionerKind.GROUP,
        heading=heading,
        headcount=rng.randint(5, 180),
        phone=phone(rng),
        address=_address(rng),
    )


def agency(name: str) -> Petitioner:
    """Return an agency that sends a matter in its own name."""
    address = Address(subdistrict="", district="เมืองตัวอย่าง", province=province(), postcode="99001")
    return Petitioner(PetitionerKind.AGENCY, heading=name, address=address)


def nobody() -> Petitioner:
    """Return a petitioner who did not sign."""
    return Petitioner(PetitionerKind.ANONYMOUS, told_by=ContactWay.NONE)


def accused(story: Story, at: Scene, rng: random.Random) -> tuple[Accused, ...]:
    """Return whom a story is about; often only the post is known."""
    if not story.accused:
        return ()
    name = full_name(*_name(rng)) if rng.random() < 0.5 else ""
    return (Accused(name, story.accused, at.school),)
