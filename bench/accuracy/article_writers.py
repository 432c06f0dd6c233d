"""
All sentences that an honest article may have, with how often each is tried.
"""

from __future__ import annotations

from bench.accuracy.article_desk import Writer
from bench.accuracy.article_in_words import say_factor, say_fraction, say_range_of_level, say_range_of_rate
from bench.accuracy.article_levels import (
    say_average,
    say_between_partners,
    say_in_two_currencies,
    say_level,
    say_multiple,
    say_share_of_total,
    say_share_of_world,
    say_sum_of_partners,
)
from bench.accuracy.article_rates import (
    say_change,
    say_change_on_month,
    say_change_to_level,
    say_increment,
    say_pace,
    say_points,
    say_record,
    say_streak,
    say_trend,
)

WRITERS: tuple[tuple[Writer, int], ...] = (
    (say_level, 8),
    (say_change, 7),
    (say_change_to_level, 3),
    (say_increment, 2),
    (say_trend, 3),
    (say_pace, 2),
    (say_record, 1),
    (say_streak, 1),
    (say_average, 1),
    (say_points, 1),
    (say_share_of_total, 1),
    (say_share_of_world, 2),
    (say_multiple, 1),
    (say_between_partners, 1),
    (say_in_two_currencies, 4),
    (say_sum_of_partners, 1),
    (say_change_on_month, 1),
    (say_factor, 1),
    (say_fraction, 1),
    (say_range_of_level, 1),
    (say_range_of_rate, 1),
)
