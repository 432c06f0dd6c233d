"""Whatever happens to a store in whatever order, what it gives back was kept, and what was not touched is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore

REQUESTS = [Request("GET", "https://example.org/", (("n", str(number)),), "", "") for number in range(3)]
CHOSEN = st.sampled_from(REQUESTS)
BODIES = st.sampled_from([b"", b"a", b"b", b"c" * 5000])
DAMAGES = st.sampled_from(["flip", "cut", "link", "pipe", "folder", "gone", "moved"])


class Reply(NamedTuple):
    """What identifies a reply."""

    request: Request
    retrieved: datetime
    body: bytes


class Store(RuleBasedStateMachine):
    """
    A store beside a model of it.

    Replies are ``sound`` while nothing has happened to their files; others may be there or not.
    """

    @initialize()
    def begin(self) -> None:
        self.top = Path(tempfile.mkdtemp())
        self.kept: set[Reply] = set()
        self.sound: set[Reply] = set()
        self.hashes: dict[bytes, str] = {}
        self.clock = datetime(2026, 11, 27, 12, tzinfo=UTC)

    def teardown(self) -> None:
        if hasattr(self, "top"):
            shutil.rmtree(self.top)

    def store(self, warnings: list[str]) -> EvidenceStore:
        """A store of its own each time, as another process would have it."""
        return EvidenceStore(self.top / "evidence", warnings.append)

    def keep_one(self, request: Request, body: bytes, retrieved: datetime) -> None:
        warnings: list[str] = []
        sha256 = self.store(warnings).keep(request, status=200, content_type="", body=body, retrieved=retrieved)
        self.hashes[body] = sha256
        reply = Reply(request, retrieved, body)
        self.kept.add(reply)
        if not any("is not kept" in warning for warning in warnings):
            self.sound.add(reply)

    @rule(request=CHOSEN, body=BODIES)
    def keep(self, request: Request, body: bytes) -> None:
        self.keep_one(request, body, self.clock)

    @rule(replies=st.lists(st.tuples(CHOSEN, BODIES), min_size=2, max_size=6))
    def keep_at_once(self, replies: list[tuple[Request, bytes]]) -> None:
        threads = [Thread(target=self.keep_one, args=(*reply, self.clock)) for reply in replies]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    @rule(seconds=st.integers(-(10**9), 10**9))
    def set_the_clock(self, seconds: int) -> None:
        self.clock = max(self.clock + timedelta(seconds=seconds), datetime(1000, 1, 1, tzinfo=UTC))

    @rule(data=st.data(), damage=DAMAGES)
    def damage_a_file(self, data: st.DataObject, damage: str) -> None:
        found = sorted(path for path in (self.top / "evidence").rglob("*") if path.is_file() and not path.is_symlink())
        if not found:
            return
        path = data.draw(st.sampled_from(found))
        self.no_longer_sound(path)
        self.do(damage, path, data)

    def no_longer_sound(self, path: Path) -> None:
        """A damaged body concerns all replies that have it; an index its own reply."""
        for reply in list(self.sound):
            sha256 = self.hashes[reply.body]
            if path.name == sha256 or (path.parent.name == reply.request.key and sha256[:12] in path.name):
                self.sound.discard(reply)

    def do(self, damage: str, path: Path, data: st.DataObject) -> None:
        content = bytearray(path.read_bytes())
        if damage == "flip" and content:
            content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
            path.write_bytes(content)
        elif damage == "cut" and content:
            os.truncate(path, data.draw(st.integers(0, len(content) - 1)))
        elif damage == "moved":
            target = path.with_name(data.draw(st.sampled_from(["x", "0" * 64, path.name[:-1] + "0"])))
            if not target.is_dir():
                path.rename(target)
        elif damage in ("link", "pipe", "folder", "gone"):
            path.rename(self.top / "outside")
            if damage == "link":
                path.symlink_to(self.top / "outside")
            elif damage == "pipe":
                os.mkfifo(path)
            elif damage == "folder":
                path.mkdir()

    @rule(needed=st.sets(BODIES))
    def prune(self, needed: set[bytes]) -> None:
        needed_hashes = [self.hashes[body] for body in needed if body in self.hashes]
        gone = self.store([]).prune(needed_hashes)
        self.sound = {reply for reply in self.sound if reply.body in needed}
        self.kept = {reply for reply in self.kept if reply.body in needed}

        assert gone >= 0

    @invariant()
    def what_it_gives_was_kept(self) -> None:
        """Nothing is invented, nothing sound is missing, the newest is the newest, and nothing is raised."""
        store = self.store([])
        for request in REQUESTS:
            kept = {reply for reply in getattr(self, "kept", ()) if reply.request == request}
            sound = {reply for reply in getattr(self, "sound", ()) if reply.request == request}
            found = [Reply(kept.request, kept.retrieved, kept.body) for kept in store.all(request)]
            newest = store.newest(request)

            assert sound <= set(found) <= kept
            assert [reply.retrieved for reply in found] == sorted(reply.retrieved for reply in found)
            assert (newest and Reply(*(newest.request, newest.retrieved, newest.body))) == (
                found[-1] if found else None
            )


TestStore = Store.TestCase
TestStore.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
