"""What is kept is found again: by its request, by its hash, by when it came."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.evidence.request import Request
from factcheck.evidence.store import MAX_BODY, EvidenceStore

BUILD = Callable[[str], Request]
SHA_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def keep(store: EvidenceStore, request: Request, body: bytes, retrieved: datetime, status: int = 200) -> str:
    return store.keep(request, status=status, content_type="application/json", body=body, retrieved=retrieved)


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir())


@settings(max_examples=60)
@given(
    st.binary(max_size=5000),
    st.text(),
    st.integers(100, 999),
    st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=8))]), min_value=datetime(2, 1, 1)),
    st.text(),
)
def test_what_is_kept_comes_back_as_it_was(
    body: bytes, content_type: str, status: int, retrieved: datetime, text: str
) -> None:
    """
    Any bytes, of any type and moment, come back the same, without a warning.
    """
    request = Request("POST", "https://example.org/" + text, ((text, "1"),), text, text)
    warnings: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        store = EvidenceStore(Path(folder), warnings.append)
        sha256 = store.keep(request, status=status, content_type=content_type, body=body, retrieved=retrieved)
        found = EvidenceStore(Path(folder), warnings.append).newest(request)

    assert warnings == []
    assert found == (request, status, content_type, retrieved, sha256, body, ())
    assert found is not None
    assert found.retrieved.tzinfo is UTC


def test_a_body_is_named_by_its_hash(store: EvidenceStore, request_of: BUILD, noon: datetime) -> None:
    """
    The hash that is given back is that of the bytes, and leads to them.
    """
    sha256 = keep(store, request_of("2024"), b"abc", noon)

    assert (sha256, store.body(sha256), store.has(sha256)) == (SHA_OF_ABC, b"abc", True)


def test_the_layout_is_the_documented_one(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path
) -> None:
    """
    One file for the body, one for the retrieval, and nothing else.
    """
    request = request_of("2024")
    keep(store, request, b"abc", noon)

    assert files(tmp_path / "evidence") == [
        f"bodies/ba/{SHA_OF_ABC}",
        f"requests/{request.key}/20261127T120000.000000Z-ba7816bf8f01.json",
    ]


def test_a_file_of_the_store_has_the_permissions_of_other_files(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path
) -> None:
    """
    Colleagues who may read the project may read its evidence.
    """
    (tmp_path / "other").write_bytes(b"")
    keep(store, request_of("2024"), b"abc", noon)

    body = tmp_path / "evidence" / "bodies" / "ba" / SHA_OF_ABC
    assert body.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_reading_makes_nothing(store: EvidenceStore, request_of: BUILD, tmp_path: Path) -> None:
    """
    A store that was only asked leaves no folder behind.
    """
    found = (store.newest(request_of("2024")), store.all(request_of("2024")), store.has(SHA_OF_ABC), store.prune(()))

    assert (found, list(tmp_path.iterdir())) == ((None, (), False, 0), [])


def test_the_newest_is_the_last_by_its_own_moment(store: EvidenceStore, request_of: BUILD, noon: datetime) -> None:
    """
    What was kept last is not the newest if it came earlier.
    """
    keep(store, request_of("2024"), b"new", noon)
    keep(store, request_of("2024"), b"old", noon - timedelta(microseconds=1))

    assert [kept.body for kept in store.all(request_of("2024"))] == [b"old", b"new"]
    assert getattr(store.newest(request_of("2024")), "body", None) == b"new"


@pytest.mark.parametrize(
    ("not_before", "not_after", "body"),
    [
        (None, None, b"3"),
        (0, None, b"3"),
        (3, None, b"3"),
        (4, None, None),
        (None, 3, b"3"),
        (None, 2.5, b"2"),
        (2, 2, b"2"),
        (2.5, 2.6, None),
        (None, 0, None),
    ],
)
def test_the_newest_of_a_span_of_time(
    store: EvidenceStore,
    request_of: BUILD,
    noon: datetime,
    not_before: float | None,
    not_after: float | None,
    body: bytes | None,
) -> None:
    """
    Both ends of the span are part of it; what lies outside, as from a clock that was wrong, is left out.
    """
    for hour in (1, 2, 3):
        keep(store, request_of("2024"), str(hour).encode(), noon + timedelta(hours=hour))
    ends = [None if end is None else noon + timedelta(hours=end) for end in (not_before, not_after)]
    found = store.newest(request_of("2024"), not_before=ends[0], not_after=ends[1])

    assert (found and found.body) == body


def test_requests_do_not_answer_for_each_other(store: EvidenceStore, request_of: BUILD, noon: datetime) -> None:
    """
    The same body under two requests is kept once, and found only where it was asked for.
    """
    keep(store, request_of("2023"), b"abc", noon)
    keep(store, request_of("2024"), b"abc", noon + timedelta(days=1))

    assert [kept.retrieved for kept in store.all(request_of("2023"))] == [noon]
    assert store.newest(request_of("2025")) is None


def test_keeping_again_changes_nothing(store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path) -> None:
    """
    The same body of the same request at the same moment is one reply, and the first index stands.
    """
    keep(store, request_of("2024"), b"abc", noon)
    before = {path: path.stat().st_ino for path in tmp_path.rglob("*")}
    keep(store, request_of("2024"), b"abc", noon, status=203)

    assert {path: path.stat().st_ino for path in tmp_path.rglob("*")} == before
    assert [kept.status for kept in store.all(request_of("2024"))] == [200]


def test_keeping_again_mends_an_index_that_names_another_body(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path
) -> None:
    """
    An index whose hash was damaged beyond the part that its name has is written anew, and the reply is there.
    """
    request = request_of()
    store.keep(request, status=200, content_type="", body=b"{}", retrieved=noon)
    (index,) = (tmp_path / "evidence" / "requests").rglob("*.json")
    sha256 = hashlib.sha256(b"{}").hexdigest()
    index.write_text(index.read_text().replace(sha256, sha256[:-1] + ("0" if sha256[-1] != "0" else "1")))

    store.keep(request, status=200, content_type="", body=b"{}", retrieved=noon)

    assert [kept.body for kept in store.all(request)] == [b"{}"]


def test_headers_that_say_how_fresh_a_reply_is_are_kept_and_no_others(
    store: EvidenceStore, request_of: BUILD, noon: datetime, tmp_path: Path
) -> None:
    """
    A cookie is a secret, and stands nowhere in the store.
    """
    store.keep(
        request_of("2024"),
        status=200,
        content_type="text/csv",
        body=b"abc",
        retrieved=noon,
        headers={"ETag": '"1"', "Set-Cookie": "id=hush", "Date": "Fri, 27 Nov 2026 12:00:00 GMT"},
    )
    found = store.newest(request_of("2024"))
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert found is not None
    assert found.headers == (("date", "Fri, 27 Nov 2026 12:00:00 GMT"), ("etag", '"1"'))
    assert b"hush" not in everything


def test_a_moment_without_a_time_zone_is_refused(store: EvidenceStore, request_of: BUILD, noon: datetime) -> None:
    """
    Nobody could say when a reply came whose moment has no time zone.
    """
    with pytest.raises(ValueError, match="needs a time zone"):
        keep(store, request_of("2024"), b"abc", noon.replace(tzinfo=None))


@pytest.mark.parametrize("sha256", ["", "abc", "../../etc/passwd", SHA_OF_ABC.upper(), SHA_OF_ABC + "\n", "é" * 64])
def test_what_is_no_hash_is_absent(store: EvidenceStore, warnings: list[str], sha256: str) -> None:
    """
    A text that is no hash leads nowhere, least of all out of the folder.
    """

    assert (store.has(sha256), store.body(sha256), warnings) == (False, None, [])


def too_large(store: EvidenceStore, request: Request, noon: datetime) -> None:
    keep(store, request, bytes(MAX_BODY + 1), noon)


def too_long_a_question(store: EvidenceStore, request: Request, noon: datetime) -> None:
    keep(store, request._replace(body="x" * 70_000), b"abc", noon)


def no_status_of_http(store: EvidenceStore, request: Request, noon: datetime) -> None:
    keep(store, request, b"abc", noon, status=1000)


@pytest.mark.parametrize(
    ("attempt", "why"),
    [
        (too_large, "it is larger than 32 MiB"),
        (too_long_a_question, "what was asked is longer than 64 KiB"),
        (no_status_of_http, "the status in it is none of HTTP"),
    ],
)
def test_what_could_not_be_read_back_is_not_kept(
    store: EvidenceStore,
    request_of: BUILD,
    noon: datetime,
    tmp_path: Path,
    warnings: list[str],
    attempt: Callable[[EvidenceStore, Request, datetime], None],
    why: str,
) -> None:
    """
    A reply beyond the bounds of reading costs a warning and makes no file.
    """
    attempt(store, request_of("2024"), noon)

    assert warnings == [f"evidence: a reply of https://stats.example.org/trade is not kept: {why}"]
    assert list(tmp_path.iterdir()) == []


def test_a_body_of_the_largest_size_is_kept(store: EvidenceStore, request_of: BUILD, noon: datetime) -> None:
    """
    What may be fetched may be kept.
    """
    sha256 = keep(store, request_of("2024"), bytes(MAX_BODY), noon)

    assert store.body(sha256) == bytes(MAX_BODY)


def test_a_warning_shows_what_a_terminal_would_obey(
    store: EvidenceStore, request_of: BUILD, noon: datetime, warnings: list[str]
) -> None:
    """
    Control characters of an address are escapes in the warning.
    """
    keep(store, request_of("2024")._replace(url="https://e.org/\x1b[2J\u202e\n::error"), b"", noon, status=0)

    assert warnings == [
        r"evidence: a reply of https://e.org/\x1b[2J\u202e\n::error is not kept: the status in it is none of HTTP"
    ]


def test_a_flood_of_warnings_ends(store: EvidenceStore, request_of: BUILD, noon: datetime, warnings: list[str]) -> None:
    """
    After fifty warnings it is said that there are more, once.
    """
    for number in range(100):
        keep(store, request_of("2024")._replace(url=f"https://e.org/{number}"), b"", noon, status=0)

    assert len(warnings) == 51
    assert warnings[-1] == "there are more warnings of this kind; not shown"


def test_warnings_go_to_standard_error_unless_told_otherwise(
    tmp_path: Path, request_of: BUILD, noon: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    Whoever does not ask for the warnings sees them all the same, and not among the output.
    """
    keep(EvidenceStore(tmp_path), request_of("2024"), b"", noon, status=0)

    assert capsys.readouterr() == (
        "",
        "evidence: a reply of https://stats.example.org/trade is not kept: the status in it is none of HTTP\n",
    )


