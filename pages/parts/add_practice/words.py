"""What the fields of the form for a practice are called, and what is wrong in one of them."""

from collections.abc import Mapping

from metrics.faults import Fault, Place
from metrics.problems import Problem
from words import Words, mark
from words.problems import say_problem

LABELS: Mapping[str, str] = {
    "": mark("Where it was done"),
    "id": mark("Id"),
    "region": mark("Kabupaten or kota"),
    "province": mark("Province"),
    "abroad": mark("Place abroad"),
    "abroad.city": mark("City"),
    "abroad.country": mark("Country"),
    "title": mark("Title"),
    "summary": mark("In one sentence"),
    "sub_dimension": mark("Sub-dimension"),
    "also": mark("Touches besides"),
    "indicators": mark("Indicators it should move"),
    "presupposes": mark("Indicators of what it takes"),
    "started": mark("Year it began"),
    "in_use": mark("Year from which residents could notice it"),
    "ended": mark("Year it ended"),
    "problem": mark("What was to be solved"),
    "action": mark("What was done"),
    "results": mark("Results"),
    "results.text": mark("Result"),
    "results.value": mark("Number"),
    "results.unit": mark("Unit"),
    "results.date": mark("Date"),
    "results.by": mark("Said by"),
    "results.self_reported": mark("Whose account"),
    "results.source": mark("Source"),
    "cost": mark("Cost"),
    "cost.size": mark("Largest amount named"),
    "cost.text": mark("Amounts, and for what"),
    "preconditions": mark("What had to be there"),
    "adopters": mark("Who took it over"),
    "adopters.text": mark("Who took it over"),
    "adopters.count": mark("How many governments"),
    "adopters.date": mark("As of"),
    "adopters.regions": mark("Those known by name"),
    "adopters.source": mark("Source no."),
    "lesson": mark("What did not work"),
    "grade": mark("Grade of the evidence"),
    "disputed": mark("Others measured otherwise"),
    "caveats": mark("What a reader would get wrong"),
    "sources": mark("Sources"),
    "sources.title": mark("Title and publisher"),
    "sources.address": mark("Address"),
    "seminars": mark("Presented at"),
}
LANGUAGE_NAMES: Mapping[str, str] = {"id": mark("Indonesian"), "en": mark("English")}
_HEADS: Mapping[str, str] = {"id": mark("{label} (ID)"), "en": mark("{label} (EN)")}


def head(words: Words, field: str, language: str = "") -> str:
    """What the column of a field is called, where there is room for little."""
    name = words.say(LABELS[field])
    return words.say(_HEADS[language], label=name) if language else name


def label(words: Words, field: str, language: str = "") -> str:
    """What a field is called, and the language of its text where it has one for each."""
    name = words.say(LABELS[field])
    if not language:
        return name
    return words.say("{label}, {language}", label=name, language=words.say(LANGUAGE_NAMES[language]))


def label_of(words: Words, place: Place) -> str:
    """What the field at a place of an entry is called, with the number of its row."""
    names = [part for part in place if isinstance(part, str)]
    language = names.pop() if len(names) > 1 and names[-1] in LANGUAGE_NAMES else ""
    said = label(words, ".".join(names), language)
    row = next((part + 1 for part in place if isinstance(part, int)), None)
    return said if row is None else words.say("Row {row}: {label}", row=row, label=said)


def say_fault(words: Words, fault: Fault) -> str:
    """What is wrong with a field, and how to mend it, beside the field itself."""
    name = label_of(words, fault.place)
    if fault.code in ("missing-key", "text-empty"):
        return words.say("“{label}” is still empty.", label=name)
    details = {**fault.details, "key": name}
    return words.say("{label}: {said}", label=name, said=say_problem(words, Problem(fault.code, details=details)))
