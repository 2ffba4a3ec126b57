"""Who cancels a query gives its process back, unless somebody else waits for the same answer."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from kg.serve.cache import Answer, Cache

FOR_EVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(?a != ?l) }"


def test_a_query_whose_client_is_gone_is_stopped_long_before_the_time_limit(fill, started, tmp_path):
    server = started(fill(tmp_path / "kg"), "--processes", "1", "--time-limit", "50")
    for ask in (lambda: server.client.get("sparql", params={"query": FOR_EVER}, timeout=0.5), lambda: server.client.post("sparql", data={"query": FOR_EVER}, timeout=0.5)):
        with pytest.raises(httpx.ReadTimeout):
            ask()
        begun = time.monotonic()
        assert server.rows("SELECT ?n { VALUES ?n { 1 } }") == [{"n": "1"}]
        assert time.monotonic() - begun < 25


def test_only_the_last_who_leaves_stops_the_work():
    async def story():
        cache, go, stopped = Cache(1_000_000), asyncio.Event(), asyncio.Event()

        async def make():
            try:
                await go.wait()
            except asyncio.CancelledError:
                stopped.set()
                raise
            return Answer("text/plain", b"yes")

        def ask():
            return asyncio.ensure_future(cache.get(b"key", make))

        async def leave(asked):
            asked.cancel()
            await asyncio.gather(asked, return_exceptions=True)
            await asyncio.sleep(0)

        one, other = ask(), ask()
        await asyncio.sleep(0)
        await leave(one)
        assert not stopped.is_set()
        await leave(other)
        assert stopped.is_set()
        go.set()
        assert (await ask()).body == b"yes"

    with ThreadPoolExecutor(1) as thread:  # the browser of other tests has a loop in this one
        thread.submit(lambda: asyncio.run(story())).result()
