"""How often the evidence of a practice is mistaken, and how often it sees: `python -m benchmarks.evidence`.

Panels made up, 1,000 of each shape: how often a region stands out where nothing happened, how often where its
figures moved by one to four times the spread of its peers' changes, at three times also by how many peers there are,
and how often another course before the start is flagged. Then the published figures, with every region taken for one
that began something in 2021: about one in twenty should stand out. At last the verdicts over the catalogue.
"""

from __future__ import annotations

from collections import Counter

from metrics.peers import structure
from metrics.practices.catalogue import catalogue
from metrics.practices.evidence import compare, evidence
from metrics.practices.fair_peers import by_likeness
from metrics.practices.panel import Windows, read_panel, windows
from metrics.practices.placebo import COUNTS
from metrics.results import Results, open_results
from tests.metrics.practices.panels import SHAPES
from tests.metrics.practices.test_evidence_simulated import judged

PANELS = 1000
START = 2021


def simulated() -> None:
    """False alarms, power, and flags of the course before, on panels made up."""
    print(f"{PANELS} panels each; percent of regions")
    for shape in SHAPES:
        told = [f"false alarms {share([judged(shape, seed)[0] != 'same' for seed in range(PANELS)]):.1f}"]
        for effect in (1, 2, 3, 4):
            seen = share([judged(shape, seed, effect=effect)[0] == "more" for seed in range(PANELS)])
            told.append(f"seen at {effect} spreads {seen:.1f}")
        for peers in COUNTS:
            seen = share([judged(shape, seed, effect=3, peers=peers)[0] == "more" for seed in range(PANELS)])
            told.append(f"seen at 3 spreads with at most {peers} peers {seen:.1f}")
        for before in (0, 2, 3, 4):
            flagged = share([judged(shape, seed, before=before)[1] for seed in range(PANELS)])
            told.append(f"course before flagged at {before} {flagged:.1f}")
        print(f"{shape}: " + ", ".join(told))


def published(results: Results) -> None:
    """Every region as if it had begun something."""
    known = structure(results, START - 1)
    alike = {region: by_likeness(known, region) for region in known.regions}
    print(f"published figures, every region as if it had begun something in {START}; percent of regions")
    for node in results.nodes:
        if not node.is_leaf or node.status == "wanted":
            continue
        panel = read_panel(results, node)
        verdicts: Counter[str] = Counter()
        for region in known.regions:
            years = windows(panel, region, START)
            if isinstance(years, Windows):
                verdicts.update(one.verdict for one in compare([(panel, years)], region, alike[region])[0])
        if count := verdicts.total():
            more, less = 100 * verdicts["more"] / count, 100 * verdicts["less"] / count
            print(f"{node.id}: of {count} regions {more + less:.1f} stand out, {more:.1f} more and {less:.1f} less")


def shipped(results: Results) -> None:
    """What the figures say of the practices of the catalogue."""
    practices = catalogue(results).practices
    found = [evidence(results, practice, practices) for practice in practices]
    for one in found:
        for told in one.compared:
            print(f"{one.practice}: {told.node.id} {told.verdict}, {told.place} of {told.among}")
    assessed = sum(bool(one.compared) for one in found)
    print(f"{len(found)} practices, {assessed} with an indicator that can be assessed")
    print("indicators:", dict(Counter(verdict for one in found for verdict in one.verdicts)))
    print("reasons:", dict(Counter(lacking.reason for one in found for lacking in one.cannot)))


def share(found: list[bool]) -> float:
    """In percent."""
    return 100 * sum(found) / len(found)


def main() -> None:
    """Measure and print."""
    simulated()
    results = open_results()
    published(results)
    shipped(results)


if __name__ == "__main__":
    main()
