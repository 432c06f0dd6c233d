"""Whatever stands in the folder, reading it gives what was kept or nothing, with one warning and never an error."""

from __future__ import annotations

import json
import os
import shutil
import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.evidence.request import Request
from factcheck.evidence.store import MAX_BODY, EvidenceStore

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
REQUEST = Request("GET", "https://stats.example.org/trade", (("period", "2024"),), "", "application/json")
BODY = b'{"rows": [1, 2, 3]}'


class Places(NamedTuple):
    """Where the one kept reply stands, and a place outside the store."""

    top: Path
    index: Path
    body: Path
    outside: Path

    @property
    def shown_index(self) -> str:
        return str(self.index.relative_to(self.top))

    @property
    def shown_body(self) -> str:
        return str(self.body.relative_to(self.top))

    def edit(self, **changes: object) -> None:
        """Change top keys of the index; None takes one out."""
        content = json.loads(self.index.read_bytes()) | changes
        self.index.write_text(json.dumps({key: value for key, value in content.items() if value is not None}))

    def edit_request(self, **changes: object) -> None:
        self.edit(request=json.loads(self.index.read_bytes())["request"] | changes)

    def replace(self, old: str, new: str) -> None:
        """Change the text of the index."""
        text = self.index.read_text()
        assert old in text
        self.index.write_text(text.replace(old, new))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    top = tmp_path / "evidence"
    sha256 = EvidenceStore(top).keep(
        REQUEST, status=200, content_type="application/json", body=BODY, retrieved=NOON, headers={"ETag": "1"}
    )
    (index,) = (top / "requests" / REQUEST.key).iterdir()
    return Places(top, index, top / "bodies" / sha256[:2] / sha256, tmp_path / "outside")


def moved_behind_a_link(path: Path, outside: Path) -> None:
    """The same content, and even the right one, but not inside."""
    path.rename(outside)
    path.symlink_to(outside)


def in_its_place(path: Path, make: Callable[[Path], object]) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    make(path)


def a_socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the path of a socket may not be long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


def a_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


def a_large_file(path: Path) -> None:
    path.touch()
    os.truncate(path, MAX_BODY + 1)


