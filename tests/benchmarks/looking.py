"""What a browser shows of a picture, for the yardstick and the acceptance tests: the first picture, frames, memory, labels that can be read."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND")
WITHOUT_WEBGL = "--disable-3d-apis"
SCRIPT = (Path(__file__).parent / "looking.js").read_text("utf-8")
VIEWPORT = {"width": 1280, "height": 800}
LEGIBLE = 9.0  # pixels on the screen
DRAG = 4.0  # seconds
Box = Sequence[float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the screen, of one line or several."""

    text: str
    size: float
    box: Box
    inside: bool
    uncovered: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a first view: how many are drawn in it, how many of them name a node so that it can be read, which share lies over another."""

    drawn: int
    legible: int
    overlap: float


@contextmanager
def chromium(kind: Any, *flags: str) -> Iterator[Any]:
    """A browser of its own, which can reach no host; `kind` is Playwright's `chromium`."""
    path = next(found for name in BROWSERS if (found := shutil.which(name)))
    browser = kind.launch(executable_path=path, args=[*FLAGS, *flags])
    try:
        yield browser
    finally:
        browser.close()


def watched(browser: Any, *, marked: bool = False, texts: bool = False, **settings: Any) -> Any:
    """A page without network that is looked at from its first script on; what it asks for and what goes wrong in it are kept on it."""
    page = browser.new_context(offline=True, **{"viewport": VIEWPORT, **settings}).new_page()
    page.requested, page.wrong = [], []
    page.on("request", lambda request: page.requested.append(request.url) if request.url.startswith(("http", "ws", "ftp")) else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.add_init_script(f"window.watchedSettings = {{ marked: {str(marked).lower()}, texts: {str(texts).lower()} }};\n{SCRIPT}")
    return page


def first_picture(page: Any, address: str, patience: float = 110) -> float | None:
    """Seconds from the start of navigation to the second frame after the picture stands there and nothing covers it; None if that takes longer than one has patience."""
    from playwright.sync_api import TimeoutError as OutOfTime

    try:
        page.goto(address, wait_until="commit", timeout=patience * 1000)
        page.wait_for_function("() => window.watched?.shown", timeout=patience * 1000, polling=100)
    except OutOfTime:
        return None
    return float(page.evaluate("window.watched.shown")) / 1000


def frames_of_drag(page: Any, seconds: float = DRAG) -> tuple[float, float]:
    """Frames a second while the mouse moves the view, and the longest frame after it let go, in milliseconds."""
    x, y = page.evaluate("window.watched.empty()")
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("window.watched.start()")
    end, step = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        step += 1
        way = abs(step % 80 - 40)
        page.mouse.move(x + 4 * way, y + 2 * way)
        page.wait_for_timeout(8)
    moved = page.evaluate("window.watched.stop()")
    page.evaluate("window.watched.start()")
    page.mouse.up()
    page.wait_for_timeout(700)
    return moved["frames"] / moved["seconds"], page.evaluate("window.watched.stop()")["longest"]


def memory() -> float:
    """Megabytes of all browser processes that this process started: each shared page in equal parts (PSS); without the browser's own pages, which come and go."""
    parents, names = {}, {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                names[int(folder.name)] = (folder / "cmdline").read_bytes()
            except OSError:  # it has ended
                continue
    ours = [process for process in parents if b"chrom" in names[process] and b"--top-chrome-webui" not in names[process] and os.getpid() in _line(process, parents)]
    return sum(_share(process) for process in ours) / 1024


def _line(process: int, parents: dict[int, int]) -> Iterator[int]:
    while process in parents:
        process = parents[process]
        yield process


def _share(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def labels(page: Any, called: Iterable[str]) -> Labels:
    """The labels of a page that was opened with `texts=True`; `called` are the `names` of its nodes."""
    every = [label for label in joined(page.evaluate("window.watched.texts()")) if label.inside]
    over = overlapping([label.box for label in every])
    read = [label for i, label in enumerate(every) if i not in over and label.size >= LEGIBLE and label.uncovered and is_name(label.text, called)]
    return Labels(len(every), len(read), len(over) / len(every) if every else 0.0)


def joined(texts: Iterable[dict[str, Any]]) -> list[Label]:
    """Lines that follow each other, stand under each other and are of one size are one label.

    >>> line = {"size": 12, "inside": True, "uncovered": True}
    >>> [label.text for label in joined([line | {"text": "Ministry of", "box": [10, 0, 70, 10]}, line | {"text": "Trade", "box": [25, 13, 55, 23]}])]
    ['Ministry of Trade']
    """
    found: list[Label] = []
    for text in texts:
        line = Label(**text)
        if found and _goes_on(found[-1], line):
            last = found.pop()
            box = [min(last.box[0], line.box[0]), last.box[1], max(last.box[2], line.box[2]), line.box[3]]
            line = Label(f"{last.text} {line.text}", line.size, box, last.inside and line.inside, last.uncovered and line.uncovered)
        found.append(line)
    return found


def _goes_on(above: Label, line: Label) -> bool:
    (left, _, right, bottom), (next_left, next_top, next_right, _) = above.box, line.box
    aligned = min(abs(left - next_left), abs(right - next_right), abs((left + right) - (next_left + next_right)) / 2) < 2
    return aligned and abs(above.size - line.size) < 0.01 and -0.5 * line.size < next_top - bottom < 0.9 * line.size


def overlapping(boxes: Sequence[Box]) -> set[int]:
    """The numbers of the boxes that share more than a pixel each way with another.

    >>> sorted(overlapping([(0, 0, 10, 10), (5, 5, 15, 15), (14.5, 5, 20, 9)]))
    [0, 1]
    """
    order = sorted(range(len(boxes)), key=lambda i: boxes[i][0])
    found: set[int] = set()
    for place, one in enumerate(order):
        for other in order[place + 1:]:
            if boxes[other][0] >= boxes[one][2] - 1:
                break
            if boxes[other][1] < boxes[one][3] - 1 and boxes[one][1] < boxes[other][3] - 1:
                found |= {one, other}
    return found


def names(network: Any) -> list[str]:
    """What the nodes of a network are called on a picture: a body with its country."""
    known = [data for _, data in network.nodes(data=True)]
    return [*(data["label"] for data in known), *(f"{data['label']} ({data['country']})" for data in known if data["kind"] == "Organization" and data["country"])]


def is_name(text: str, called: Iterable[str]) -> bool:
    """Whether a label says the name of a node, whole or with its end cut off and a sign for that.

    >>> called = ["Kementerian Komunikasi", "Indonesia"]
    >>> is_name("Kementerian Komunik…", called), is_name("Indonesia", called), is_name("party", called), is_name("In", called)
    (True, True, False, False)
    """
    said = "".join(text.split()).casefold()
    short = said.rstrip("…")
    return any(said == name or (short != said and len(short) > 1 and name.startswith(short)) for name in ("".join(name.split()).casefold() for name in called))