def test_many_threads_keep_at_once(tmp_path: Path, request_of: BUILD, noon: datetime, warnings: list[str]) -> None:
    """
    Eight writers of the same and of different replies lose nothing and disturb nobody.
    """

    def work(writer: int) -> None:
        store = EvidenceStore(tmp_path / "evidence", warnings.append)
        for number in range(20):
            keep(store, request_of("same"), b"same %d" % number, noon + timedelta(seconds=number))
            keep(store, request_of("own"), b"%d %d" % (writer, number), noon)

    threads = [Thread(target=work, args=(writer,)) for writer in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = EvidenceStore(tmp_path / "evidence", warnings.append)

    assert warnings == []
    assert [kept.body for kept in store.all(request_of("same"))] == [b"same %d" % number for number in range(20)]
    assert {kept.body for kept in store.all(request_of("own"))} == {
        b"%d %d" % (writer, number) for writer in range(8) for number in range(20)
    }
    assert not [name for name in files(tmp_path) if name.endswith(".tmp")]


def test_a_relative_folder_stays_where_it_was(
    tmp_path: Path, request_of: BUILD, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A store that was opened by a relative path is not moved by a change of the working folder.
    """
    monkeypatch.chdir(tmp_path)
    store = EvidenceStore(Path("evidence"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    sha256 = keep(store, request_of("2024"), b"abc", noon)

    assert (tmp_path / "evidence" / "bodies" / sha256[:2] / sha256).read_bytes() == b"abc"
