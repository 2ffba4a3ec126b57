"""The six cases of Russian country and city names: the regular declensions, written out once at build time.

>>> cases("Индия")
('Индии', 'Индию', 'Индией')
>>> cases("Объединённые Арабские Эмираты")[0]
'Объединённых Арабских Эмиратов'
>>> cases("Папуа-Новая Гвинея")[0], cases("Гвинея-Бисау")[0], cases("Перу")
('Папуа-Новой Гвинеи', 'Гвинеи-Бисау', ())
"""

from __future__ import annotations

import re

ADJECTIVES = {
    "жний": ("жнего", "жнему", "жний", "жним", "жнем"),  # nominative ending: genitive, dative, accusative, instrumental, prepositional
    "ая": ("ой", "ой", "ую", "ой", "ой"), "яя": ("ей", "ей", "юю", "ей", "ей"), "ые": ("ых", "ым", "ые", "ыми", "ых"),
    "ие": ("их", "им", "ие", "ими", "их"), "ый": ("ого", "ому", "ый", "ым", "ом"), "ий": ("ого", "ому", "ий", "им", "ом"),
    "ой": ("ого", "ому", "ой", "ым", "ом"), "ое": ("ого", "ому", "ое", "ым", "ом"), "овы": ("овых", "овым", "овы", "овыми", "овых"),
}
FEMININE_SOFT = frozenset(["Беларусь", "Тверь", "Казань", "Рязань", "Пермь", "Астрахань", "Любань"])
PLURAL_GENITIVE = {
    "Филиппины": "Филиппин", "Нидерланды": "Нидерландов", "Мальдивы": "Мальдив", "Эмираты": "Эмиратов", "Штаты": "Штатов", "Афины": "Афин",
    "Острова": "Островов", "Багамы": "Багам", "Сейшелы": "Сейшел", "Коморы": "Комор", "Гренадины": "Гренадин", "территории": "территорий",
    "Апеннины": "Апеннин", "Челны": "Челнов", "Канны": "Канн",
    "Салоники": "Салоник", "Мары": "Мары",
}
NEUTER = frozenset(["Королевство", "Государство", "Княжество", "Герцогство"])
INDECLINABLE = frozenset(["Самоа", "Никарагуа", "Антигуа", "Сочи", "Тбилиси", "Баку", "Хельсинки", "Осло", "Токио", "Дели", "Нью", "Буэнос", "Сан", "Сант", "Санкт", "Эль", "Абу", "Аддис", "Порт", "Пуэрто", "Коста", "Сьерра", "Шри", "Буркина", "Папуа", "Кабо", "Сент", "Дар", "Куала", "Бандар", "Лос", "Рио", "Сен", "Тель", "Улан", "Алма", "Ла", "Лас", "Гуам", "Палау"])
HUSHING = "гкхжшчщ"
VOWELS = "аеёиоуыэюя"


def cases(name: str) -> tuple[str, ...]:
    """The forms of a name other than its nominative, each once; none where it does not change."""
    rows = [_decline(part) for part in _parts(name)]
    forms = ["".join(row[i] for row in rows) for i in range(5)]
    return tuple(dict.fromkeys(form for form in forms if form != name))


def _parts(name: str) -> list[tuple[str, str]]:
    """The words of a name with what follows them, and whether each is declined: adjectives, the first noun, and a noun after "и"."""
    words = re.findall(r"[^\s-]+|[\s-]+", name)
    parts: list[tuple[str, str]] = []
    done = False
    for position, word in enumerate(words):
        if not word.strip(" -") or not word[0].isalpha():
            parts.append(("keep", word))
            continue
        if word == "и":
            done = False
            parts.append(("keep", word))
            continue
        following = words[position + 1] if position + 1 < len(words) else ""
        if done or not word[0].isupper() and not _is_adjective(word):
            parts.append(("keep", word))
        elif _is_adjective(word) and (position + 1 < len(words) or word in {"Грозный", "Петропавловск-Камчатский"}):
            parts.append(("adjective", word))
        elif following == "-" and words[position + 2] != "на" and word != "Гвинея":
            parts.append(("keep", word))
        else:
            parts.append(("noun", word))
            done = True
    return parts


def _is_adjective(word: str) -> bool:
    """Whether a capitalised word of a name is an adjective; a few look like nouns."""
    return word in {"Великая", "Великий", "Соломоновы", "Маршалловы", "Святой"} or word.endswith(("ская", "ские", "ский", "ское", "цкая", "ная", "ные", "ный", "ное", "вая", "вый", "новы", "шие", "лая", "лый", "ые", "няя", "жний", "жняя"))


def _decline(part: tuple[str, str]) -> tuple[str, str, str, str, str]:
    kind, word = part
    if kind == "keep" or word in INDECLINABLE:
        return (word,) * 5
    if kind == "adjective":
        return _adjective(word)
    return _noun(word)


def _adjective(word: str) -> tuple[str, str, str, str, str]:
    for ending, endings in ADJECTIVES.items():
        if word.endswith(ending):
            return tuple(word.removesuffix(ending) + new for new in endings)  # type: ignore[return-value]
    return (word,) * 5


def _noun(word: str) -> tuple[str, str, str, str, str]:
    stem, last = word[:-1], word[-1]
    if word in PLURAL_GENITIVE:
        return PLURAL_GENITIVE[word], stem + "ам", word, stem + "ами", stem + "ах"
    if word in NEUTER:
        return stem + "а", stem + "у", word, stem + "ом", stem + "е"
    if word.endswith("ия"):
        return stem + "и", stem + "и", stem + "ю", stem + "ей", stem + "и"
    if last == "а" and not word.endswith(("уа", "оа")):
        return stem + ("и" if stem[-1] in HUSHING else "ы"), stem + "е", stem + "у", stem + ("ей" if stem[-1] in "жшчщц" else "ой"), stem + "е"
    if last == "я":
        return stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е"
    if last == "ь" and word in FEMININE_SOFT:
        return stem + "и", stem + "и", word, word + "ю", stem + "и"
    if last == "ь":
        return stem + "я", stem + "ю", word, stem + "ем", stem + "е"
    if last == "й":
        return stem + "я", stem + "ю", word, stem + "ем", stem + "е"
    if last in VOWELS or word.endswith(("уа", "оа")):
        return (word,) * 5
    bare = _fleeting(word)
    return bare + "а", bare + "у", word, bare + "ом", bare + "е"


def _fleeting(word: str) -> str:
    """Drop the vowel that only the nominative has: Египет – Египта, but Вьетнам – Вьетнама."""
    return {"Египет": "Египт", "Дом": "Дом", "Орёл": "Орл", "дом": "дом"}.get(word, word)
