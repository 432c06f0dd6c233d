"""The transport: retries within a deadline, politeness, redirects, links, keys, evidence."""

from __future__ import annotations

import resource
import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from factcheck.evidence.store import EvidenceStore
from factcheck.observations import Failure
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.budget import Allowance, Budget
from factcheck.resolvers.live.exchange import Question, Unreachable, exchange
from factcheck.resolvers.live.failure import LiveFailure
from factcheck.resolvers.live.imf import SERVICE as FACTS
from factcheck.resolvers.live.reply import Reply
from factcheck.resolvers.live.retry import backoff, retry_after
from factcheck.resolvers.live.service import Key
from factcheck.resolvers.live.strict_json import read_json
from factcheck.resolvers.live.transport import Transport
from tests.resolvers.live.faults import limited, status, to_itself_with_a_bomb
from tests.resolvers.live.server import Asked, FakeService, Response, json_response

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
SECRET = "s3cret/key+with=signs"


class Echo(FakeService):
    """Says what it was asked."""

    def respond(self, asked: Asked) -> Response:
        return json_response({"path": asked.path, "params": list(asked.params), "key": asked.headers.get("x-key")})


@pytest.fixture
def server() -> Iterator[Echo]:
    with Echo() as running:
        yield running


def transport(server: FakeService, *, key: Key | None = None, **given: Any) -> Transport:
    usual: dict[str, Any] = {
        "base_url": server.url,
        "deadline": 1.5,
        "now": lambda: NOW,
        "sleep": lambda seconds: None,
        "jitter": lambda: 0.0,
        "keys": {"THE_KEY": SECRET},
    }
    return Transport(FACTS._replace(key=key), Access(**{**usual, **given}))


def as_json(reply: Reply) -> Any:
    return reply.json()


def failure_of(asked: Any) -> LiveFailure:
    with pytest.raises(LiveFailure) as caught:
        asked()
    return caught.value


def test_a_key_goes_in_its_header(server: Echo) -> None:
    """
    A service that takes its key in a header gets it there, and the address has none.
    """
    asking = transport(server, key=Key("THE_KEY", header="X-Key"))

    assert asking.get("/data", [("a", "1")], read=as_json, keyed=True) == {
        "path": "/data",
        "params": [["a", "1"]],
        "key": SECRET,
    }


def test_a_key_in_the_query_is_in_no_text(server: Echo) -> None:
    """
    A key that must go in the query is sent, and stands neither in the address that is cited nor in an error.
    """
    asking = transport(server, key=Key("THE_KEY", parameter="key"))
    urls: list[str] = []

    def fails(reply: Reply) -> None:
        urls.append(reply.url)
        raise LiveFailure(Failure.BAD_PAYLOAD, f"what was sent: {reply.text} and s3cret%2Fkey%2Bwith%3Dsigns")

    error = failure_of(lambda: asking.get("/data", read=fails, keyed=True))

    assert ("key", SECRET) in server.asked[0].params
    assert (urls, "s3cret" in f"{error!r} {error} {error.detail} {urls}") == ([f"{server.url}/data"], False)


@pytest.mark.parametrize(
    "shown",
    [
        "S3CRET/KEY+WITH=SIGNS",
        "s3cret%2fkey%2bwith%3dsigns",
        "s3cret%252Fkey%252Bwith%253Dsigns",
        "s3cret\\/key+with=signs",
        "x" * 270 + "s3cret/key+with=signs",
        "key+with=signs",
    ],
)
def test_a_key_in_other_writing_is_in_no_error(server: Echo, shown: str) -> None:
    """
    A key in capitals, escaped, or cut off by the length of a message is taken out as well.
    """
    asking = transport(server, key=Key("THE_KEY", parameter="key"))

    def fails(reply: Reply) -> None:
        raise LiveFailure(Failure.BAD_REQUEST, f"the service says: {shown}")

    detail = failure_of(lambda: asking.get("/data", read=fails, keyed=True)).detail.lower()

    assert ("[key]" in detail, "s3cret/" in detail, "s3cret%" in detail, "with=s" in detail) == (
        True,
        False,
        False,
        False,
    )


def test_a_reply_that_repeats_the_key_is_used_and_not_kept(server: Echo, tmp_path: Path) -> None:
    """
    A service that writes the key into its reply gives a figure and no evidence; a warning says so.
    """
    told: list[str] = []
    kept = EvidenceStore(tmp_path / "evidence", warn=told.append)
    asking = transport(server, key=Key("THE_KEY", header="X-Key"), evidence=kept)

    assert asking.get("/data", read=as_json, keyed=True)["key"] == SECRET
    assert not (tmp_path / "evidence").exists()
    assert told == [f"evidence: a reply of {server.url}/data is not kept: it repeats the key"]


