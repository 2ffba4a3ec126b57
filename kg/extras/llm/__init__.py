"""A large language model in the place of our rules: any OpenAI-compatible server (llama.cpp, Ollama, vLLM, a vendor's).

`kg add --with llm --set url=http://localhost:8000/v1 --set model=NAME`; the key, where one is needed, is in `KG_LLM_KEY`. A fact counts only if its sentence
stands in the article, exactly after normalisation, with its name; the rule of what it states is `llm.MODEL`, its confidence one stated constant.
An answer that is cut off, empty, broken or huge is an error of that one article, and the next one is read.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kg.build import Extraction, Understand
from kg.errors import ExtractorError
from kg.extras.settings import Settings
from kg.languages import language
from kg.mention import find_all
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading

if TYPE_CHECKING:
    from kg.extras.llm.asking import Asking

MOST_TOKENS = 1_000_000


def extractor(settings: Settings) -> Understand:
    """Set up the conversation with the server that the user names; nothing is sent yet."""
    from kg.extras.llm.asking import LONGEST_ANSWER, Asking
    from kg.extras.llm.server import Server

    asking = Asking(Server.of(settings), int(settings.number("max_tokens", LONGEST_ANSWER, least=1, most=MOST_TOKENS)))
    return lambda article: understand(article, asking)


def understand(article: Article, asking: Asking) -> Extraction:
    """Ask about one article and keep what its text proves."""
    from kg.extras.llm.checking import check
    from kg.extras.llm.server import Fault
    from kg.extras.llm.statements import Writer

    words = language(article.lang)
    reading = Reading(article, words, sentences(article, words))
    find_all(reading)
    try:
        read = asking.ask(reading)
    except Fault as fault:
        raise ExtractorError(f"{article.id}: the llm {fault}") from fault
    kept = check(reading, read.answer)
    kept.left_out["its shape is wrong"] += read.misshapen
    writer = Writer(reading, rule(asking.server.model))
    cast = writer.cast(kept)
    statements = tuple(dict.fromkeys(writer.statements(kept, cast)))
    return Extraction(article, reading, cast, statements, _notes(article, kept.left_out))


def rule(model: str) -> str:
    """Name the model as the rule of what it states.

    >>> rule("Qwen/Qwen3-8B:Q4_K_M")
    'llm.Qwen/Qwen3-8B:Q4_K_M'
    """
    return "llm." + re.sub(r"[^\w./:@+-]+", "-", model)[:100]


def _notes(article: Article, left_out: Counter[str]) -> tuple[str, ...]:
    """Say in one line how much of the answer was left out, and why."""
    reasons = [f"{number} because {reason}" for reason, number in left_out.most_common() if number]
    return (f"{article.id}: left out of the llm's answer: {', '.join(reasons)}",) if reasons else ()
