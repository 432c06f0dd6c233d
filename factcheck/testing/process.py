"""
The answers of a resolver in other processes: with other orders of sets and dictionaries of texts, other time zones.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any
from unittest import SkipTest

from factcheck.testing.hooks import Hooks

#: The seed of the hashes of texts, and a time zone: fourteen hours ahead of UTC, eleven behind.
ELSEWHERE = (("1", "AHEAD-14"), ("20", "BEHIND11"))
LONGEST = 60.0  # seconds for a process
MODULE = "resolver_contract_elsewhere"
CANNOT = 3  # exit code of a process in which there is no resolver
_RUN = "import sys; from factcheck.testing.process import run; sys.exit(run(*sys.argv[1:]))"


def told_here(tests: Hooks) -> str:
    """All that the resolver answers, in the order of the queries, as text."""
    queries = tests._queries()
    answers = {answer.query: answer for answer in tests.make_resolver().resolve(queries)}
    return "\n".join(repr(tuple(answers[query])[1:]) for query in queries)  # a query may hold a set, in any order


def told_elsewhere(tests: type[Hooks]) -> Iterator[str]:
    """
    The same in each other process.

    Raises:
        SkipTest: the resolver cannot be made there, for its tests give it something that is only here.
    """
    file = getattr(sys.modules.get(tests.__module__), "__file__", None)
    if file is None or "<locals>" in tests.__qualname__:
        raise SkipTest("no other process was tried: the tests stand in no module of their own")
    processes = [_started(file, tests.__qualname__, seed, zone) for seed, zone in ELSEWHERE]
    for code, told, errors in _ended(processes):
        if code == CANNOT:
            raise SkipTest(f"no other process was tried: the resolver cannot be made there: {errors.strip()[-200:]}")
        if code:
            raise AssertionError(f"the resolver breaks in another process: {errors.strip()[-600:]}")
        yield told.strip("\n")


def _ended(processes: Sequence[subprocess.Popen[str]]) -> list[tuple[int, str, str]]:
    """The exit codes and outputs of processes that run side by side, once all have ended."""
    try:
        said = [process.communicate(timeout=LONGEST) for process in processes]
    finally:
        for process in processes:
            process.kill()  # does nothing to one that has ended
            process.communicate()
    return [(process.returncode, *each) for process, each in zip(processes, said, strict=True)]


def _started(file: str, name: str, seed: str, zone: str) -> subprocess.Popen[str]:
    path = os.pathsep.join(place or os.getcwd() for place in sys.path)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(  # noqa: S603  our own interpreter, on the file of the tests that run
        [sys.executable, "-c", _RUN, file, name],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )


def run(file: str, name: str) -> int:
    """Print what the resolver of some tests answers: what each other process does."""
    printed, sys.stdout = sys.stdout, sys.stderr
    try:
        tests = _tests(Path(file), name)
        tests.make_resolver()
    except Exception as error:  # whatever its tests have only here
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return CANNOT
    told = told_here(tests)
    print(told, file=printed)
    return 0


def _tests(file: Path, name: str) -> Hooks:
    spec = spec_from_file_location(MODULE, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} is no module")
    sys.path.insert(0, str(file.parent))
    found: Any = module_from_spec(spec)
    sys.modules[MODULE] = found
    spec.loader.exec_module(found)
    for part in name.split("."):
        found = getattr(found, part)
    made: Hooks = found()
    return made
