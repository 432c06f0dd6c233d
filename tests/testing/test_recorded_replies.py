"""Recorded replies: read as they were written, or not at all, and answered from by a service on this machine."""

from __future__ import annotations

import os
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore
from factcheck.plugin_kit.sample import RETRIEVED, record_sample
from factcheck.testing import recorded, serve
from factcheck.testing.faults import cut_off
from tests.testing.harbour import MONTH, Harbour

BASE = "https://statistics.example/api/v1"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    record_sample(tmp_path / "recorded")
    return tmp_path / "recorded"


def keep(folder: Path, request: Request, body: bytes, day: int = 1) -> None:
    """Keep a reply by hand."""
    moment = datetime(2026, 3, day, tzinfo=UTC)
    EvidenceStore(folder).keep(request, status=200, content_type="application/json", body=body, retrieved=moment)


def get(url: str, body: bytes | None = None) -> tuple[int, bytes]:
    """Ask a service of this machine."""
    try:
        with urllib.request.urlopen(url, body, timeout=5) as got:  # noqa: S310  our own server
            return got.status, got.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_the_clock_stands_at_the_recording(sample: Path) -> None:
    """
    The access to recorded replies lives on the day of the recording, so that tests do not age.
    """
    assert recorded(sample).now() == RETRIEVED


def test_a_folder_without_replies_is_told(tmp_path: Path) -> None:
    """
    A wrong folder is an error, not a resolver without answers.
    """
    with pytest.raises(AssertionError, match="has no recorded reply; record one"):
        recorded(tmp_path / "recorded")


def test_a_changed_body_is_told(sample: Path) -> None:
    """
    A body whose bytes were changed, as by a checkout that changes line ends, is an error that says so.
    """
    (body,) = (path for path in sample.glob("bodies/*/*") if path.is_file())
    body.write_bytes(body.read_bytes().replace(b"\n", b"\r\n"))

    with pytest.raises(AssertionError, match="damaged, perhaps by a change of its line ends"):
        recorded(sample)


def test_a_missing_body_is_told(sample: Path) -> None:
    """
    An index without its body is an error that names the file.
    """
    (body,) = (path for path in sample.glob("bodies/*/*") if path.is_file())
    body.unlink()

    with pytest.raises(AssertionError, match="the body that it names is not there"):
        recorded(sample)


def test_a_changed_index_is_told(sample: Path) -> None:
    """
    An index that was edited is an error that names the file.
    """
    (index,) = sample.glob("requests/*/*.json")
    index.write_text(index.read_text(encoding="utf-8").replace("CHN", "RUS"), encoding="utf-8")

    with pytest.raises(AssertionError, match="is no recorded reply as it was written"):
        recorded(sample)


def test_the_newest_reply_answers(tmp_path: Path) -> None:
    """
    Of two recordings of one request the later one is served.
    """
    request = Request("GET", f"{BASE}/trade", (), "", "application/json")
    keep(tmp_path, request, b'{"new": true}', day=2)
    keep(tmp_path, request, b'{"old": true}', day=1)

    with serve(tmp_path) as replay:
        assert get(f"{replay.url}/trade") == (200, b'{"new": true}')


def test_only_what_was_recorded_is_answered(sample: Path) -> None:
    """
    Other parameters, another path, a parameter more: 404, and remembered as lacking.
    """
    with serve(sample) as replay:
        asked = (
            "/trade?partner=RUS&format=json",
            "/other?partner=CHN&format=json",
            "/trade?partner=CHN&format=json&page=2",
        )
        codes = [get(replay.url + path)[0] for path in asked]

    assert (codes, replay.lacking) == ([404, 404, 404], list(asked))


def test_a_key_makes_no_other_request(sample: Path) -> None:
    """
    Requests are recorded without their key, and found again with one.
    """
    with serve(sample, key_parameter="key") as replay:
        assert get(f"{replay.url}/trade?partner=CHN&format=json&key=s3cret")[0] == 200


def test_the_full_path_leads_there_too(sample: Path) -> None:
    """
    A service is found under its own path as well as right below the address.
    """
    with serve(sample) as replay:
        assert get(f"{replay.url}/api/v1/trade?partner=CHN&format=json")[0] == 200


def test_links_in_replies_lead_to_the_local_service(tmp_path: Path) -> None:
    """
    A link of a recorded reply to its own service, as paging has, stays on this machine.
    """
    keep(tmp_path, Request("GET", f"{BASE}/trade", (), "", "application/json"), f'{{"next": "{BASE}/2"}}'.encode())

    with serve(tmp_path) as replay:
        assert get(f"{replay.url}/trade") == (200, f'{{"next": "{replay.url}/api/v1/2"}}'.encode())


def test_a_post_is_found_by_its_body(tmp_path: Path) -> None:
    """
    A POST is answered by the reply to the same body only.
    """
    keep(tmp_path, Request("POST", f"{BASE}/trade", (), '{"partner":"CHN"}', "application/json"), b'{"found": 1}')

    with serve(tmp_path) as replay:
        codes = [get(f"{replay.url}/trade", body)[0] for body in (b'{"partner":"CHN"}', b'{"partner":"RUS"}')]

    assert codes == [200, 404]


def test_a_cut_reply_promises_more_than_comes(sample: Path) -> None:
    """
    The fault of a lost connection is one: the length that was promised does not come.
    """
    with serve(sample, cut_off) as replay:
        (answer,) = Harbour(replay.access()).resolve([MONTH])

    assert (str(answer.failure), answer.detail) == ("unavailable", "the reply was cut off")


def test_a_proxy_of_the_environment_is_passed_by(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The local service is reached directly where the environment names a proxy, and the environment is left as it was.
    """
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "office.example")
    monkeypatch.delenv("no_proxy", raising=False)
    with serve(sample) as replay:
        (answer,) = Harbour(replay.access()).resolve([MONTH])

    assert len(answer.observations) == 2
    assert (os.environ["NO_PROXY"], "no_proxy" in os.environ) == ("office.example", False)
