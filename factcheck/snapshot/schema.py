"""The tables of an index. Days are ordinal numbers, 0 where a day is not known; numbers are text as printed."""

from __future__ import annotations

#: Raised whenever the tables or what is written into them change: an index of another format is made anew.
FORMAT = "2"

SCHEMA = """
CREATE TABLE made_from (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (
    id TEXT PRIMARY KEY, title TEXT, publisher TEXT, homepage TEXT, licences TEXT, attribution TEXT, valuation TEXT,
    retrieved TEXT, rows INTEGER
) WITHOUT ROWID;
CREATE TABLE datasets (
    source TEXT, id TEXT, title TEXT, revision TEXT, vintage TEXT, valuation TEXT, rows INTEGER,
    PRIMARY KEY (source, id)
) WITHOUT ROWID;
CREATE TABLE citations (
    id INTEGER PRIMARY KEY, source TEXT, dataset TEXT, agency TEXT, url TEXT, source_kind TEXT, note TEXT
);
CREATE TABLE observations (
    reporter TEXT, partner TEXT, commodity TEXT, first INTEGER, last INTEGER, number INTEGER, flow TEXT, scope TEXT,
    valuation TEXT, unit TEXT, measure TEXT, value TEXT, unit_multiplier INTEGER, decimals INTEGER, published INTEGER,
    standing TEXT, revision TEXT, citation INTEGER, PRIMARY KEY (reporter, partner, commodity, first, last, number)
) WITHOUT ROWID;
CREATE TABLE rates (
    base TEXT, quote TEXT, first INTEGER, last INTEGER, number INTEGER, kind TEXT, rate TEXT, decimals INTEGER,
    published INTEGER, citation INTEGER, PRIMARY KEY (base, quote, first, last, number)
) WITHOUT ROWID;
CREATE TABLE events (
    id TEXT PRIMARY KEY, kind TEXT, first INTEGER, last INTEGER, words TEXT, source TEXT, period_first INTEGER,
    period_last INTEGER, text TEXT, scheduled INTEGER, citation INTEGER
) WITHOUT ROWID;
CREATE INDEX rates_of_periods ON rates (first, last);
CREATE INDEX rates_of_days ON rates (base, quote) WHERE first=last;
CREATE INDEX releases ON events (source, period_first, period_last);
CREATE TABLE commodities (code TEXT PRIMARY KEY, description TEXT, parent TEXT) WITHOUT ROWID;
"""
