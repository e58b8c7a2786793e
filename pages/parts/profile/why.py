"""Why a score is what it is: the formula with the region's own numbers, down to the row of the source."""

from collections.abc import Mapping

import streamlit as st

from exports.formulas import aggregation, as_published, derivation_steps, no_value
from exports.standing_words import say_rank
from metrics.explain import Explanation, Origin, explain
from pages.parts.profile.view import full_title
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.inert import as_html
from pages.shared.selection import Selection


def choose_node(here: Selection) -> str:
    """The node that is to be explained, at first the root."""
    names = _names(here)
    accept_code("node", names)
    say_again("node", here.language)
    if st.session_state.get("node", here.results.root.id) not in names:
        st.session_state["node"] = here.results.root.id
    return st.selectbox(
        here.words.say("Why this score?"),
        list(names),
        format_func=lambda node: names.get(node, node),
        key="node",
        bind="query-params",
        width=480,
    )


def _names(here: Selection) -> Mapping[str, str]:
    """Every node that has scores, by a name of its own, in the order of the tree."""
    nodes = (node for node in here.results.nodes if node.status != "wanted")
    return own_names(here.words, {node.id: here.words.title(node.title) for node in nodes})


@st.cache_data(show_spinner=False, max_entries=500)
def draw_why(here: Selection, node: str) -> None:
    """The steps from what a node is made of to its score."""
    assert here.region is not None
    scored, found = here.results, explain(here.results, here.region, node, here.year, below=1)
    above, parent = [], found.node.parent
    while parent is not None:
        above.insert(0, here.words.title(scored.node(parent).title))
        parent = scored.node(parent).parent
    path = f"<p>{as_html(' › '.join(above))}</p>" if above else ""
    parts = _parts(here, found) if found.children else _sources(here, found)
    steps = "".join(f"<li>{as_html(step)}</li>" for step in _steps(here, found))
    st.html(
        f'<section class="teladan-why">{path}<h3>{as_html(_title(here, found))}</h3>'
        f"<p>{as_html(_say_score(here, found))}</p><ol>{steps}</ol>{parts}</section>"
    )


def _title(here: Selection, found: Explanation) -> str:
    """The title of the node with its unit, where it has one."""
    title, unit = full_title(here, found.node), here.words.title(found.node.unit)
    return here.words.say("{title}, {unit}", title=title, unit=unit) if unit else title


def _say_score(here: Selection, found: Explanation) -> str:
    words = here.words
    holes = {"score": words.number(found.score, 2), "coverage": words.percent(found.coverage)}
    if found.score is None:
        return words.say("○ no score")
    if found.rank is None or found.node.parent is not None:  # no rank without a band, which is that of the whole
        return words.say("Score {score}; coverage {coverage}.", **holes)
    row = here.ranking.set_index("region").loc[here.region]
    holes |= {"rank": say_rank(words, row, "rank"), "ranked": words.number(found.ranked)}
    return words.say("Score {score}; rank {rank} of {ranked} nationally; coverage {coverage}.", **holes)


def _steps(here: Selection, found: Explanation) -> list[str]:
    if found.derivation is not None:
        # The chain runs from the figure to the score, and so it is read.
        return list(derivation_steps(here.words, here.year, found, found.derivation))[::-1]
    if found.node.is_leaf:
        return [no_value(here.words, found)]
    return [aggregation(here.words, found)]


def _parts(here: Selection, found: Explanation) -> str:
    """What a composite is made of; what is wanted is not part of it yet."""
    words = here.words
    heads = (words.say("Made of"), words.say("Weight"), words.say("Score"))
    rows = "".join(
        f'<tr><th scope="row">{as_html(full_title(here, child.node))}</th>'
        f'<td class="number">{as_html(as_published(words, child.node.weight) if child.node.counts else "–")}</td>'
        f'<td class="number">{as_html(words.number(child.score, 4))}</td></tr>'
        for child in found.children
        if child.node.status != "wanted"
    )
    head = f'<th scope="col">{as_html(heads[0])}</th>' + "".join(
        f'<th scope="col" class="number">{as_html(text)}</th>' for text in heads[1:]
    )
    return f'<table class="teladan-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _sources(here: Selection, found: Explanation) -> str:
    """The rows of the sources that an indicator rests on."""
    cell = found.derivation
    origins = [] if cell is None else [one for one in (cell.raw, cell.denominator) if one is not None]
    return "".join(_source(here, found, origin) for origin in origins)


def _source(here: Selection, found: Explanation, origin: Origin) -> str:
    words = here.words
    unit = words.title(found.node.unit) if origin.variable == found.node.variable else origin.variable
    rows = (
        (words.say("Figure"), f"{as_published(words, origin.value)} {unit}, {words.year(origin.year)}"),
        (words.say("Publisher"), origin.publisher),
        (words.say("Source"), origin.title),
        (words.say("File and line"), words.say("{file}, line {line}", file=origin.file, line=origin.line)),
        (words.say("Read from"), origin.address),
        (words.say("Note"), origin.note),
    )
    told = "".join(f"<dt>{as_html(name)}</dt><dd>{as_html(text)}</dd>" for name, text in rows if text)
    return f"<dl>{told}</dl>"
