"""The lock: every answer that verdicts rest on, pinned in ``factcheck.lock``, so that other machines need no source."""
