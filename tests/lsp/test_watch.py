"""``factcheck verify --watch``: the report again after each change that counts, and the last code at Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest
from click.testing import CliRunner

from factcheck.cli.verify import command
from factcheck.cli.watch import watched_by
from tests.lsp.client import PATIENCE
from tests.lsp.story import CLAIMS, STORY, workspace

READY = "watching claims, drafts, sources and settings; Ctrl-C ends it"
needs_signals = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal")


class Run:
    """A run that watches; its lines on standard error come in as they are written."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to one that has these words."""
        found: list[str] = []
        while not found or words not in found[-1]:
            try:
                found.append(self._lines.get(timeout=PATIENCE))
            except Empty:
                raise AssertionError(f"{words!r} was not said; there was {found}") from None
        return found

    def stop(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[Run]:
    command = [sys.executable, "-P", "-m", "factcheck", "verify", "--watch", "-o", "concise", *options]
    out = folder / "out.txt"
    with (
        out.open("w") as stdout,
        subprocess.Popen(command, cwd=folder, stdout=stdout, stderr=subprocess.PIPE, text=True) as process,
    ):
        run = Run(process)
        try:
            run.until(READY)
            yield run
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
            run.thread.join(PATIENCE)


@needs_signals
def test_a_change_of_the_story_runs_again(tmp_path: Path) -> None:
    """
    A story that an editor saves by putting a new file in its place is checked again.
    """
    _, story = workspace(tmp_path)
    with watching(tmp_path) as run:
        new = story.with_name(".story.md.new")
        new.write_text(STORY.replace("$106.48", "$107.48"), encoding="utf-8")
        new.replace(story)
        said = run.until(READY)
        code = run.stop()

    assert said[0] == f"changed: {Path('drafts/story.md')}"
    assert "figure-changed" in (tmp_path / "out.txt").read_text()
    assert code == 1


@needs_signals
def test_the_code_is_that_of_the_last_run(tmp_path: Path) -> None:
    """
    A claims file that is broken gives 2, mended it gives what the figures say.
    """
    claims, _ = workspace(tmp_path)
    with watching(tmp_path) as run:
        claims.write_text("claims: [", encoding="utf-8")
        run.until(READY)
        claims.write_text(CLAIMS.replace("$237", "$240.11"), encoding="utf-8")
        (tmp_path / "drafts" / "story.md").write_text(STORY.replace("$237", "$240.11"), encoding="utf-8")
        run.until(READY)
        code = run.stop()

    assert code == 0


@needs_signals
def test_what_a_run_does_not_rest_on_is_left_alone(tmp_path: Path) -> None:
    """
    Another file, and the report itself, do not run it again; a new claims file in a new folder does.
    """
    claims, _ = workspace(tmp_path)
    with watching(tmp_path) as run:
        (tmp_path / "notes.yaml").write_text("a: b", encoding="utf-8")
        claims.write_text(CLAIMS + "# seen\n", encoding="utf-8")
        first = run.until(READY)
        (tmp_path / "claims" / "new").mkdir()
        run.until(READY)
        (tmp_path / "claims" / "new" / "more.yaml").write_text(CLAIMS.replace("../", "../../"), encoding="utf-8")
        second = run.until(READY)
        run.stop()

    assert [line for line in (*first, *second) if line.startswith("changed")] == [
        f"changed: {Path('claims/story.yaml')}",
        f"changed: {Path('claims/new/more.yaml')}",
    ]


def test_services_are_not_asked_at_every_change() -> None:
    """
    --live beside --watch is refused, and says why.
    """
    answer = CliRunner().invoke(command, ["--watch", "--live"])

    assert answer.exit_code == 2
    assert "leave out --live" in answer.output


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    """
    An install without watchfiles names the extra.
    """
    workspace(tmp_path)
    lacking = "import sys; sys.modules['watchfiles'] = None; sys.modules['watchfiles._rust_notify'] = None; "
    run = "from factcheck.cli import main; sys.exit(main(['verify', '--watch']))"
    answer = subprocess.run(
        [sys.executable, "-P", "-c", lacking + run], cwd=tmp_path, capture_output=True, text=True, timeout=PATIENCE
    )

    assert answer.returncode == 2
    assert "pip install 'factcheck-claims[watch]'" in answer.stderr


def test_drafts_that_are_not_there_yet_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A claims file may name a story that somebody is about to write.
    """
    _, story = workspace(tmp_path)
    story.unlink()
    monkeypatch.chdir(tmp_path)
    watched = watched_by(("claims",))

    assert watched.counts(str(story.resolve()))
    assert str(story.parent.resolve()) in watched.folders
