"""How an office goes on up to the name of its holder, and whether several hold it."""

from __future__ import annotations

from itertools import pairwise

from kg.mention.people.names import Line, name_at
from kg.model import Mention

LONGEST_BRACKET = 8
LONGEST_OFFICE = 12  # tokens from an office to its body


def is_shared(line: Line, post: Mention) -> bool:
    """Whether several people hold the office: by its number, by the countries that it names, or «двух стран»."""
    if post.attributes.get("plural") or (len(post.attributes.get("countries", "").split()) > 1 and _lists_countries(line, post)):
        return True
    words = [t for t in line.tokens if post.start <= t.start and t.end <= post.end]
    return any(line.phrase("several").find(words))


def _lists_countries(line: Line, post: Mention) -> bool:
    """Whether an office names its countries side by side: "Menlu RI dan Jepang", but «посол | России в Беларуси» is one, of one country and to the other."""
    inside = [(a, b) for a, b in sorted(line.countries.items()) if post.start <= line.tokens[a].start < post.end]
    joints = line.phrase("joint")
    return any(all(t.norm in {",", "-"} or joints.at((t,), 0) for t in line.tokens[end:first]) for (_, end), (first, _) in pairwise(inside))


def past_title(line: Line, position: int) -> int:
    """After a form of address alone: "Kepala Biro Humas, | Brigjen Hendra Wijaya"."""
    return next((last for first, last, post in line.posts if first == position and post.attributes.get("title")), position)


def past_bodies(line: Line, position: int) -> int:
    """After the rest of a long office that ends in its body: "Deputi Bidang Protokol|, Pers, dan Media, Sekretariat Presiden|, Yusuf Permana"."""
    for first, end in sorted(line.bodies.items()):
        if position < first <= position + LONGEST_OFFICE and _is_listed(line, position, first):
            after = past_bracket(line, end)
            return after if line.norm(after) == "," and name_at(line, after + 1) is not None else position
    return position


def _is_listed(line: Line, first: int, last: int) -> bool:
    """Whether nothing but capitalised words, commas and "and" stands in a range that ends in a comma."""
    joints = line.phrase("joint")
    words = all(t.norm == "," or t.text[0].isupper() or joints.at(line.tokens, first + i) is not None for i, t in enumerate(line.tokens[first:last]))
    return words and line.norm(first) == "," and line.norm(last - 1) == "," and not any(first <= a < last for a, _, _ in line.posts)


def past_bracket(line: Line, position: int) -> int:
    """After "(Menkomdigi)"."""
    if line.norm(position) != "(":
        return position
    for end in range(position + 1, min(position + LONGEST_BRACKET, len(line.tokens))):
        if line.norm(end) == ")":
            return end + 1
    return position
