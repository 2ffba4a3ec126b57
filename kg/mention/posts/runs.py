"""Where, in a run of capitalised words, an office ends and its holder's name begins."""

from __future__ import annotations

import re

from kg.mention.posts.office import Extent
from kg.mention.posts.scan import Scan

OF_STATES = frozenset({"head_of_state", "head_of_government", "minister"})  # offices that no town has
PARTICLES = frozenset({"-", "'", ".", "/"})
ROMAN = re.compile(r"[IVX]+")


def capitals(scan: Scan, extent: Extent, position: int) -> int:
    """Within a run of capitalised words the office ends after the last word that is no part of a name."""
    if scan.is_headline:
        return position
    border, run = position, position
    placed = position > extent.head_last and scan.place_end(position - 1) == position
    if extent.apposed and extent.linked and scan.words.portfolio_before:
        extent.unknown = True
        return _whole_run(scan, extent, position)
    while scan.is_capital(run) or (scan.norm(run) in PARTICLES and run > position and scan.is_capital(run + 1)):
        if (title := scan.words.title.at(scan.tokens, run)) is not None and title.value.rank == "title":
            break
        known = run if _belongs_to_a_name(scan, run, border) else scan.known(run)
        if known > run:
            extent.unknown = extent.unknown or (extent.linked and border == position < run)
            border = known
        elif _is_locality(scan, extent, run - 1) and _words_of_run(scan, run) != 2 and not _is_full_name(scan, run):  # noqa: PLR2004  "мэр города Родион Чепцов"
            border = known = whole(scan, run)
        elif not placed and border == run and (end := scan.place_end(run)) > run and (extent.head.rank not in OF_STATES or scan.is_capital(end)):  # "Mendag Busan"
            placed = True  # one place: «аким Алматы Дархан Сатыбалды»
            border = known = end
        run = max(known, run + 1)
    if border > position:
        extent.linked = False
        return border
    return _unknowncapitals(scan, extent, position, run)


def _whole_run(scan: Scan, extent: Extent, position: int) -> int:
    """All capitalised words from here on: no name stands among them."""
    extent.linked = False
    while scan.is_capital(position) and scan.words.heads.at(scan.tokens, position) is None:
        position = max(scan.known(position), whole(scan, position))
    return position


def _belongs_to_a_name(scan: Scan, position: int, border: int) -> bool:
    """Whether "II" or initials stand after a word of a name: "Raja Yordania Suhail II", "Menlu Retno LP Marsudi"."""
    if scan.words.forename.at(scan.tokens, position) is not None:
        return True
    if position == border or position in scan.countries or (position in scan.bodies and not _is_amid(scan, position)):
        return False
    return ROMAN.fullmatch(scan.tokens[position].text) is not None or (scan.is_acronym(position) and len(scan.tokens[position].text) == 2)  # noqa: PLR2004


def _is_amid(scan: Scan, position: int) -> bool:
    """Whether words of a name stand on both sides of two letters: "Junico BP Siahaan"."""
    return all(scan.is_capital(p) and not scan.is_acronym(p) and scan.known(p) == p for p in (position - 1, position + 1))


def _is_locality(scan: Scan, extent: Extent, position: int) -> bool:
    """Whether "Provinsi" stands here, so that the next word is a place; but not in a portfolio: "Menteri Luar Negeri Sutanto"."""
    in_portfolio = any(first <= position < last for first, last in extent.portfolio)
    return position >= 0 and not in_portfolio and scan.words.locality.at(scan.tokens, position) is not None


def _is_full_name(scan: Scan, position: int) -> bool:
    """Whether a father's name is the second word here: «Глава района Елена Леонидовна Комарова»."""
    endings = scan.reading.language.values("people", "patronymic", "endings")
    return bool(endings) and scan.norm(position + 1).endswith(endings)


def _words_of_run(scan: Scan, position: int) -> int:
    """How many capitalised words follow each other here; a particle in lower case counts with the word after it."""
    words = 0
    while (token := scan.token(position)) is not None and (token.text[0].isupper() or scan.words.particle.at(scan.tokens, position) is not None):
        end = whole(scan, position)
        words += any(t.text[0].isupper() for t in scan.tokens[position:end])
        position = end
    return words


def whole(scan: Scan, position: int) -> int:
    """Where a word ends with all that a hyphen joins to it: "Jung-Gu"."""
    while scan.norm(position + 1) == "-" and (after := scan.token(position + 2)) and scan.tokens[position].end == after.start - 1:
        position += 2
    return position + 1


def _unknowncapitals(scan: Scan, extent: Extent, position: int, run: int) -> int:
    """Nothing in the run is known: after a preposition it is a place or a body, after the mayor of … its first word is."""
    over_place = scan.words.place.at(scan.tokens, extent.head_first) is not None and position == extent.head_last
    if extent.linked or over_place:
        extent.linked = False
        place = whole(scan, position)
        extent.unknown = not over_place
        if run - place >= 2:  # noqa: PLR2004  "Wali Kota Bitung Jefry Lumantow"
            return place
        if over_place:
            return place if run == place and _names_after_comma(scan, run) else position
        return run
    if extent.apposed and (scan.norm(run) == "," or _ends_sentence(scan, run)):
        extent.unknown = True
        return run  # "…, ujar Toto Suwanto, Kepala Yayasan Mitra Mandiri, …"
    if position > extent.head_last and run == whole(scan, position) and _names_after_comma(scan, run) and scan.norm(run + 3) == ",":
        return run  # "Pendiri Yayasan Cendana, Toshi Nakamura, …"
    return position


def _ends_sentence(scan: Scan, position: int) -> bool:
    """Whether the sentence ends here, so that the name before the office is the holder's: "Toto Suwanto, Kepala Yayasan Mitra Mandiri."."""
    return position >= len(scan.tokens) - 1 and scan.norm(position) in {"", ".", ")"}


def _names_after_comma(scan: Scan, position: int) -> bool:
    """Whether the holder's name follows a comma, so that the one word before it is the place: "Gubernur Kumamoto, Kabashima Ikuo"."""
    return scan.norm(position) == "," and scan.is_capital(position + 1) and scan.is_capital(position + 2)
