"""A fake of UN Comtrade and a clock for single tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest

from factcheck.observations import Answer, SeriesQuery
from factcheck.resolvers.live.access import Access
from factcheck.resolvers.live.comtrade.resolver import Comtrade
from tests.resolvers.live.comtrade_service import KEY, ComtradeService
from tests.resolvers.live.suite import NOW, periods


class ComtradeDesk:
    """What a test of single questions needs; with a key."""

    question: ClassVar[SeriesQuery] = SeriesQuery("CHN", "RUS", periods=periods("2024"))

    @pytest.fixture(autouse=True)
    def _serve(self, tmp_path: Path) -> Iterator[None]:
        self.folder = tmp_path
        self.waited: list[float] = []
        self.now = NOW
        with ComtradeService() as server:
            self.server = server
            yield

    def make_resolver(self, **given: Any) -> Comtrade:
        """A new resolver of the fake."""
        usual: dict[str, Any] = {
            "base_url": self.server.url,
            "deadline": 1.5,
            "keys": {"COMTRADE_API_KEY": KEY},
            "now": lambda: self.now,
            "sleep": self.waited.append,
            "jitter": lambda: 0.0,
        }
        return Comtrade(Access(**{**usual, **given}))

    def answer(self, query: SeriesQuery | None = None, **given: Any) -> Answer:
        """The answer to one query."""
        (found,) = self.make_resolver(**given).resolve((query or self.question,))
        return found
