"""The laboratory's own selectors: what to try, on which composite, by which method."""

from collections.abc import Mapping

import streamlit as st

from metrics.comparison import composites
from metrics.laboratory import ASKING, METHODS
from metrics.variants import variants
from pages.parts.laboratory.experts import ask_experts, forget_experts
from pages.parts.laboratory.view import Trial
from pages.shared.address import accept_code, own_names, say_again
from pages.shared.results import frameworks
from pages.shared.selection import Selection
from words import Words, mark

_ASKS = {
    "weights": mark("Weights"),
    "method": mark("Method"),
    "framework": mark("Framework"),
}
_METHODS = {
    "equal_influence": mark("Equal influence"),
    "benefit_of_the_doubt": mark("Benefit of the doubt"),
    "pca": mark("First principal component"),
    "squared_loadings": mark("Squared loadings (Nicoletti)"),
    "entropy": mark("Entropy"),
    "critic": mark("CRITIC"),
    "ahp": mark("Experts compare in pairs (AHP)"),
    "budget": mark("Experts share out 100 points"),
}
_VARIANTS = {
    "geometric_root": mark("Geometric mean at the top"),
    "geometric": mark("Geometric mean at every level"),
    "harmonic_root": mark("Harmonic mean at the top"),
    "arithmetic": mark("Arithmetic mean at every level"),
    "minimum_root": mark("The lowest part counts"),
    "copeland_root": mark("Copeland's duels at the top"),
    "mazziotta_pareto_root": mark("Mazziotta-Pareto at the top"),
    "minmax": mark("Observed range instead of goalposts"),
    "percentile": mark("Percentiles instead of goalposts"),
    "zscore": mark("Standard scores instead of goalposts"),
}
# The keys under which these stand in the address; `framework` is the shared selector's.
_KEYS = {"method": "variant", "framework": "beside"}
_SPREADS = (0.25, 0.5, 0.75, 1.0)


def choose_trial(here: Selection) -> Trial:
    """Everything that is chosen on this screen."""
    words = here.words
    with st.container(key="trial", horizontal=True, vertical_alignment="bottom"):
        ask = _segments(words, "ask", words.say("Try other"), _said(words, _ASKS))
        if ask == "weights":
            node = _select(words, "of", words.say("Weigh the parts of"), composite_titles(here), 300)
            way = _select(
                words, "how", words.say("Way of weighing"), _said(words, {m: _METHODS[m] for m in METHODS}), 300
            )
            spread = _choose_spread(words) if way == "benefit_of_the_doubt" else 0.5
        else:
            names = (
                _others(here) if ask == "framework" else _said(words, {v: _VARIANTS[v] for v in variants(here.results)})
            )
            way = _select(words, _KEYS[ask], words.say(_ASKS[ask]), names, 460)
            forget_experts()
            return Trial(here, ask, way, names[way])
    if way not in ASKING:
        forget_experts()
        return Trial(here, ask, way, words.say(_METHODS[way]), node, spread=spread)
    return Trial(here, ask, way, words.say(_METHODS[way]), node, ask_experts(here, node, way))


def composite_titles(here: Selection) -> dict[str, str]:
    """The composites that weigh several parts, by id; the root is the whole."""
    words = here.words
    found = composites(here.results)
    titles = own_names(words, {node.id: words.title(node.title) for node in found})
    return titles | {node.id: words.say("The whole") for node in found if node.parent is None}


def _said(words: Words, sentences: Mapping[str, str]) -> dict[str, str]:
    return {code: words.say(sentence) for code, sentence in sentences.items()}


def _others(here: Selection) -> dict[str, str]:
    """The other frameworks by code."""
    return {key: here.words.title(title) for key, title in frameworks().items() if key != here.framework}


def _choose_spread(words: Words) -> float:
    names = {str(spread): words.say("± {share}", share=words.percent(spread)) for spread in _SPREADS}
    return float(_select(words, "bounds", words.say("Weights may leave equal ones by"), names, 210, 1))


def _segments(words: Words, key: str, label: str, names: dict[str, str]) -> str:
    accept_code(key, names)
    say_again(key, words.language)
    return st.segmented_control(
        label,
        list(names),
        default="weights",
        required=True,
        format_func=lambda code: names.get(code, code),
        key=key,
        bind="query-params",
    )


def _select(words: Words, key: str, label: str, names: dict[str, str], width: int, index: int = 0) -> str:
    accept_code(key, names)
    say_again(key, words.language)
    return st.selectbox(
        label,
        list(names),
        index=index,
        format_func=lambda code: names.get(code, code),
        key=key,
        bind="query-params",
        width=width,
    )
