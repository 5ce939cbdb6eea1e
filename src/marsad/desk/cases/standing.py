"""Who took part in a case, which readings of it agree, and who may see them."""

from marsad.desk.cases.models import Case, Reading, Stage
from marsad.desk.safeguards.models import Person

# So many readers must find the same, whatever a third one found.
NEEDED = 2


def counted(case: Case) -> list[Reading]:
    """The readings of this round that decide, the first one first."""
    rows = Reading.objects.filter(case=case, round=case.round, is_sample=False)
    return list(rows.select_related("reader").order_by("id"))


def stage_after(readings: list[Reading]) -> Stage:
    """Where a case stands with these readings: two of two, or two of three, decide."""
    refers = sum(reading.says_refer for reading in readings)
    others = len(readings) - refers
    if refers >= NEEDED:
        return Stage.AGREED
    if others >= NEEDED:
        return Stage.CLOSED
    return (Stage.FIRST, Stage.SECOND, Stage.THIRD)[len(readings)]


def agreeing(case: Case) -> tuple[Reading, ...]:
    """The readings of this round that agree on a referral; none while they do not decide."""
    refer = [reading for reading in counted(case) if reading.says_refer]
    return tuple(refer) if len(refer) >= NEEDED else ()


def took_part(case: Case) -> frozenset[int]:
    """The ids of all who read this case, attached to it, or opened it anew, in any round."""
    readers = case.readings.values_list("reader_id", flat=True)
    brought = case.captures.filter(person__isnull=False)
    openers = case.reopenings.values_list("by_id", flat=True)
    return frozenset((*readers, *brought.values_list("person_id", flat=True), *openers))


def has_read(case: Case, person: Person) -> bool:
    """Whether this person read the case in any round, or had it opened anew.

    Nobody reads one twice, nor after the readings of others were before them.
    """
    read = case.readings.filter(reader=person).exists()
    return read or case.reopenings.filter(by=person).exists()


def may_read(case: Case, person: Person) -> bool:
    """Whether this person could still be a reader of the case, or of a second look."""
    if not person.may("cases.decide") or has_read(case, person):
        return False
    return Stage(case.stage).is_waiting or is_drawn(case)


def is_drawn(case: Case) -> bool:
    """Whether it is closed and waits for a second look."""
    return (
        case.stage == Stage.CLOSED
        and case.rereads.filter(reading__isnull=True).exists()
    )


def readings_for(case: Case, person: Person) -> list[Reading]:
    """The readings that a person may see: all once it is decided, until then their own.

    Whoever could read the case yet, for a second look or should it be opened anew, sees
    none, so that no reading leans on another.
    """
    rows = all_readings(case)
    if Stage(case.stage).is_waiting:
        return [one for one in rows if one.reader_id == person.pk]
    could_read = person.may("cases.decide") and not has_read(case, person)
    return [] if could_read else rows


def all_readings(case: Case) -> list[Reading]:
    """Every reading of every round, the first one first."""
    return list(case.readings.select_related("reader").order_by("id"))
