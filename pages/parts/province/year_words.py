"""What the province screen says of the years: sentences made of the figures."""

from metrics.courses import Course, Courses
from pages.shared.selection import Selection
from words import Words


def say_course(words: Words, name: str, title: str, course: Course, decimals: int) -> str:
    """The years of a region in a full sentence."""
    if not course.points:
        return words.say("{name}, {title}: no score in any year.", name=name, title=title)
    told = [
        words.say("{year}: {count}", year=words.year(year), count=words.number(score, decimals))
        for year, score in course.points
    ]
    return words.say("{name}, {title}: {scores}.", name=name, title=title, scores=words.listing(told))


def say_ends(here: Selection, course: Course, usual: tuple[int, int], decimals: int) -> tuple[str, str]:
    """What is written below both ends of a line; nothing below the second one of a single point."""
    if not course.points:
        return here.words.say("no figure"), ""
    first, last = course.points[0], course.points[-1]
    told = _say_end(here, first, usual[0], decimals)
    return told, _say_end(here, last, usual[1], decimals) if len(course.points) > 1 else ""


def _say_end(here: Selection, point: tuple[int, float], usual: int, decimals: int) -> str:
    """The score at an end of a line, with its year where that is not the usual one."""
    words, score = here.words, here.words.number(point[1], decimals)
    return score if point[0] == usual else words.say("{score} ({year})", score=score, year=words.year(point[0]))


def say_risen(words: Words, title: str, courses: Courses) -> str:
    """The title of the years: how many regions are higher than at the start of the years that may be compared."""
    risen, known = courses.risen
    if courses.span is None or not known:
        return words.say("{title} over the years", title=title)
    return words.say(
        "{title}: higher in {last} than in {first} in {risen} of {count} regions",
        title=title,
        first=words.year(courses.span[0]),
        last=words.year(courses.span[1]),
        risen=words.number(risen),
        count=words.number(known),
    )


def say_lines(here: Selection, ends: tuple[int, int]) -> list[str]:
    """How to read the lines."""
    words = here.words
    told = [
        words.say(
            "From {first} to {last}, all on one scale. The grey line is the national median of the kind: where it "
            "rises too, the whole country has risen. A line is cut where a year has no score and where the method of "
            "an indicator changed.",
            first=words.year(ends[0]),
            last=words.year(ends[1]),
        )
    ]
    if here.results.provisional_years:
        listed = words.listing([words.year(year) for year in here.results.provisional_years])
        told.append(words.say("Hollow marks: provisional ({years}).", years=listed))
    return told


def say_year(here: Selection, year: int) -> str:
    """A year as the head of a column; a provisional one says so."""
    told = here.words.year(year)
    return here.words.say("{year} (provisional)", year=told) if year in here.results.provisional_years else told
