from __future__ import annotations

import importlib.util
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest


def load_factory():
    spec = importlib.util.spec_from_file_location("store_factory", Path(__file__).parent / "factory.py")
    module = sys.modules.setdefault("store_factory", importlib.util.module_from_spec(spec))
    if not hasattr(module, "drafts"):
        spec.loader.exec_module(module)
    return module


@pytest.fixture
def factory():
    return load_factory()


@pytest.fixture
def drafts(factory):
    return factory.drafts()


def server_binary() -> str | None:
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


@pytest.fixture
def server(tmp_path):
    """The address of an Oxigraph server of one's own."""
    binary = server_binary()
    if binary is None:
        pytest.skip("NO REMOTE STORE TESTED: install the `oxigraph` server (pip install oxigraph)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [binary, "serve", "--location", str(tmp_path / "server"), "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.kill()
        process.wait()


@pytest.fixture(params=["memory", "folder", "server"])
def descriptor(request, tmp_path):
    """One store of every kind; a contract test runs on each."""
    if request.param == "server":
        return request.getfixturevalue("server")
    return "memory:" if request.param == "memory" else str(tmp_path / "graph")
