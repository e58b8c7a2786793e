"""The head of a screen about all regions: the answer, the caveats of the year, the reader's own region."""

import pandas as pd

from exports import standing_words
from pages.parts.rankings import words as say
from pages.shared import prose
from pages.shared.links import link
from pages.shared.selection import Selection


def draw_answer(here: Selection, sentence: str, hint: str, *lead: str) -> None:
    """The answer with its lead, and the line of the reader's own region; `hint` says how to choose one."""
    words, scored = here.words, here.results
    framework = words.title(scored.framework.title)
    prose.answer(words.say("{framework}, {year}", framework=framework, year=words.year(here.year)), sentence)
    if here.ranking["score"].isna().all():
        prose.note(standing_words.say_other_year(words, scored.opening_year))
        return
    if lead:
        prose.lead(*lead)
    if here.year in scored.provisional_years:
        prose.note(standing_words.say_provisional(words, here.year))
    if here.region is None:
        prose.note(hint)
        return
    row = here.ranking.set_index("region", drop=False).loc[here.region].to_dict()
    if pd.notna(row["score"]):
        told = standing_words.say_region(words, scored, row, say.scale(here).decimals)
    else:
        reason = standing_words.reasons(words, scored, here.year).get(
            here.region, words.say("its figures are not available")
        )
        told = standing_words.say_not_assessed(words, row["name"], here.year, reason)
    draw_my_region(here, row["name"], told)


def draw_my_region(here: Selection, name: str, sentence: str) -> None:
    """What a screen says of the reader's own region, with the way to its profile."""
    invitation = here.words.say("Open the profile of {name}", name=name)
    prose.about_my_region(sentence, prose.link(invitation, link(here, "profile")))
