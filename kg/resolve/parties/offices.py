"""What an office says of the countries that it names: whose it is, where its holder is sent, what its holder deals with."""

from __future__ import annotations

from kg.model import Mention


def served(post: Mention) -> list[str]:
    """The countries whose office it is: not the one that an ambassador is sent to."""
    return [code for code in post.attributes["countries"].split() if code != post.attributes["accredited"]]


def deals_with(post: Mention, country: Mention) -> bool:
    """Whether an office deals with a country and is not its own: "Senior Director for China"."""
    named = {*post.attributes["countries"].split(), post.attributes["accredited"]}
    return post.start <= country.start and country.end <= post.end and country.value not in named
