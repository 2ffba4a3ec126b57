"""A store of hand-made articles: promises and signatures, a contradiction, a copy, hostile words."""

import pytest

from kg.model import Article, concept, country
from kg.store import open_store

HOSTILE = "<script>window.fired=1</script>"
AT = "2026-06-01"


def copied(factory):
    """One long report and a shortened repost of it, so that the two are one source."""
    body = (
        "Menteri Energi Sari Lestari bertemu Menteri Energi Rusia Pavel Orlov di Kazan pada 12 Mei 2026. Keduanya membahas pembangunan pembangkit listrik tenaga "
        "nuklir kecil di Kalimantan, pelatihan teknisi muda, dan jadwal uji kelayakan yang akan dikerjakan bersama oleh dua lembaga penelitian. "
        "Pertemuan itu berlangsung dua jam dan ditutup dengan makan siang bersama para pengusaha dari kedua negara."
    )
    quote = body[: body.index(". ") + 1]
    for key, publisher, day in (("reactor", "Warta Energi", "2026-05-12"), ("reactor-copy", "Kabar Ulang", "2026-05-13")):
        draft = factory.Draft(Article(key, body, "id", "Menteri energi bertemu di Kazan", day, publisher, f"https://example.org/{key}"))
        draft.say(draft.whole, quote, "parties.pair", party=[country("ID"), country("RU")], sector=concept("sector", "energy"))
        sari = draft.official("Sari Lestari", "ID", quote, "Menteri Energi", "minister", draft.organization("Kementerian Energi dan Sumber Daya Mineral", "ID", quote))
        pavel = draft.official("Pavel Orlov", "RU", quote, "Menteri Energi Rusia", "minister", draft.organization("Kementerian Energi Rusia", "RU", quote))
        draft.event("meeting", "ID RU", quote, "2026-05-12", "Kazan", (sari, pavel))
        yield draft


def hostile(factory):
    """An article whose headline, publisher, address, names and sentence are attacks on a page."""
    text = f'Viktor {HOSTILE} Zimin met "><img src=x onerror=window.fired=1> in Jakarta.'
    draft = factory.Draft(Article("hostile", text, "en", f"{HOSTILE} & [x](javascript:1)", "2026-05-20", f"{HOSTILE}", "javascript:window.fired=1"))
    draft.say(draft.whole, text, "parties.pair", party=[country("ID"), country("RU")])
    who = draft.official(f"Viktor {HOSTILE} Zimin", "RU", text, f"Minister {HOSTILE}")
    draft.event("meeting", "ID RU", text, "2026-05-20", HOSTILE, (who,))
    draft.instrument(f"MoU {HOSTILE}", "mou", "ID RU", "signed", text, "2026-05-20")
    return draft


@pytest.fixture(scope="session")
def folder(factory, tmp_path_factory):
    """The folder of the store."""
    path = str(tmp_path_factory.mktemp("pages") / "graph")
    with open_store(path) as store:
        for draft in (*factory.drafts(), *factory.disputed(), *copied(factory), hostile(factory)):
            store.put_article(draft.article, draft.statements)
    return path


@pytest.fixture(scope="session")
def told(folder):
    """The store, opened as the server opens it."""
    with open_store(folder, read_only=True) as store:
        yield store


@pytest.fixture(scope="session")
def path_of(told):
    """The path of the thing that is called so."""
    from kg.query.entities import look_up
    from kg.vocabulary import BASE

    return lambda name: look_up(told, name)[0].value.removeprefix(BASE)