KEYS = "it does not have exactly the keys content_type, headers, request, retrieved, sha256, status"
REQUEST_KEYS = "it does not have exactly the keys accept, body, method, params, url"
OTHER_MOMENT = "a moment in it is not written as 2026-11-27T13:05:09.000000Z"
NOT_OURS = "its name does not fit what it says"
OF_ANOTHER = "the request in it is not that of its folder"
NOT_WHOLE = "a number in it is not whole: "
INDEXES: dict[str, tuple[Callable[[Places], object], str]] = {
    "empty": (lambda p: p.index.write_bytes(b""), "it is no JSON: Expecting value at character 0"),
    "cut off": (lambda p: os.truncate(p.index, 20), "it is no JSON: "),
    "zeros": (lambda p: p.index.write_bytes(bytes(300)), "it is no JSON: Expecting value at character 0"),
    "two documents": (lambda p: p.index.write_bytes(b"{} {}"), "it is no JSON: Extra data at character 3"),
    "other bytes": (lambda p: p.replace("stats", "stäts"), "it has bytes that are no ASCII"),
    "UTF-16": (lambda p: p.index.write_text(p.index.read_text(), "utf-16"), "it has bytes that are no ASCII"),
    "a list": (lambda p: p.index.write_text("[]"), KEYS),
    "null": (lambda p: p.index.write_text("null"), KEYS),
    "deep": (lambda p: p.index.write_text("[" * 60_000), "it is nested too deep"),
    "large": (lambda p: p.edit(content_type="x" * 70_000), "the file is larger than 65536 bytes"),
    "NaN": (lambda p: p.replace(": 200", ": NaN"), NOT_WHOLE + "NaN"),
    "infinity": (lambda p: p.replace(": 200", ": -Infinity"), NOT_WHOLE + "-Infinity"),
    "not whole": (lambda p: p.replace(": 200", ": 200.0"), NOT_WHOLE + "200.0"),
    "endless": (lambda p: p.replace(": 200", ": 1e400000"), NOT_WHOLE + "1e400000"),
    "a key twice": (lambda p: p.replace('"status"', '"status": 404, "status"'), "a key stands twice in it"),
    "a key less": (lambda p: p.edit(status=None), KEYS),
    "a key more": (lambda p: p.edit(note="verified"), KEYS),
    "status as text": (lambda p: p.edit(status="200"), "the status in it is none of HTTP"),
    "status true": (lambda p: p.edit(status=True), "the status in it is none of HTTP"),
    "status 99": (lambda p: p.edit(status=99), "the status in it is none of HTTP"),
    "type as number": (lambda p: p.edit(content_type=1), "a value in it is no text"),
    "another offset": (lambda p: p.replace("00.000000Z", "00.000000+00:00"), OTHER_MOMENT),
    "no offset": (lambda p: p.replace("00.000000Z", "00.000000"), OTHER_MOMENT),
    "moment as number": (lambda p: p.edit(retrieved=1_800_000_000), OTHER_MOMENT),
    "no such day": (lambda p: p.replace("2026-11-27T", "2026-11-31T"), "a moment in it does not exist"),
    "another moment": (lambda p: p.replace("2026-11-27T", "2026-11-28T"), NOT_OURS),
    "hash in capitals": (lambda p: p.edit(sha256=p.body.name.upper()), "the sha256 in it is none"),
    "a path as hash": (lambda p: p.edit(sha256="../../outside"), "the sha256 in it is none"),
    "another hash": (lambda p: p.edit(sha256="0" * 64), NOT_OURS),
    "a newer name": (lambda p: p.index.rename(p.index.with_name("2027" + p.index.name[4:])), NOT_OURS),
    "another address": (lambda p: p.edit_request(url="https://evil.example/"), OF_ANOTHER),
    "another method": (lambda p: p.edit_request(method="POST"), OF_ANOTHER),
    "another period": (lambda p: p.edit_request(params=[["period", "2023"]]), OF_ANOTHER),
    "no parameters": (lambda p: p.edit_request(params=[]), OF_ANOTHER),
    "parameters as mapping": (lambda p: p.edit_request(params={"period": "2024"}), "the parameters in it are no list"),
    "a parameter of three": (lambda p: p.edit_request(params=[["a", "b", "c"]]), "a parameter in it is no pair"),
    "a parameter as text": (lambda p: p.edit_request(params=["ab"]), "a parameter in it is no pair"),
    "request as list": (lambda p: p.edit(request=[]), REQUEST_KEYS),
    "request with more": (lambda p: p.edit_request(key="hush"), REQUEST_KEYS),
    "a cookie": (lambda p: p.edit(headers={"set-cookie": "id"}), "its headers are not those that are kept"),
    "headers as list": (lambda p: p.edit(headers=[]), "its headers are not those that are kept"),
    "header as number": (lambda p: p.edit(headers={"etag": 1}), "a value in it is no text"),
    "a link out": (lambda p: moved_behind_a_link(p.index, p.outside), "a link leads to it"),
    "a link inside": (lambda p: moved_behind_a_link(p.index, p.index.with_name("other")), "a link leads to it"),
    "a loop": (lambda p: in_its_place(p.index, a_loop), "not a regular file"),
    "a dangling link": (lambda p: in_its_place(p.index, a_dangling_link), "a link leads to it"),
    "endless zeros": (lambda p: in_its_place(p.index, a_link_to_zeros), "a link leads to it"),
    "a pipe": (lambda p: in_its_place(p.index, os.mkfifo), "not a regular file"),
    "a socket": (lambda p: in_its_place(p.index, a_socket), "not a regular file"),
    "a folder": (lambda p: in_its_place(p.index, os.mkdir), "not a regular file"),
}
BODIES: dict[str, tuple[Callable[[Places], object], str]] = {
    "empty": (lambda p: p.body.write_bytes(b""), "its content does not have the hash of its name"),
    "cut off": (lambda p: os.truncate(p.body, 5), "its content does not have the hash of its name"),
    "one bit": (lambda p: p.body.write_bytes(b"z" + BODY[1:]), "its content does not have the hash of its name"),
    "one byte more": (lambda p: p.body.write_bytes(BODY + b"\n"), "its content does not have the hash of its name"),
    "large": (lambda p: in_its_place(p.body, a_large_file), "the file is larger than 32 MiB"),
    "a link out": (lambda p: moved_behind_a_link(p.body, p.outside), "a link leads to it"),
    "a link inside": (lambda p: moved_behind_a_link(p.body, p.body.with_name("other")), "a link leads to it"),
    "a loop": (lambda p: in_its_place(p.body, a_loop), "not a regular file"),
    "endless zeros": (lambda p: in_its_place(p.body, a_link_to_zeros), "a link leads to it"),
    "a pipe": (lambda p: in_its_place(p.body, os.mkfifo), "not a regular file"),
    "a socket": (lambda p: in_its_place(p.body, a_socket), "not a regular file"),
    "a folder": (lambda p: in_its_place(p.body, os.mkdir), "not a regular file"),
}
FOLDERS: dict[str, tuple[Callable[[Places], object], str]] = {
    "no body": (lambda p: p.body.unlink(), "INDEX counts as absent: the body that it names is not there"),
    "bodies gone": (lambda p: shutil.rmtree(p.top / "bodies"), "INDEX counts as absent: the body that it names is not"),
    "bodies behind a link": (lambda p: moved_behind_a_link(p.top / "bodies", p.outside), "a link leads to it"),
    "a link to a folder": (lambda p: moved_behind_a_link(p.body.parent, p.outside), "a link leads to it"),
    "a file as folder": (lambda p: in_its_place(p.body.parent, Path.touch), "the body that it names is not there"),
    "requests behind a link": (lambda p: moved_behind_a_link(p.top / "requests", p.outside), "a link leads to it"),
    "a request behind a link": (lambda p: moved_behind_a_link(p.index.parent, p.outside), "a link leads to it"),
    "a request as file": (lambda p: in_its_place(p.index.parent, Path.touch), "not a directory"),
    "a request as pipe": (lambda p: in_its_place(p.index.parent, os.mkfifo), "not a directory"),
}


