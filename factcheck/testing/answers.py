"""
What an answer and its observations say.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from factcheck.observations import FLOWS, SCOPES, EventQuery, Failure, RateQuery, Standing
from factcheck.periods import Period
from factcheck.testing.hooks import Hooks, by_query, require
from factcheck.units import QUANTITIES, is_money

LARGEST_POWER = 18  # as in the rows of sources, and in a lock


class AnswerTests(Hooks):
    """What is in an answer."""

    def test_known_queries_are_answered(self) -> None:
        """A query that the resolver has data for brings observations or events."""
        for query, answer in by_query(self.make_resolver(), self.known).items():
            require(answer.failure is None, f"{answer.failure} {answer.detail}", query)
            rows = answer.observations or answer.events or answer.rates
            require(bool(rows), "an answer without rows; empty is no answer", query)

    def test_what_it_lacks_is_a_typed_failure(self) -> None:
        """Where it has nothing it says so with a Failure, and never with a zero or an empty success."""
        for query, answer in by_query(self.make_resolver(), self.unknown).items():
            require(isinstance(answer.failure, Failure), "no failure is named", query)
            require(not (answer.observations or answer.events or answer.rates), "a failure with rows", query)

    def test_nothing_of_another_reporter_partner_or_commodity(self) -> None:
        """Observations are of the places and the commodity that were asked for."""
        for query, row in self._rows():
            require(row.reporter == query.reporter, f"a row of the reporter {row.reporter}", query)
            require(query.partner in (None, row.partner), f"a row of the partner {row.partner}", query)
            require(row.commodity == query.commodity, f"a row of the commodity {row.commodity!r}", query)

    def test_periods_are_honoured(self) -> None:
        """Observations are of exactly the periods that were asked for."""
        for query, row in self._rows():
            require(isinstance(row.period, Period), f"{row.period!r} is no Period", query)
            require(query.periods is None or row.period in query.periods, f"a row of {row.period}", query)

    def test_releases_are_those_asked_for(self) -> None:
        """Events have the id, or the source and the period, that were asked for."""
        for query, answer in by_query(self.make_resolver(), self._queries()).items():
            if not isinstance(query, EventQuery):
                continue
            for event in answer.events:
                require(query.event in (None, event.id), f"event {event.id}", query)
                require(query.source in (None, event.source), f"event of {event.source}", query)
                require(query.period in (None, event.period), f"event about {event.period}", query)

    def test_rates_are_those_asked_for(self) -> None:
        """Exchange rates are of the currency and the period that were asked for, or of single days."""
        for query, answer in by_query(self.make_resolver(), self._queries()).items():
            if not isinstance(query, RateQuery):
                continue
            for rate in answer.rates:
                require(
                    query.currency in (rate.base, rate.quote),
                    f"a rate of {rate.base} in {rate.quote}",
                    query,
                )
                fits = rate.period == query.period if query.period is not None else rate.period.days == 1
                require(fits, f"a rate of {rate.period}", query)

    def test_units_are_declared(self) -> None:
        """A level has a currency or a unit of quantity; rates are in per cent and name at most a unit."""
        for query, row in self._rows():
            known = is_money(row.unit) or row.unit in QUANTITIES
            require(known or (row.unit == "" and row.measure != "level"), f"unit {row.unit!r}", query)
            require(row.measure == "level" or row.unit_multiplier == 0, "a rate with a unit_multiplier", query)
            require(0 <= row.unit_multiplier <= LARGEST_POWER, f"unit_multiplier {row.unit_multiplier}", query)
            require(row.flow in FLOWS and row.scope in SCOPES, f"flow {row.flow!r}, scope {row.scope!r}", query)

    def test_a_cell_has_one_figure(self) -> None:
        """An answer says one thing of a cell at one vintage: two figures need something that tells them apart."""
        seen: set[tuple[object, ...]] = set()
        for query, row in self._rows():
            cell = (query, *row[:9], row.published, row.standing, row.citation[:5])
            require(cell not in seen, f"two figures for {row.flow} of {row.period}", query)
            seen.add(cell)

    def test_numbers_are_decimals_as_printed(self) -> None:
        """Values are finite Decimals with a known last digit, never floats."""
        for query, row in self._rows():
            require(isinstance(row.value, Decimal) and row.value.is_finite(), f"value {row.value!r}", query)
            exponent = row.value.as_tuple().exponent
            printed = -exponent if isinstance(exponent, int) else 0
            require(row.decimals <= max(printed, 0), f"{row.decimals} decimals of {row.value}", query)

    def test_vintages_are_days_after_the_period(self) -> None:
        """A vintage is a date, not before the period ended, or None where it is unknown."""
        for query, row in self._rows():
            day = row.published
            require(day is None or (isinstance(day, date) and not isinstance(day, datetime)), f"{day!r}", query)
            require(day is None or day >= row.period.last, f"{row.period} published on {day}", query)
            require(isinstance(row.standing, Standing), f"standing {row.standing!r}", query)

    def test_every_figure_is_cited(self) -> None:
        """Each observation names its source, dataset, agency and address."""
        for query, row in self._rows():
            cited = row.citation
            require(
                bool(cited.source and cited.dataset and cited.agency),
                f"an incomplete citation {cited}",
                query,
            )
            require(cited.url.startswith(("https://", "http://")), f"address {cited.url!r}", query)

    def test_the_licence_is_told(self) -> None:
        """It is known under which licence the figures may be used."""
        licences = self.licences()
        require(bool(licences) and all(licences), "no licence is told: what may be done with these figures?")
