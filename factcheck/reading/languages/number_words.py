"""
The English words for small numbers, for the tables of the languages.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.reading.number_words import ONES, TENS


def english_number(number: int) -> str:
    """0 to 99 in English words: twenty-five."""
    by_number = {value: word for word, value in (ONES | TENS).items()}
    if number in by_number:
        return by_number[number]
    return f"{by_number[number // 10 * 10]}-{by_number[number % 10]}"


def tabled(words: Mapping[int, str]) -> dict[str, str]:
    """The English of each number's words, which are separated by strokes."""
    return {each.strip(): english_number(number) for number, said in words.items() for each in said.split("|")}


def counted(template: str, english: str, words: Mapping[int, str], first: int = 2, last: int = 12) -> str:
    """
    Lines of a table with a count in each: "first five months = fünf ersten Monate | 5 ersten Monate".

    Args:
        template: the phrase, or phrases, with ``{}`` where the count stands.
        english: the English with ``{}``.
        words: the counts in the language, each the usual one first.
        first: the smallest count.
        last: the largest one.
    """
    lines = []
    for number in range(first, last + 1):
        written = [words[number].split("|")[0].strip(), str(number)]
        phrases = " | ".join(template.replace("{}", word) for word in written)
        lines.append(f"{english.replace('{}', english_number(number))} = {phrases}")
    return "\n".join(lines)
