"""
A real browser for the annotated article: Debian's Chromium, driven by Playwright, and axe-core for accessibility.

Without Chromium, without Playwright, or without a way to axe-core the tests that need them are skipped and say why.
"""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from factcheck.outputs.html import Choices, render_html
from factcheck.outputs.result import Result

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = "axe-core@4.14.1"
AXE_SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Opened(NamedTuple):
    """
    A page in the browser, with what happened in it.

    Attributes:
        page: the page.
        said: what the console said, and errors of scripts.
        asked: the addresses that were asked for.
    """

    page: Page
    said: list[str]
    asked: list[str]


Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser, started once a file: while Playwright runs no other loop may in its process."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is missing: pip install playwright")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        except sync_api.Error as error:
            pytest.skip(f"{found} does not start: {str(error).splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a run's page, at a size, in light or dark, with or without scripts."""
    contexts = []

    def open_page(
        result: Result | str,
        choices: Choices | None = None,
        *,
        width: int = 1280,
        scheme: str = "light",
        scripts: bool = True,
        **more: Any,
    ) -> Opened:
        text = result if isinstance(result, str) else render_html(result, choices or Choices())
        file = tmp_path / f"page-{len(contexts)}.html"
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=scripts,
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append("a dialog"), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return Opened(page, said, asked)

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe(pytestconfig: pytest.Config) -> str:
    """The source of axe-core: from the cache of the tests, else from npm."""
    cache = pytestconfig.cache
    assert cache is not None
    kept = cache.mkdir("axe-core") / "axe.min.js"
    if not kept.is_file() or not _is_right(kept.read_bytes()):
        with TemporaryDirectory(dir=kept.parent) as folder:  # several test processes may fetch it at once
            new = Path(folder) / "new"
            new.write_bytes(_fetched(Path(folder)))
            new.replace(kept)
    return kept.read_text(encoding="utf-8")


def _is_right(content: bytes) -> bool:
    return sha256(content).hexdigest() == AXE_SHA256


def _fetched(folder: Path) -> bytes:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("axe-core comes from npm, which is missing here")
    command = [npm, "pack", AXE, "--silent", "--pack-destination", str(folder)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, cwd=folder)
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not give axe-core within a minute")
    archives = sorted(folder.glob("axe-core-*.tgz"))
    if run.returncode or not archives:
        pytest.skip(f"npm has no axe-core here: {run.stderr.strip()[:200]}")
    with tarfile.open(archives[-1]) as archive:
        member = archive.extractfile("package/axe.min.js")
        assert member is not None
        content = member.read()
    if not _is_right(content):
        pytest.fail(f"{AXE} from npm is not the one that was looked at")
    return content


@pytest.fixture
def violations(axe: str) -> Callable[[Page], list[str]]:
    """What axe-core finds wrong in a page."""

    def check(page: Page) -> list[str]:
        page.evaluate(axe)
        found = page.evaluate(f"axe.run(document, {{runOnly: {RULES}, resultTypes: ['violations']}})")
        return [f"{each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]

    return check