@pytest.mark.parametrize("key", ["ab cd", "ab\ncd", "ключ", "ab\u200bcd", "\udcff"])
def test_a_key_that_was_badly_copied_is_told(server: Echo, key: str) -> None:
    """
    A key with a blank, a line end or a letter of another script is not sent; the reason names where it stands.
    """
    for place in (Key("THE_KEY", header="X-Key"), Key("THE_KEY", parameter="key")):
        asking = transport(server, key=place, keys={"THE_KEY": key})
        failure = failure_of(lambda asking=asking: asking.get("/data", read=as_json, keyed=True))

        assert (failure.failure, "THE_KEY" in failure.detail) == (Failure.UNAUTHORISED, True)
    assert server.asked == []


def test_a_key_is_sent_only_where_it_is_wanted(server: Echo) -> None:
    """
    A request that needs no key carries none.
    """
    transport(server, key=Key("THE_KEY", header="X-Key")).get("/data", read=as_json)

    assert "x-key" not in server.asked[0].headers


def test_a_reply_that_was_not_understood_is_not_kept(server: Echo, tmp_path: Path) -> None:
    """
    Only a reply that was read without a fault becomes evidence.
    """
    kept = EvidenceStore(tmp_path / "evidence")

    def fails(reply: Reply) -> None:
        raise LiveFailure(Failure.BAD_PAYLOAD, "not this")

    failure_of(lambda: transport(server, evidence=kept).get("/data", read=fails))

    assert not (tmp_path / "evidence").exists()


def test_one_request_is_sent_once_a_run(server: Echo) -> None:
    """
    The same question again is answered from memory.
    """
    asking = transport(server)

    asking.get("/data", read=as_json)
    asking.get("/data", read=as_json)

    assert len(server.asked) == 1


def test_a_kept_reply_from_the_future_is_not_used(server: Echo, tmp_path: Path) -> None:
    """
    After the clock was set back, replies from later days are asked for anew.
    """
    kept = EvidenceStore(tmp_path / "evidence")
    transport(server, evidence=kept, now=lambda: NOW + timedelta(days=3)).get("/data", read=as_json)

    transport(server, evidence=kept).get("/data", read=as_json)

    assert len(server.asked) == 2


def test_a_service_that_is_down_is_asked_no_more(server: Echo) -> None:
    """
    After a final failure the next questions of the run fail at once.
    """
    server.always = status(503)
    asking = transport(server)
    failure_of(lambda: asking.get("/one", read=as_json))
    before = len(server.asked)

    assert failure_of(lambda: asking.get("/two", read=as_json)).failure is Failure.UNAVAILABLE
    assert len(server.asked) == before == 4


def test_a_service_that_is_always_slow_is_given_up(server: Echo) -> None:
    """
    Replies that all come just in time may not take more than ten times what one may.
    """
    clock = iter(range(0, 10_000))
    asking = transport(server, deadline=5.0, monotonic=lambda: float(next(clock)))

    def all_of_them() -> None:
        for number in range(100):
            asking.get(f"/{number}", read=as_json)

    failure = failure_of(all_of_them)

    assert (failure.failure, "altogether" in failure.detail) == (Failure.UNAVAILABLE, True)
    assert 10 < len(server.asked) < 60


def test_a_post_is_tried_once(server: Echo) -> None:
    """
    A POST is never repeated.
    """
    server.always = limited()

    failure = failure_of(lambda: transport(server).post("/data", {"a": 1}, read=as_json))

    assert (failure.failure, len(server.asked)) == (Failure.RATE_LIMITED, 1)


def test_what_a_service_asks_is_waited_for(server: Echo) -> None:
    """
    A Retry-After within the deadline is waited for, to the second.
    """
    waited: list[float] = []
    server.faults = [limited(Retry_After="1")]

    transport(server, sleep=waited.append).get("/data", read=as_json)

    assert waited == [1.0]


def test_a_wait_beyond_the_deadline_is_remembered(server: Echo, tmp_path: Path) -> None:
    """
    A service that asks to wait for an hour is not asked again by the next run.
    """
    budget = Budget(tmp_path / "budget", now=lambda: NOW, sleep=lambda seconds: None)
    server.faults = [limited(Retry_After="3600")]
    failure_of(lambda: transport(server, budget=budget).get("/data", read=as_json))

    again = Budget(tmp_path / "budget", now=lambda: NOW, sleep=lambda seconds: None)

    assert failure_of(lambda: transport(server, budget=again).get("/data", read=as_json)).failure is (
        Failure.RATE_LIMITED
    )
    assert len(server.asked) == 1


