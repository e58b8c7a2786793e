"""What the laboratory says of a comparison: sentences made of the figures."""

from exports.standing_words import say_rank
from metrics.comparison import Comparison
from pages.parts.laboratory.view import Trial

FIRST = 10


def say_answer(trial: Trial, found: Comparison) -> str:
    """The first line: who leads, how many of the first ten stay, who moves most."""
    words, names = trial.words, trial.regions["name"]
    if found.still() == found.ranked:
        return words.say(
            "{way}: none of {ranked} regions changes its rank.", way=trial.named, ranked=words.number(found.ranked)
        )
    row = found.regions.iloc[0]
    holes = {
        "way": trial.named,
        "staying": words.number(found.staying(FIRST)),
        "first": words.number(FIRST),
        "name": names[str(found.regions.index[0])],
        "one": words.number(row["rank_one"]),
        "other": words.number(row["rank_other"]),
        "ranked": words.number(found.ranked),
    }
    before, after = found.leaders
    if before == after:
        return words.say(
            "{way}: {leader} stays first, {staying} of the first {first} stay among them, and {name} moves most, from "
            "{one} to {other} of {ranked}.",
            leader=_say_leaders(trial, before),
            **holes,
        )
    return words.say(
        "{way}: {leader} leads instead of {before}, {staying} of the first {first} stay among them, and {name} moves "
        "most, from {one} to {other} of {ranked}.",
        leader=_say_leaders(trial, after),
        before=_say_leaders(trial, before),
        **holes,
    )


def say_extremes(trial: Trial, found: Comparison) -> str:
    """The title of the slopes: who falls and who rises most."""
    words, moved, names = trial.words, found.regions["moved"], trial.regions["name"]
    falls, rises = moved.idxmin(), moved.idxmax()
    return words.say(
        "{falling} falls by {fall} places, {rising} rises by {rise}",
        falling=names[falls],
        fall=words.number(abs(moved[falls])),
        rising=names[rises],
        rise=words.number(moved[rises]),
    )


def say_agreement(trial: Trial, found: Comparison) -> list[str]:
    """How alike the two orders are, and how many regions leave their band."""
    words = trial.words
    told = [
        words.say(
            "Rank correlation with the framework over {ranked} regions: Spearman {spearman}, Kendall {kendall}. "
            "{still} regions keep their rank.",
            ranked=words.number(found.ranked),
            spearman=words.number(found.spearman, 2),
            kendall=words.number(found.kendall, 2),
            still=words.number(found.still()),
        )
    ]
    if trial.outside == 0:
        told.append(words.say("None lands outside the band of ranks that it has in the framework's own draws."))
    elif trial.outside is not None:
        told.append(
            words.say_plural(
                "{count} lands outside the band of ranks that it has in the framework's own draws.",
                "{count} land outside the band of ranks that they have in the framework's own draws.",
                trial.outside,
            )
        )
    elif found.ranked < trial.regions["rank"].notna().sum():
        told.append(words.say("Not the same regions are ranked, so ranks here are among those that both rank."))
    return told


def say_region(trial: Trial, found: Comparison, region: str) -> str:
    """A region's two ranks in a sentence."""
    words, row = trial.words, found.regions.loc[region]
    return words.say(
        "{name}: rank {one} of {ranked} in the framework, {other} by “{way}”.",
        name=trial.regions["name"][region],
        one=say_own_rank(trial, found, region),
        other=words.number(row["rank_other"]),
        ranked=words.number(found.ranked),
        way=trial.title,
    )


def say_own_rank(trial: Trial, found: Comparison, region: str) -> str:
    """The rank in the framework, with its band where the same regions are ranked."""
    if trial.outside is None:
        return trial.words.number(found.regions["rank_one"][region])
    return say_rank(trial.words, trial.regions.loc[region].to_dict(), "rank")


def say_not_ranked(trial: Trial) -> str:
    """That the reader's own region has no part in it."""
    return trial.words.say("{name} is not ranked by both ways.", name=trial.regions["name"][trial.here.region])


def _say_leaders(trial: Trial, regions: tuple[str, ...]) -> str:
    words = trial.words
    if len(regions) > 3:
        return words.say_plural("{count} region alike", "{count} regions alike", len(regions))
    return words.listing([str(trial.regions["name"][region]) for region in regions])
