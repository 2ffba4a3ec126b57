"""Finds countries in an article: their names, adjectives, demonyms, abbreviations, nicknames, and capitals that act.

A mention's value is the ISO 3166-1 alpha-2 code; its attribute `form` says how the text names the country. A capital
is a country only where it stands for its government ("Moskow menyatakan"); elsewhere it is a place (`kg.mention.places`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.gazetteer import NO_COUNTRY, CountryName, country_names, place_names
from kg.languages import Language
from kg.matching import Match, Phrases, tokenize
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

LONGEST_FORM = 6  # tokens
CONFIDENCE = {"name": 1.0, "adjective": 0.95, "demonym": 0.8, "abbreviation": 0.95, "nickname": 0.9, "capital": 0.6}


def find(reading: Reading) -> Iterator[Mention]:
    """Give the countries that the article names."""
    names = country_names(reading.article.lang)
    for sentence in reading.sentences:
        found = [m for m in _names(names, sentence.tokens, reading.language) if m.value.code != NO_COUNTRY]
        starts, ends = {m.first for m in found}, set[int]()
        for match in found:
            if match.value.form != "capital" or _acts(reading.language, sentence.tokens, match, starts, ends):
                ends.add(match.last)
                yield _mention(sentence, match, _with_form(reading.language, sentence.tokens, match))


def _names(names: Phrases[CountryName], tokens: Sequence[Token], language: Language) -> Iterator[Match[CountryName]]:
    """Country names from left to right, the longest at each place that is written as it must be."""
    ambiguous = frozenset(language.values("places", "ambiguous", "capitals")) if is_all_capitals(tokens) else frozenset()
    past = 0
    for position in names.starts(tokens):
        if position < past:
            continue
        fitting = [m for m in names.all_at(tokens, position) if _is_written_so(tokens[position], m.value)]
        match = max(fitting, key=lambda m: m.last, default=None)
        if match and tokens[position].text not in ambiguous and not _is_language(language, tokens, match):
            yield match
        past = match.last if match else past


def _with_form(language: Language, tokens: Sequence[Token], match: Match[CountryName]) -> int:
    """The first token of a name with what kind of state it says it is: "the | Federal Democratic Republic of Ethiopia", "Kesultanan Oman"."""
    forms = language.phrases("places", "state")
    if match.value.form != "name":
        return match.first
    for i in range(max(0, match.first - LONGEST_FORM), match.first):
        if tokens[i].text[0].isupper() and (form := forms.at(tokens, i)) is not None and form.last == match.first:
            return i
    return match.first


def _is_written_so(token: Token, name: CountryName) -> bool:
    """Whether a token has the capital letter that the name needs: "Chad", but not "chad"."""
    return not name.capitalized or token.text[0].isupper()


def is_all_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a line is written in capitals, so that they say nothing.

    >>> from kg.matching import tokenize
    >>> is_all_capitals(tokenize("RI DAN RUSIA TEKEN MOU")), is_all_capitals(tokenize("AS dan RI"))
    (True, False)
    """
    words = [t.text for t in tokens if t.text.isalpha()]
    return len(words) > 1 and all(w.isupper() for w in words)


def _is_language(language: Language, tokens: Sequence[Token], match: Match[CountryName]) -> bool:
    """Whether the words are a tongue, not a country: "bahasa Inggris", "русский язык"."""
    words = language.phrases("places", "language")
    left = words.at(tokens, match.first - 1) if match.first else None
    right = words.at(tokens, match.last) if match.last < len(tokens) else None
    return (left is not None and left.value == "before") or (right is not None and right.value == "after")


def _acts(language: Language, tokens: Sequence[Token], match: Match[CountryName], starts: set[int], ends: set[int]) -> bool:
    """Whether a capital stands for its government here.

    It does at the head of a clause ("Moskow menyatakan"), after a word such as "dengan" or "that", and beside another
    country; it does not in a dateline ("Jakarta (ANTARA)"), in an address ("Senayan, Jakarta") or in a longer name.
    """
    after = tokens[match.last] if match.last < len(tokens) else None
    if after is not None and after.text[0].isupper() and match.last not in starts:
        return False  # a longer name goes on: "Washington Post"
    if match.first == 0:
        return after is not None and (after.text.islower() or _is_joined(after, tokens[match.last - 1]))
    before = tokens[match.first - 1]
    if _is_joined(tokens[match.first], before):
        return match.first - 1 in ends
    if not before.text.isalnum():
        return _opens_clause(tokens, match.first - 1, ends)
    word = language.phrases("places", "actor").at((before,), 0)
    if word is None or word.value == "article":
        return before.text.islower() and _is_subject(language, tokens, match)
    return word.value != "joins" or match.first - 1 in ends


def _is_joined(token: Token, before: Token) -> bool:
    """Whether two tokens stand without a space: the hyphen of "RI–Maroko", not the dash of a dateline."""
    return before.end == token.start and (token.text in "-–—'’" or before.text in "-–—'’")


def _opens_clause(tokens: Sequence[Token], mark: int, ends: set[int]) -> bool:
    """Whether a mark opens a clause; a comma after a name goes on with an address or a list of places."""
    is_list = tokens[mark].text == "," and mark > 0 and tokens[mark - 1].text[0].isupper() and mark not in ends
    return tokens[mark].text not in "(/." and not is_list


def _is_subject(language: Language, tokens: Sequence[Token], match: Match[CountryName]) -> bool:
    """In a language with cases: whether the capital stands in the nominative, after no preposition."""
    if "nominative" not in language.values("places", "actor", "case"):
        return False
    place = place_names(language.code).at(tokens, match.first)
    before = tokens[match.first - 1 : match.first]
    written = " ".join(t.norm for t in tokens[match.first : match.last])
    is_nominative = place is not None and " ".join(t.norm for t in tokenize(place.value.name)) == written
    return is_nominative and not any(language.phrases("places", table).at(before, 0) for table in ("locative", "kind"))


def _mention(sentence: Sentence, match: Match[CountryName], first: int) -> Mention:
    form = match.value.form
    start, end = sentence.tokens[first].start, sentence.tokens[match.last - 1].end
    return Mention("country", start, end, match.value.code, sentence.index, f"country.{form}", CONFIDENCE[form], {"form": form})
