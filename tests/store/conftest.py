from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest


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


VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory):
    """A Virtuoso of one's own: its address, and its port for SQL."""
    program, shell = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if program is None or shell is None:
        pytest.skip("NO VIRTUOSO TESTED: install Debian's virtuoso-opensource-7-bin")
    folder, http, sql = tmp_path_factory.mktemp("virtuoso"), free_port(), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(http=http, sql=sql))
    process = subprocess.Popen([program, "-f", "-c", "virtuoso.ini"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", http)) == 0:
                    break
            time.sleep(0.1)
        subprocess.run([shell, f"127.0.0.1:{sql}", "dba", "dba", 'exec=GRANT SPARQL_UPDATE TO "SPARQL";'], check=True, capture_output=True, timeout=30)
        yield f"virtuoso+http://127.0.0.1:{http}/", sql
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def virtuoso(virtuoso_server):
    """An empty Virtuoso."""
    address, sql = virtuoso_server
    subprocess.run([shutil.which("isql-vt"), f"127.0.0.1:{sql}", "dba", "dba", "exec=DELETE FROM DB.DBA.RDF_QUAD;"], check=True, capture_output=True, timeout=60)
    return address


@pytest.fixture(params=["memory", "folder", "server", "virtuoso"])
def descriptor(request, tmp_path):
    """One store of every kind; a contract test runs on each."""
    if request.param in {"server", "virtuoso"}:
        return request.getfixturevalue(request.param)
    return "memory:" if request.param == "memory" else str(tmp_path / "graph")
