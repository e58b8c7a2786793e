"""What the next step says right under its first line, so that nobody takes that wrongly."""

from pages.parts.next.view import View, title


def say_caveats(view: View) -> list[str]:
    """What the reader would take wrongly of the first line."""
    words, found = view.words, view.gaps
    first, told = found.largest, []
    if first is None:
        return []
    if not first.clear:
        told.append(words.say("It is not clearly behind: the gap is within the error of the survey."))
    open_ = [gap for gap in found.behind if gap.clear and gap.prospect != "passed" and gap.node.lever == "direct"]
    if open_ and first in found.behind and first.node.lever != "direct":
        told.append(
            words.say(
                "{slow} moves slowly. The largest gap that a local government moves directly: {title}, {gain} points.",
                slow=title(view, first), title=title(view, open_[0]), gain=words.signed(open_[0].gain, view.decimals),
            )
        )  # fmt: skip
    listed = found.behind or found.beside
    before = listed[: listed.index(first)]
    if passed := [title(view, gap) for gap in before if gap.prospect == "passed"]:
        told.append(
            words.say(
                "The gap in {titles} was larger in {year}, but its newer figure is past the goal.",
                year=words.year(view.here.year), titles=words.listing(passed),
            )
        )  # fmt: skip
    if unclear := [title(view, gap) for gap in before if gap.prospect != "passed"]:
        told.append(
            words.say(
                "Larger, but within the error of the survey and so not clearly a gap: {title}.",
                title=words.listing(unclear),
            )
        )
    return told