def test_the_daily_budget_of_the_real_host_holds(server: Echo, tmp_path: Path) -> None:
    """
    When a day's requests are spent there is a reason and no request; it is remembered between runs.
    """
    facts = FACTS._replace(base_url=server.url, allowance=Allowance(0.0, 2))

    def run(path: str) -> Any:
        budget = Budget(tmp_path / "budget", now=lambda: NOW, sleep=lambda seconds: None)
        return Transport(facts, Access(budget=budget, now=lambda: NOW)).get(path, read=as_json)

    run("/one")
    run("/two")

    assert failure_of(lambda: run("/three")).failure is Failure.RATE_LIMITED
    assert len(server.asked) == 2


def test_a_redirect_on_the_same_host_is_followed(server: Echo) -> None:
    """
    A redirect within the host leads to the reply.
    """
    server.faults = [lambda handler, asked, response: Response(302, b"", "", {"Location": "/moved"})]

    assert transport(server).get("/data", read=as_json)["path"] == "/moved"


@pytest.mark.parametrize(
    "target",
    [
        "http://example.org/",
        "https://127.0.0.1:1/",
        "ftp://127.0.0.1/",
        "//localhost:80/",
        "http://user@127.0.0.1:1/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://[::1",
        "//[",
    ],
)
def test_a_redirect_elsewhere_is_refused(server: Echo, target: str) -> None:
    """
    A redirect to another host, port or scheme is a fault of the service.
    """
    server.always = lambda handler, asked, response: Response(307, b"", "", {"Location": target})

    assert failure_of(lambda: transport(server).get("/data", read=as_json)).failure is Failure.BAD_PAYLOAD


def test_the_body_of_a_redirect_takes_no_memory(server: Echo) -> None:
    """
    A redirect whose body unpacks to 300 MB is not unpacked to find out where it leads.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    server.always = to_itself_with_a_bomb

    assert failure_of(lambda: transport(server).get("/data", read=as_json)).failure is Failure.BAD_PAYLOAD
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000


@pytest.mark.parametrize("link", ["http://example.org/next", "https://127.0.0.1/", "gopher://x", "x", "http://[::1/"])
def test_a_link_elsewhere_is_refused(server: Echo, link: str) -> None:
    """
    A paging link that leads to another host is never followed.
    """
    assert failure_of(lambda: transport(server).get(link, read=as_json)).failure is Failure.BAD_PAYLOAD
    assert server.asked == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_link_to_the_service_itself_is_asked_of_its_mirror(server: Echo, scheme: str) -> None:
    """
    Where a mirror stands in for a service, the service's own links in its replies lead to the mirror.
    """
    asking = transport(server)

    found = asking.get(f"{scheme}://api.imf.org/external/sdmx/2.1/next?page=2", read=as_json)

    assert (found["path"], found["params"]) == ("/next", [["page", "2"]])


def test_a_redirect_to_the_service_itself_is_asked_of_its_mirror(server: Echo) -> None:
    """
    The same with a redirect: nothing but the mirror is asked.
    """
    moved = Response(302, b"", "", {"Location": "https://api.imf.org/external/sdmx/2.1/moved"})
    server.faults = [lambda handler, asked, response: moved]

    assert transport(server).get("/data", read=as_json)["path"] == "/moved"


@pytest.mark.parametrize(
    "link",
    [
        "https://api.imf.org.example.org/external/sdmx/2.1/next",
        "https://api.imf.org/elsewhere",
        "https://api.imf.org@example.org/external/sdmx/2.1/next",
        "https://api.imf.org/external/sdmx/2.10/next",
    ],
)
def test_a_link_that_only_looks_like_the_service_is_refused(server: Echo, link: str) -> None:
    """
    A link to another host, or beside the service's own folder, is no link to the service.
    """
    assert failure_of(lambda: transport(server).get(link, read=as_json)).failure is Failure.BAD_PAYLOAD


def test_a_name_that_is_not_found_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the resolver of names knows nothing, the service is unavailable and the reason says so.
    """

    def unknown(*_: object, **__: object) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    with pytest.raises(Unreachable, match="its name was not found"):
        exchange(Question("GET", "http://no-such-host.invalid/", {}), 5)


