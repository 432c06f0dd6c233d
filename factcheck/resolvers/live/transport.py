"""
The one way to a public service: polite, bounded in time and size, kept as evidence, without a key in any text.

A resolver says what it asks and how a reply is read; a reply counts only once it was read without a fault, and only
then is it kept.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, timedelta
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from factcheck.evidence.request import Request
from factcheck.observations import Failure
from factcheck.resolvers.live import redaction
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.addresses import address, mirrored
from factcheck.resolvers.live.budget import Allowance, Budget, Spent
from factcheck.resolvers.live.exchange import TOO_LATE, Question, Raw, Unreachable, exchange
from factcheck.resolvers.live.failure import LiveFailure, bad_payload
from factcheck.resolvers.live.reply import Expected, Reply
from factcheck.resolvers.live.retry import AGAIN, ATTEMPTS, backoff, retry_after
from factcheck.resolvers.live.service import Service

T = TypeVar("T")
Refused = Callable[[Reply], None]
AGENT = "factcheck (checks figures in the news)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 3
MOST_DEADLINES = 10  # what all replies of a service may take in a run: ten times what one may
CA_NOTE = "where a network has certificates of its own, name a bundle that has them in REQUESTS_CA_BUNDLE"
NO_ALLOWANCE = Allowance(0.0, None)
NO_STATUSES: Mapping[int, Failure] = MappingProxyType({})
ACCEPT = {
    Expected.JSON: "application/json",
    Expected.CSV: "text/csv",
    Expected.HTML: "text/html",
    Expected.XML: "application/xml",
}
_STATUSES = {
    204: (Failure.NO_DATA, "the service has nothing for this"),
    400: (Failure.BAD_REQUEST, "the service refused the question"),
    401: (Failure.UNAUTHORISED, "the service wants a valid key"),
    403: (Failure.UNAUTHORISED, "the service refused access"),
    404: (Failure.NO_DATA, "the service knows nothing of this"),
    410: (Failure.NO_DATA, "the service has this no longer"),
    413: (Failure.TOO_BIG, "the service found the question too large"),
    414: (Failure.TOO_BIG, "the service found the address too long"),
    429: (Failure.RATE_LIMITED, "the service was asked too often"),
}
#: After these a service is not asked again in the same run.
_FINAL = frozenset({Failure.UNAVAILABLE, Failure.UNAUTHORISED, Failure.RATE_LIMITED})


class Transport:
    """
    Asks one service.

    Args:
        service: its facts.
        access: what the operator gave.
    """

    def __init__(self, service: Service, access: Access) -> None:
        self.service = service
        self.access = access
        self.base_url = (access.base_url or service.base_url).rstrip("/")
        self._budget = access.budget or Budget(None, now=access.now, sleep=access.sleep)
        self._given_up: LiveFailure | None = None
        self._waited = 0.0  # seconds, for replies
        self._read: dict[str, Reply] = {}
        self._lock = threading.Lock()

    @property
    def has_key(self) -> bool:
        """Whether the environment has the key of the service."""
        return bool(self._key())

    def get(
        self,
        path: str,
        params: Sequence[tuple[str, str]] = (),
        *,
        read: Callable[[Reply], T],
        expects: Expected = Expected.JSON,
        accept: str = "",
        keyed: bool = False,
        refused: Refused | None = None,
        statuses: Mapping[int, Failure] = NO_STATUSES,
    ) -> T:
        """
        What ``read`` makes of the reply to a GET.

        Args:
            path: below the base URL, with a slash in front; or a full address on the same host, as paging links are.
            params: of the query, in order, without any key.
            read: turns the reply into what is wanted, or raises a LiveFailure; only then is the reply kept.
            expects: the form of the reply, checked before it is read.
            accept: the Accept header, if not that of the form.
            keyed: whether the key is sent along.
            refused: looks at every final reply first, also at those with an error status, and raises what it knows.
            statuses: what a status means here, where it is not the usual.

        Raises:
            LiveFailure: no figure, and why.
        """
        request = self._request("GET", path, params, "", accept or ACCEPT[expects])
        return self._answered(request, read, expects, keyed, refused, statuses)

    def post(
        self,
        path: str,
        body: object,
        params: Sequence[tuple[str, str]] = (),
        *,
        read: Callable[[Reply], T],
        refused: Refused | None = None,
        statuses: Mapping[int, Failure] = NO_STATUSES,
    ) -> T:
        """
        What ``read`` makes of the reply to a POST of a JSON body; tried once only.

        Raises:
            LiveFailure: no figure, and why.
        """
        text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        request = self._request("POST", path, params, text, ACCEPT[Expected.JSON])
        return self._answered(request, read, Expected.JSON, False, refused, statuses)

    def shown(self, path: str, params: Sequence[tuple[str, str]] = ()) -> str:
        """The address of a request as it may be cited: without any key."""
        return address(self._url(path), params)

    # From a request to a reply that was read.

    def _answered(
        self,
        request: Request,
        read: Callable[[Reply], T],
        expects: Expected,
        keyed: bool,
        refused: Refused | None,
        statuses: Mapping[int, Failure],
    ) -> T:
        kept = self._kept(request)
        if kept is not None:
            try:
                return self._checked(kept, read, expects, refused, statuses)
            except LiveFailure as failed:
                if self.access.offline or (failed.failure is Failure.NO_DATA and not kept.kept):
                    raise  # of an earlier run "no data" may be over by now
        if self.access.offline:
            raise LiveFailure(Failure.UNAVAILABLE, f"offline, and no kept reply of {self.shown(request.url)}")
        reply = self._fetched(request, keyed)
        try:
            found = self._checked(reply, read, expects, refused, statuses)
        except LiveFailure as failed:
            if failed.failure is Failure.NO_DATA:  # what it was read from is evidence too
                self._keep(request, reply)
            raise
        self._keep(request, reply)
        return found

    def _checked(
        self,
        reply: Reply,
        read: Callable[[Reply], T],
        expects: Expected,
        refused: Refused | None,
        statuses: Mapping[int, Failure],
    ) -> T:
        try:
            if refused is not None:
                refused(reply)
            _check_status(reply, statuses)
            reply.check(expects)
            return read(reply)
        except LiveFailure as failed:
            raise self._final(failed) from None

    def _final(self, failed: LiveFailure) -> LiveFailure:
        """A failure with any key taken out of its words, remembered where asking on is of no use."""
        clean = LiveFailure(failed.failure, redaction.without(failed.detail, self._key()))
        if clean.failure in _FINAL:
            self._given_up = clean
        return clean

    def _kept(self, request: Request) -> Reply | None:
        with self._lock:
            known = self._read.get(request.key)
        if known is not None or self.access.evidence is None:
            return known
        now = self.access.now()
        span = {} if self.access.offline else {"not_before": now - self.access.fresh, "not_after": now}
        if not self.access.offline and not self.access.fresh:
            return None
        found = self.access.evidence.newest(request, **span)
        if found is None:
            return None
        return Reply(
            address(request.url, request.params),
            found.status,
            found.content_type,
            found.body,
            found.retrieved,
            found.sha256,
            kept=True,
        )

    def _keep(self, request: Request, reply: Reply) -> None:
        with self._lock:
            self._read[request.key] = reply
        if self.access.evidence is not None and redaction.holds(reply.body, self._key()):
            self.access.evidence.decline(request, "it repeats the key")
        elif self.access.evidence is not None:
            self.access.evidence.keep(
                request,
                status=reply.status,
                content_type=reply.content_type,
                body=reply.body,
                retrieved=reply.retrieved,
            )

    # Asking.

    def _fetched(self, request: Request, keyed: bool) -> Reply:
        if self._given_up is not None:
            raise self._given_up
        if keyed:
            self._check_key()
        url = request.url
        for _ in range(MOST_REDIRECTS + 1):
            raw = self._tried(request, url, keyed)
            if raw.status not in REDIRECTS:
                return self._reply(request, raw)
            url = self._redirected(url, raw)
        raise bad_payload("the service redirects in circles")

    def _tried(self, request: Request, url: str, keyed: bool) -> Raw:
        """The final reply of up to four tries within the deadline."""
        until: float | None = None
        wait = 0.0
        failed = LiveFailure(Failure.UNAVAILABLE, "the service was not asked")
        for attempt in range(ATTEMPTS if request.method == "GET" else 1):
            if until is not None and self.access.monotonic() + wait >= until:
                break
            if wait:
                self.access.sleep(wait)
            self._take()
            until = until or self.access.monotonic() + self.access.deadline
            try:
                raw = self._exchanged(self._question(request, url, keyed), until)
            except Unreachable as error:
                failed, wait = self._unreachable(error), backoff(attempt, self.access.jitter())
                continue
            except LiveFailure as error:
                raise self._final(error) from None
            if raw.status not in AGAIN | self.service.again:
                return raw
            asked = retry_after(raw.headers.get("retry-after"), self.access.now())
            failed, wait = _busy(raw.status, asked), asked or backoff(attempt, self.access.jitter())
            if asked and asked > until - self.access.monotonic():
                self._budget.forbid(self._host, self.access.now() + timedelta(seconds=asked))
                break
        raise self._final(failed)

    def _exchanged(self, question: Question, until: float) -> Raw:
        """One exchange; a service that is slow each time, and never too slow, is given up after a while."""
        start = self.access.monotonic()
        if self._waited > MOST_DEADLINES * self.access.deadline:
            slow = f"its replies took {self._waited:.0f} seconds altogether, and there are more to ask for"
            raise LiveFailure(Failure.UNAVAILABLE, slow)
        try:
            return exchange(question, until - start)
        finally:
            self._waited += self.access.monotonic() - start

    def _unreachable(self, error: Unreachable) -> LiveFailure:
        text = str(error)
        if text == TOO_LATE:
            text = f"no complete reply within {self.access.deadline:.0f} seconds, with all tries"
        elif "certificate" in text:
            text = f"{text}; {self.service.ca_note or CA_NOTE}"
        return LiveFailure(Failure.UNAVAILABLE, text)

    def _take(self) -> None:
        allowance = self.service.allowance if self._is_the_real_one else NO_ALLOWANCE
        try:
            self._budget.take(self._host, allowance)
        except Spent as spent:
            raise self._final(LiveFailure(Failure.RATE_LIMITED, str(spent))) from None

    @property
    def _host(self) -> str:
        return urlsplit(self.base_url).netloc

    @property
    def _is_the_real_one(self) -> bool:
        return self._host == urlsplit(self.service.base_url).netloc

    def _redirected(self, url: str, raw: Raw) -> str:
        """
        Where a redirect leads.

        Raises:
            LiveFailure: to another host, away from https, or to a page about keys.
        """
        try:
            target = urljoin(url, raw.headers.get("location", ""))
            urlsplit(target)
        except ValueError:
            raise self._final(bad_payload("the service redirects to what is no address")) from None
        if not self._is_the_real_one:
            target = mirrored(target, self.service.base_url, self.base_url)
        old, new = urlsplit(url), urlsplit(target)
        page = new.path.rpartition("/")[2][:40]
        if self.service.key is not None and "key" in page.lower():
            wants = f"the service sends on to {page!r}: it does not accept the key in {self.service.key.variable}"
            raise self._final(LiveFailure(Failure.UNAUTHORISED, wants))
        if new.netloc != old.netloc or new.scheme not in ("https", old.scheme):
            raise self._final(bad_payload(f"the service redirects to another place: {new.scheme}://{new.netloc}"))
        return target

    def _request(self, method: str, path: str, params: Sequence[tuple[str, str]], body: str, accept: str) -> Request:
        return Request(method, self._url(path), tuple(params), body, accept)

    def _url(self, path: str) -> str:
        """
        The full address of a path.

        Raises:
            LiveFailure: a link that leads to another host.
        """
        if path.startswith("/") or not path:
            return self.base_url + path
        link = mirrored(path, self.service.base_url, self.base_url)
        try:
            mine, other = urlsplit(self.base_url), urlsplit(link)
        except ValueError:
            raise bad_payload("a link of the service is no address") from None
        if (other.scheme, other.netloc) != (mine.scheme, mine.netloc):
            raise bad_payload(f"a link of the service leads to another place: {other.scheme}://{other.netloc}")
        return link

    def _question(self, request: Request, url: str, keyed: bool) -> Question:
        headers = {"Accept": request.accept, "Accept-Encoding": "gzip", "User-Agent": AGENT}
        params = list(request.params) if url == request.url else []
        key = self.service.key
        if keyed and key is not None and (secret := self._key()):
            if key.header:
                headers[key.header] = secret
            elif url == request.url:
                params.append((key.parameter, secret))
        if request.method == "POST":
            headers["Content-Type"] = "application/json"
        body = request.body.encode() if request.method == "POST" else None
        return Question(request.method, address(url, params), headers, body)

    def _reply(self, request: Request, raw: Raw) -> Reply:
        return Reply(
            address(request.url, request.params),
            raw.status,
            raw.headers.get("content-type", ""),
            raw.body,
            self.access.now().astimezone(UTC),
            hashlib.sha256(raw.body).hexdigest(),
            raw.delimited,
        )

    def _check_key(self) -> None:
        """
        See that the key can be one: letters, digits and signs.

        Raises:
            LiveFailure: it has something that was copied along.
        """
        secret = self._key()
        if self.service.key is not None and not (secret.isascii() and secret.isprintable() and " " not in secret):
            odd = f"the key in {self.service.key.variable} has a character that no key has: copy it again"
            raise self._final(LiveFailure(Failure.UNAUTHORISED, odd))

    def _key(self) -> str:
        return self.access.keys.get(self.service.key.variable, "").strip() if self.service.key else ""


def _check_status(reply: Reply, statuses: Mapping[int, Failure]) -> None:
    if reply.status in statuses:
        told = "there is nothing at this address of the service" if reply.status == 404 else "the service refused"
        raise LiveFailure(statuses[reply.status], f"{told} (status {reply.status})")
    if reply.status in _STATUSES:
        failure, text = _STATUSES[reply.status]
        raise LiveFailure(failure, f"{text} (status {reply.status})")
    if 200 <= reply.status < 300:
        return
    failure = Failure.UNAVAILABLE if reply.status >= 500 else Failure.BAD_REQUEST
    raise LiveFailure(failure, f"the service answered with status {reply.status}")


def _busy(status: int, asked: float | None) -> LiveFailure:
    when = f"; it asks to wait {asked:.0f} seconds" if asked else ""
    if status == 429:
        return LiveFailure(Failure.RATE_LIMITED, f"the service was asked too often (status 429){when}")
    return LiveFailure(Failure.UNAVAILABLE, f"the service answered with status {status}, again and again{when}")
