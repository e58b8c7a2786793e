"""What a fresh machine and a fresh reader rely on: the commands, the packaging, and what no file may hold."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

README_COMMANDS = re.compile(r"^## Start$.*?^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com"
    r"|(deb|ftp|security|snapshot)\.debian\.org|archive\.ubuntu\.com"
    r"|https?://[^ \"]*(/simple([/\"]|$)|\.whl\b|\.deb\b|\.tgz\b)"
)
HOME_PATHS = re.compile(r"(?<![\w.])/(root|home/\w+|Users/\w+)/|[A-Z]:\\Users\\")
BESIDE_THE_CHECKOUT = re.compile(r"\.\./shared")
LONGEST = 400
LONGEST_PAGE = 120
LONGEST_DASHBOARD = 80
LONGEST_START = 120


def project_files() -> list[Path]:
    """The files of the project: those git has, or would take."""
    # A checkout may belong to someone else than who runs the tests; listing its files is harmless.
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(git, cwd=ROOT, capture_output=True, check=True, text=True, encoding="utf-8")
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("without git, the files of the project cannot be told from what lies beside them")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def project_texts() -> Iterator[tuple[str, str]]:
    """Path and text of each text file of the project."""
    for file in project_files():
        try:
            yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture


def places(pattern: re.Pattern[str], *, outside: str = "") -> list[str]:
    """Where the pattern stands in the project, as path:line."""
    return [
        f"{path}:{number}"
        for path, text in project_texts()
        if not (outside and path.startswith(outside))
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def dependency_lists() -> dict[str, list[str]]:
    """Every list of dependencies in pyproject.toml, by where it stands."""
    extras = PROJECT["project"]["optional-dependencies"]
    return {
        "build": PROJECT["build-system"]["requires"],
        "project": PROJECT["project"]["dependencies"],
        **extras,
    }


# The commands


def test_readme_has_two_commands_and_ci_runs_the_second() -> None:
    block = README_COMMANDS.search((ROOT / "README.md").read_text("utf-8"))
    assert block
    assert block[1].splitlines() == ["python start.py", "python start.py test"]
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert script.splitlines()[-1] == "exec python3 start.py test"
    assert script.count("start.py") == 1
    assert not re.search(r"\bpip\b|\bapt\b|apt-get|\bpytest\b", script)


def test_start_can_be_read_by_an_older_python() -> None:
    text = (ROOT / "start.py").read_text("utf-8")
    tree = ast.parse(text, feature_version=(3, 6))
    plain = [alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names]
    imported = [*plain, *(str(node.module) for node in tree.body if isinstance(node, ast.ImportFrom))]
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
    assert len(text.splitlines()) <= LONGEST_START


def test_start_refuses_an_older_python_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit) as stopped:
        start.main()
    assert "3.11 or newer" in str(stopped.value)
    assert "3.9.2" in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_start_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main("--help") == 0
    assert start.main("tset") == 2
    assert "python start.py test" in capsys.readouterr().out


def test_start_installs_only_when_the_project_changed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project, environment = tmp_path / "project", tmp_path / "environment"
    project.mkdir()
    environment.mkdir()
    (project / "pyproject.toml").write_text("first", "utf-8")
    python = environment / "bin" / "python"
    targets: list[str] = []

    def pip(_python: Path, *arguments: str) -> int:
        targets.append(arguments[-1])
        return 0

    monkeypatch.setattr(start, "ROOT", project)
    monkeypatch.setattr(start, "find_spec", lambda name: name == "pip")
    monkeypatch.setattr(start, "run", pip)
    start.install(python)
    start.install(python)
    assert targets == ["."]
    start.install(python, "test")
    start.install(python)  # is part of the installation with the extra
    start.install(python, "test")
    assert targets == [".", ".[test]"]
    (project / "pyproject.toml").write_text("second", "utf-8")
    start.install(python)
    assert targets == [".", ".[test]", "."]
    assert capsys.readouterr().out.count("Installing Teladan") == 3


def test_a_failed_installation_is_tried_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "find_spec", lambda name: name == "pip")
    monkeypatch.setattr(start, "run", lambda *_arguments: 1)
    for _attempt in range(2):
        with pytest.raises(SystemExit):
            start.install(tmp_path / "bin" / "python")
    assert not list(tmp_path.iterdir())


def test_start_says_that_pip_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(start, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit, match="needs pip"):
        start.install(tmp_path / "bin" / "python")


# The packaging


def test_every_dependency_has_a_range_and_a_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    for listed in dependency_lists().values():
        for dependency in listed:
            assert re.search(r">=[\d.]+,<[\d.]+$", dependency), f"{dependency} has no range"
            line = next(line for line in lines if f'"{dependency}"' in line)
            assert re.search(r"# \w.{9,}", line), f"{dependency} has no reason"


def test_what_the_wheel_names_is_there() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    for name in (*wheel["packages"], *wheel["force-include"]):
        assert (ROOT / name).exists(), name


def test_every_room_is_checked() -> None:
    rooms = set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
    assert rooms == set(PROJECT["tool"]["importlinter"]["root_packages"])
    assert rooms - {"pages"} == set(PROJECT["tool"]["mypy"]["files"])


# The files


@pytest.mark.parametrize(
    ("pattern", "outside"),
    [(REGISTRIES, ""), (HOME_PATHS, ""), (BESIDE_THE_CHECKOUT, ".ci/")],
    ids=["registry", "home", "beside"],
)
def test_no_file_knows_a_place_of_its_own(pattern: re.Pattern[str], outside: str) -> None:
    assert places(pattern, outside=outside) == []


def test_files_are_short() -> None:
    long = {}
    for path, text in project_texts():
        if path.endswith(".py"):
            page = path.startswith("pages/")
            longest = LONGEST_DASHBOARD if path == "dashboard.py" else LONGEST_PAGE if page else LONGEST
            if (lines := len(text.splitlines())) > longest:
                long[path] = lines
    assert long == {}


def test_changelog_says_what_is_not_released() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(r"^## \[Unreleased\]\n+### \w+\n+- ", changelog, re.MULTILINE)


def test_links_between_documents_lead_somewhere() -> None:
    broken = [
        f"{path}: {target}"
        for path, text in project_texts()
        if path.endswith(".md")
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text)
        if not (ROOT / path).parent.joinpath(target).exists()
    ]
    assert broken == []