def test_a_server_without_tls_is_a_failure(server: Echo) -> None:
    """
    A host that speaks no TLS where https was asked is unavailable; verification is never switched off.
    """
    with pytest.raises(Unreachable, match=r"certificate|connection"):
        exchange(Question("GET", server.url.replace("http:", "https:"), {}), 5)


def test_a_proxy_that_is_not_there_is_named(server: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where a proxy of the environment refuses, nobody looks for the fault at the service.
    """
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)

    with pytest.raises(Unreachable, match="the proxy"):
        exchange(Question("GET", server.url, {}), 5)


def test_a_slow_service_is_told_with_the_whole_time(server: Echo) -> None:
    """
    What is told is how long one waited in all, not what was left for the last try.
    """
    server.always = lambda handler, asked, response: handler.wait(10)

    detail = failure_of(lambda: transport(server, deadline=1.0).get("/data", read=as_json)).detail

    assert detail == "no complete reply within 1 seconds, with all tries"


def test_a_port_nobody_listens_on_is_a_failure() -> None:
    """
    A refused connection is told as such.
    """
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

    with pytest.raises(Unreachable, match="refused"):
        exchange(Question("GET", f"http://127.0.0.1:{port}/", {}), 5)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (None, None),
        ("", None),
        ("0", 0.0),
        ("2", 2.0),
        (" 7 ", 7.0),
        ("1.5", 1.5),
        ("-1", None),
        ("1e9", None),
        ("soon", None),
        ("١٢", None),
        ("99999999999999999999", None),
        ("9999999", 86400.0),
        ("Fri, 20 Nov 2026 12:00:30 GMT", 30.0),
        ("Fri, 20 Nov 2026 11:00:00 GMT", None),
        ("Fri, 20 Nov 2099 12:00:00 GMT", 86400.0),
        ("Fri, 99 Nov 2026 12:00:30 GMT", None),
        ("Fri, 20 Nov 2026 12:00:30", 30.0),
        ("0" * 5000, None),
    ],
)
def test_retry_after(text: str | None, seconds: float | None) -> None:
    """
    A wait is read as seconds or a date, at most a day, and anything else says nothing.
    """
    assert retry_after(text, NOW) == seconds


def test_waits_grow() -> None:
    """
    Without a word of the service each wait doubles.
    """
    assert [backoff(attempt, 0.0) for attempt in range(3)] == [0.25, 0.5, 1.0]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a": 1,}',
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 1, "a": 1}',
        b'{"a": {"b": 1, "b": 2}}',
        b"[" * 61 + b"]" * 61,
        b'{"a": 1e31}',
        b'{"a": 1e-999999999}',
        b'{"a": ' + b"1" * 41 + b"}",
        b'{"a": 0.' + b"1" * 60 + b"}",
        b"\xff\xfe{\x00}\x00",
        b'{"a": "\xff"}',
        b"[" * 1_000_000,
        b'"' + b"[" * 100_000,
    ],
)
def test_json_that_is_refused(body: bytes) -> None:
    """
    JSON with NaN, keys twice, deep nests, huge numbers or wrong bytes is a bad payload, quickly.
    """
    assert failure_of(lambda: read_json(body)).failure is Failure.BAD_PAYLOAD


@pytest.mark.parametrize(
    "body",
    [
        b"{" + b",".join(b'"%d":1' % number for number in range(90_000)) + b',"89999":1}',
        b"[" + b"[]," * 2_000_000 + b"[]]",
        b"[" + b"[" * 1_000_000 + b"]" * 1_000_000,
        b'["' + b"\\" * 4_000_001 + b'"]',
    ],
    ids=["a key twice among many", "millions of lists", "a million deep", "a string without an end"],
)
def test_json_that_is_made_to_take_long_is_refused_at_once(body: bytes) -> None:
    """
    What a reader would spend minutes or gigabytes on is refused within seconds.
    """
    start = time.process_time()

    assert failure_of(lambda: read_json(body)).failure is Failure.BAD_PAYLOAD
    assert time.process_time() - start < 30


def test_a_long_string_takes_little_memory() -> None:
    """
    Thirty mebibytes of text in a reply are read without a stack of their size.
    """
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert len(read_json(b'["' + b"a" * 30_000_000 + b'"]')[0]) == 30_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000


def test_numbers_of_json_keep_their_digits() -> None:
    """
    What was written is what is read: no float in between.
    """
    assert str(read_json(b'{"a": 26.0, "b": 4.030}')) == "{'a': Decimal('26.0'), 'b': Decimal('4.030')}"
