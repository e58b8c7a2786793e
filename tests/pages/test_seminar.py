"""The seminar and the learning agenda as Streamlit's own test runner draws them."""

from __future__ import annotations

from pages.parts.agenda.view import _agenda
from pages.shared.results import results
from pages.shared.selection import Selection
from tests.pages.test_screens import draw, text

NTT = (*(f"53.{number:02}" for number in range(1, 22)), "53.71")


def here() -> Selection:
    """What the screens were drawn for, without what an agenda does not depend on."""
    shared = results("masterplan")
    return Selection(
        "id", "masterplan", shared.opening_year, None, "light", shared.data_version, shared.framework_version
    )


def test_a_seminar_is_rebuilt_with_what_reports_say_and_what_figures_say_since():
    app = draw("seminar.py", lang="en", region="53.71")
    assert not app.exception
    told = text(app)
    assert "6 talks in 2019, according to the reports; 2 of the 4 figures of the speakers can be compared since" in told
    assert 'teladan-mine">Kota Kupang was the host and spoke.' in told
    assert "not an effect of a talk" in told
    assert "practice?lang=en" in told and "practice=kupang-spam-kali-dendeng" in told
    assert "24 kabupaten and kota" in told and "23 members" in told and "reports B and E" in told
    assert "The number of members of Citynet Indonesia" in told
    came, invited = (told.split(text)[1].split("</li>")[0] for text in ("12 of 18 regencies", "22 governments were"))
    assert "<b style" in came and "<i" not in invited  # an empty bar would read as if nobody came


def test_an_agenda_says_what_it_rests_on_and_what_no_figure_tells():
    app = draw("agenda.py", lang="id", region="53.71", group="ntt-governments")
    assert not app.exception
    told = text(app)
    assert "kesenjangan bersama terbesar, menurut rata-rata jarak ke median" in told
    assert "Rancangan dari angka yang terbit" in told
    assert "Jenama daerah cerdas" in told and "belum berangka" in told
    assert "Dapat diundang" in told
    assert "anggota dipilih" in told.lower()
    found, members = _agenda(here(), NTT), set()
    assert {node.id for node, _ in found.unmeasured} == {"branding"}
    assert [one.gap for one in found.sessions] == sorted((one.gap for one in found.sessions), reverse=True)
    for one in found.sessions:
        members |= {cell.region for cell in (*one.behind, *one.presenters)}
        assert all(cell.distance < 0 and cell.clear is not False for cell in one.behind)
        assert all(cell.distance > 0 and (cell.percentile or 0) >= 75 for cell in (*one.presenters, *one.invited))
        assert not {cell.region for cell in one.invited} & set(found.members)
        assert not any(proposed.practice.grade == "D" for proposed in one.practices)
    assert members <= set(found.members)


def test_a_year_without_headline_and_a_network_of_one_are_told():
    app = draw("agenda.py", lang="en", members="53.71")
    assert not app.exception
    assert "A network needs at least two regions." in text(app)
