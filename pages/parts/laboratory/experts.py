"""What experts say: asked on the screen, kept in the address and in a file that can be loaded again."""

from collections.abc import Sequence

import streamlit as st

from metrics.laboratory import parts
from metrics.problems import InputProblems
from metrics.tree import Node
from metrics.weighting.experts import (
    EXPERTS,
    Answers,
    Kind,
    nobody,
    read_code,
    read_file,
    write_code,
    write_file,
)
from pages.parts.laboratory.questions import judge, share_out
from pages.shared.inert import inert
from pages.shared.selection import Selection
from words import Words
from words.problems import say_problem

_ADDRESS = "experts"


def forget_experts() -> None:
    """Take the answers out of the address where nobody is asked."""
    if _ADDRESS in st.query_params:
        del st.query_params[_ADDRESS]


def ask_experts(here: Selection, node: str, kind: Kind) -> Answers:
    """The editor of all experts for one composite; what they say."""
    children = parts(here.results, node)
    key = f"experts {here.framework} {node} {kind}"
    start = nobody(kind, len(children))
    if key not in st.session_state:
        st.session_state[key] = read_code(kind, st.query_params.get(_ADDRESS, ""), len(children)) or start
    words, answers = here.words, st.session_state[key]
    with st.container(border=True, key="editor"):
        number = _choose_expert(words, key, len(answers))
        if kind == "ahp":
            expert = judge(words, children, answers[number], f"{key} {number} {_generation(key)}")
        else:
            expert = share_out(words, children, answers[number], f"{key} {number} {_generation(key)}")
        answers = (*answers[:number], expert, *answers[number + 1 :])
        st.session_state[key] = answers
        _buttons(words, key, kind, node, children, start, number)
    if answers == start:
        forget_experts()
    else:
        st.query_params[_ADDRESS] = write_code(kind, answers)
    return answers


def _choose_expert(words: Words, key: str, count: int) -> int:
    names = [words.say("Expert {number}", number=words.number(place + 1)) for place in range(count)]
    if count == 1:
        return 0
    opened = min(st.session_state.get(f"{key} open", 0), count - 1)
    return st.segmented_control(
        words.say("Who is speaking"), range(count), default=opened, required=True,
        format_func=lambda place: names[place], key=f"{key} who {_generation(key)}",
    )  # fmt: skip


def _buttons(
    words: Words, key: str, kind: Kind, node: str, children: Sequence[Node], start: Answers, number: int
) -> None:
    """Another expert, one less, all of them as a file, and a file that was kept."""
    ids = [child.id for child in children]
    answers = st.session_state[key]
    with st.container(horizontal=True, vertical_alignment="center"):
        full = len(answers) >= EXPERTS
        st.button(
            words.say("Add an expert"), on_click=_keep, args=(key, (*answers, *start), len(answers)), disabled=full
        )
        rest = (*answers[:number], *answers[number + 1 :]) or start
        st.button(words.say("Remove this expert"), on_click=_keep, args=(key, rest, max(number - 1, 0)))
        st.download_button(
            words.say("Keep as a file"), write_file(kind, node, ids, answers), file_name=f"teladan-{kind}-{node}.json",
            mime="application/json", on_click="ignore", icon=":material/download:",
        )  # fmt: skip
    with st.expander(words.say("Load a file that was kept")):
        file = st.file_uploader(words.say("File (.json)"), type="json", max_upload_size=1, key=f"{key} file")
        if file is not None and st.session_state.get(f"{key} loaded") != file.file_id:
            try:
                loaded = read_file(file.getvalue(), kind, node, ids)
            except InputProblems as problems:
                st.error(inert(say_problem(words, problems.problems[0])), icon=":material/error:")
            else:
                st.session_state[f"{key} loaded"] = file.file_id
                _keep(key, loaded, 0)
                st.rerun()


def _keep(key: str, answers: Answers, opened: int) -> None:
    """Take over other answers; the widgets are drawn anew with them."""
    st.session_state[key] = answers
    st.session_state[f"{key} open"] = opened
    st.session_state[f"{key} generation"] = _generation(key) + 1


def _generation(key: str) -> int:
    return st.session_state.get(f"{key} generation", 0)
