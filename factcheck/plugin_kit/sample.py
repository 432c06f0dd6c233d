"""
The reply that a new package has recorded: of an invented service, kept as the command keeps real ones.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from factcheck.evidence.request import Request
from factcheck.evidence.store import EvidenceStore

RETRIEVED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
#: What live.py of the template asks for.
REQUEST = Request(
    "GET", "https://statistics.example/api/v1/trade", (("partner", "CHN"), ("format", "json")), "", "application/json"
)
#: All numbers are invented.
FIGURES = (
    ("X", "2023", "14731.2"),
    ("M", "2023", "16774.0"),
    ("X", "2024", "14912.6"),
    ("M", "2024", "15147.5"),
    ("X", "2025-06", "1243.7"),
    ("M", "2025-06", "1391.2"),
)
REPLY = {
    "reporter": "KAZ",
    "partner": "CHN",
    "currency": "USD",
    "unit_multiplier": 6,
    "updated": "2026-02-16",
    "count": len(FIGURES),
    "figures": [{"flow": flow, "period": period, "value": value} for flow, period, value in FIGURES],
}


def record_sample(folder: Path) -> None:
    """Keep the reply in a folder of evidence."""
    body = (json.dumps(REPLY, indent=1) + "\n").encode()
    store = EvidenceStore(folder, _refused)
    store.keep(REQUEST, status=200, content_type="application/json", body=body, retrieved=RETRIEVED)


def _refused(message: str) -> None:
    """
    What could not be kept is an error here.

    Raises:
        OSError: always.
    """
    raise OSError(message)