def checked(places: Places, why: str, shown: str) -> None:
    """All ways to ask agree that nothing is there, with one warning; and the next reply can be kept and found."""
    warnings: list[str] = []
    store = EvidenceStore(places.top, warnings.append)
    began = time.monotonic()

    assert (store.newest(REQUEST), store.all(REQUEST)) == (None, ())
    assert time.monotonic() - began < 60
    assert len(warnings) == 1
    assert warnings[0].startswith(f"evidence: {shown}")
    assert why in warnings[0]


@pytest.mark.parametrize("name", INDEXES)
def test_an_index_that_was_edited_counts_as_absent(places: Places, name: str) -> None:
    """
    An index that is not exactly as it was written leads to no body.
    """
    damage, why = INDEXES[name]
    damage(places)

    checked(places, why, "requests/")


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_was_edited_counts_as_absent(places: Places, name: str) -> None:
    """
    A body without the hash of its name, or that is no plain file inside, is no evidence.
    """
    damage, why = BODIES[name]
    damage(places)

    checked(places, why, places.shown_body)
    assert EvidenceStore(places.top, [].append).has(places.body.name) is False


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_was_exchanged_is_not_entered(places: Places, name: str) -> None:
    """
    No link is followed on the way to a file, and what is gone is said.
    """
    damage, why = FOLDERS[name]
    damage(places)

    checked(places, why.removeprefix("INDEX "), places.shown_index if why.startswith("INDEX") else "")


