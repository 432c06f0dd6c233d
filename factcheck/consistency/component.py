"""
Components: the parts of the model that share no unknown, each made ready to be decided on its own.

Statements are bits of a mask, so that "without these claims" is a mask too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.consistency.flows import Trio
from factcheck.consistency.model import Model, Ratioed
from factcheck.consistency.rows import Choice, Row
from factcheck.consistency.variables import Variable, is_positive
from factcheck.intervals import Interval

Pair = tuple[int, int]  # a level and its base


class Component(NamedTuple):
    """
    Unknowns that hang together, the rows over them and the statements that own the rows.

    Attributes:
        variables: the unknowns; terms of ``rows`` count from their first.
        positive: which of them are larger than 0.
        statements: the numbers of the statements, by their bit.
        rows: every row, those of choices last.
        owners: the statements of each row as a mask.
        fixed: how many rows belong to no choice.
        ways: the choices, with the rows of each way, by their place in ``rows``.
        choosers: the statements of each choice as a mask.
        touching: the rows of each unknown that have others too.
        trios: where the mean rule holds.
            fixed: how many rows belong to no choice.
        rates: level, base and factors that a statement puts between them, with its mask.
    """

    variables: tuple[Variable, ...]
    positive: tuple[bool, ...]
    statements: tuple[int, ...]
    rows: tuple[Row, ...]
    owners: tuple[int, ...]
    fixed: int
    ways: tuple[tuple[tuple[int, ...], ...], ...]
    choosers: tuple[int, ...]
    touching: tuple[tuple[int, ...], ...]
    trios: tuple[Trio, ...]
    rates: Mapping[Pair, Sequence[tuple[Interval, int]]]
    extra: tuple[int, ...] = ()

    @property
    def everyone(self) -> int:
        """The mask of all statements."""
        return (1 << len(self.statements)) - 1


def components(model: Model, trios: Sequence[Trio]) -> Iterator[Component]:
    """The components in which statements could contradict one another, or one itself."""
    roots = _joined(model)
    rows: dict[int, list[Row]] = {}
    choices: dict[int, list[Choice]] = {}
    for row in model.rows:
        rows.setdefault(roots[row.terms[0][0]], []).append(row)
    for choice in model.choices:
        choices.setdefault(roots[choice.ways[0][0].terms[0][0]], []).append(choice)
    of_trios: dict[int, list[Trio]] = {}
    for trio in trios:
        if roots[trio.levels[0]] == roots[trio.bases[0]]:
            of_trios.setdefault(roots[trio.levels[0]], []).append(trio)
    ratios: dict[int, list[Ratioed]] = {}
    for ratio in model.ratios:
        ratios.setdefault(roots[ratio[0]], []).append(ratio)
    names = list(model.numbers)
    for root in dict.fromkeys((*rows, *choices)):
        own, chosen = rows.get(root, []), choices.get(root, [])
        owners = [each.owners for each in own] + [each.owners for each in chosen]
        statements = sorted({owner for each in owners for owner in each})
        if len(statements) > 1 or any(owner in model.suspects for owner in statements):
            yield _component(names, statements, own, chosen, of_trios.get(root, ()), ratios.get(root, ()))


class Asked(NamedTuple):
    """
    What a question supposes beside the claims.

    Attributes:
        rows: rows that no statement owns.
        rates: the factors of growth that they stand for, by level and base, for the mean rule.
    """

    rows: tuple[Row, ...] = ()
    rates: tuple[tuple[Pair, Interval], ...] = ()


def supposing(component: Component, asked: Asked) -> Component:
    """The component with what a question supposes."""
    first = len(component.rows)
    touching = [list(places) for places in component.touching]
    for place, row in enumerate(asked.rows, start=first):
        for unknown, _ in row.terms if len(row.terms) > 1 else ():
            touching[unknown].append(place)
    rates = dict(component.rates)
    for pair, factors in asked.rates:
        rates[pair] = [*rates.get(pair, ()), (factors, 0)]
    return component._replace(
        rows=(*component.rows, *asked.rows),
        owners=(*component.owners, *(0 for _ in asked.rows)),
        touching=tuple(tuple(places) for places in touching),
        extra=tuple(range(first, first + len(asked.rows))),
        rates=rates,
    )


def _joined(model: Model) -> list[int]:
    """For each unknown the first unknown of its component."""
    parent = list(range(len(model.numbers)))

    def find(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(numbers: Sequence[int]) -> None:
        first = find(numbers[0])
        for number in numbers[1:]:
            other = find(number)
            first, other = (first, other) if first < other else (other, first)
            parent[other] = first

    for row in model.rows:
        if len(row.terms) > 1:
            join([number for number, _ in row.terms])
    for choice in model.choices:
        join([number for way in choice.ways for row in way for number, _ in row.terms])
    return [find(number) for number in range(len(parent))]


def _component(
    names: Sequence[Variable],
    statements: Sequence[int],
    rows: Sequence[Row],
    choices: Sequence[Choice],
    trios: Sequence[Trio],
    ratios: Sequence[Ratioed],
) -> Component:
    bits = {statement: 1 << bit for bit, statement in enumerate(statements)}
    every = [*rows, *(row for choice in choices for way in choice.ways for row in way)]
    used = sorted({number for row in every for number, _ in row.terms})
    local = {number: place for place, number in enumerate(used)}
    placed = tuple(
        row._replace(terms=tuple((local[number], coefficient) for number, coefficient in row.terms)) for row in every
    )
    touching: list[list[int]] = [[] for _ in used]
    for place, row in enumerate(placed):
        if len(row.terms) > 1:  # a bound on one unknown alone has said all at once
            for number, _ in row.terms:
                touching[number].append(place)
    variables = tuple(names[number] for number in used)
    return Component(
        variables=variables,
        positive=tuple(is_positive(variable) for variable in variables),
        statements=tuple(statements),
        rows=placed,
        owners=tuple(_mask(bits, row.owners) for row in placed),
        fixed=len(rows),
        ways=tuple(_ways(choices, len(rows))),
        choosers=tuple(_mask(bits, choice.owners) for choice in choices),
        touching=tuple(tuple(places) for places in touching),
        trios=tuple(_local(trio, local) for trio in trios),
        rates=_rates(ratios, local, bits),
    )


def _mask(bits: Mapping[int, int], owners: Sequence[int]) -> int:
    mask = 0
    for owner in owners:
        mask |= bits[owner]
    return mask


def _ways(choices: Sequence[Choice], place: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    for choice in choices:
        ways = []
        for way in choice.ways:
            ways.append(tuple(range(place, place + len(way))))
            place += len(way)
        yield tuple(ways)


def _rates(
    ratios: Sequence[Ratioed], local: Mapping[int, int], bits: Mapping[int, int]
) -> dict[Pair, list[tuple[Interval, int]]]:
    found: dict[Pair, list[tuple[Interval, int]]] = {}
    for level, base, factors, owners in ratios:
        if level not in local or base not in local:
            continue  # a fall by all of it says nothing of the base
        found.setdefault((local[level], local[base]), []).append((factors, _mask(bits, owners)))
    return found


def _local(trio: Trio, local: Mapping[int, int]) -> Trio:
    levels, bases = ([local[number] for number in numbers] for numbers in trio)
    return Trio((levels[0], levels[1], levels[2]), (bases[0], bases[1], bases[2]))