@pytest.mark.parametrize("name", ["notes.txt", ".DS_Store", "20261127.json", "\x1b[2J.json", "..json", "-.json"])
def test_files_of_other_names_are_not_opened(places: Places, name: str) -> None:
    """
    What does not have the name of an index is none of ours, and disturbs nobody.
    """
    os.mkfifo(places.index.with_name(name))
    warnings: list[str] = []

    assert len(EvidenceStore(places.top, warnings.append).all(REQUEST)) == 1
    assert warnings == []


def test_an_older_reply_stands_in_for_a_damaged_one(places: Places) -> None:
    """
    If the newest reply is damaged the newest sound one is found.
    """
    store = EvidenceStore(places.top, [].append)
    sha256 = store.keep(REQUEST, status=200, content_type="", body=b"newer", retrieved=NOON.replace(hour=13))
    (places.top / "bodies" / sha256[:2] / sha256).write_bytes(b"edited")
    found = store.newest(REQUEST)

    assert found is not None
    assert found.body == BODY


@pytest.mark.parametrize("table", [INDEXES, BODIES])
def test_a_damaged_reply_that_comes_again_is_kept_again(
    table: dict[str, tuple[Callable[[Places], object], str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """
    Keeping heals what is damaged, save where a folder stands in the way.
    """
    for name, (damage, _) in table.items():
        if name in ("a folder", "a newer name"):
            continue
        top = tmp_path_factory.mktemp("healed") / "evidence"
        store = EvidenceStore(top, [].append)
        sha256 = store.keep(REQUEST, status=200, content_type="", body=BODY, retrieved=NOON)
        (index,) = (top / "requests" / REQUEST.key).iterdir()
        damage(Places(top, index, top / "bodies" / sha256[:2] / sha256, top.parent / "outside"))
        store.keep(REQUEST, status=200, content_type="", body=BODY, retrieved=NOON)
        found = store.newest(REQUEST)

        assert (name, found and found.body) == (name, BODY)


@pytest.mark.parametrize("inside", ["bodies", "requests", "BODY", "INDEX"])
def test_nothing_is_written_behind_a_link(places: Places, inside: str) -> None:
    """
    A link in the store leads no writer out of it.
    """
    path = {"BODY": places.body.parent, "INDEX": places.index.parent}.get(inside, places.top / inside)
    shutil.rmtree(path)
    places.outside.mkdir()
    path.symlink_to(places.outside)
    warnings: list[str] = []
    store = EvidenceStore(places.top, warnings.append)
    store.keep(REQUEST, status=200, content_type="", body=BODY, retrieved=NOON)
    store.prune(())

    assert list(places.outside.rglob("*")) == []
    assert "is not kept: a link leads to it" in "\n".join(warnings)


def test_a_link_in_the_place_of_a_body_is_replaced_and_not_followed(places: Places) -> None:
    """
    What a link names stays as it was.
    """
    places.outside.write_bytes(b"precious")
    places.body.unlink()
    places.body.symlink_to(places.outside)
    store = EvidenceStore(places.top, [].append)
    store.keep(REQUEST, status=200, content_type="", body=BODY, retrieved=NOON)

    assert places.outside.read_bytes() == b"precious"
    assert store.body(places.body.name) == BODY


def test_of_very_many_index_files_the_oldest_are_left_out(places: Places) -> None:
    """
    A folder that was filled with index files costs bounded time.
    """
    for number in range(10_001):
        name = f"20261128T{number // 3600:02}{number // 60 % 60:02}{number % 60:02}.000000Z-000000000000.json"
        os.link(places.index, places.index.with_name(name))
    warnings: list[str] = []
    began = time.monotonic()

    assert EvidenceStore(places.top, warnings.append).newest(REQUEST) is None
    assert time.monotonic() - began < 60
    assert warnings[0].endswith("it has more than 10,000 files, the oldest left out")
    assert len(warnings) == 51
