"""Train the second opinion and write its weights beside this file.

    PYTHONPATH=. python data/crf/train.py BENCHMARKS

BENCHMARKS holds the three corpora (`corpora.py` says which, from where, under which licences); they are not part of this project. The same corpora and
word lists give the same weights, byte for byte. Prints the exact-span F1 on what was not trained on.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

import pycrfsuite

from kg.languages import language
from kg.second_opinion.features import observe
from kg.second_opinion.model import WEIGHTS

sys.path.insert(0, str(Path(__file__).parent))
from corpora import CORPORA, Labelled  # beside this file
from templates import filled

SETTINGS = {"c1": 0.2, "c2": 0.1, "max_iterations": 200, "feature.minfreq": 1, "feature.possible_transitions": True}


def main() -> None:
    """Train, write, score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=Path(__file__).parent / WEIGHTS)
    asked = parser.parse_args()
    started = time.process_time()
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for lang, load in CORPORA.items():
        sentences = load(asked.folder, "train")
        for s in (*sentences, *filled(lang, sentences)):
            trainer.append(observe(s.tokens, language(lang)), s.labels)
    trainer.train(str(asked.output))
    print(f"{asked.output.name}: {asked.output.stat().st_size / 1e6:.2f} MB, {time.process_time() - started:.0f} s of processor time")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(asked.output))
    for lang, load in CORPORA.items():
        score(tagger, lang, load(asked.folder, "dev"))


def score(tagger: pycrfsuite.Tagger, lang: str, held: list[Labelled]) -> None:
    """Print precision, recall and F1 by kind, exact spans."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for s in held:
        said = Labelled(lang, s.text, s.tokens, tuple(tagger.tag(observe(s.tokens, language(lang))))).spans()
        for total, spans in ((right, said & s.spans()), (found, said), (gold, s.spans())):
            total.update([*(kind for _, _, kind in spans), *("all" for _ in spans)])
    for kind in ("PER", "ORG", "LOC", "all"):
        precision, recall = right[kind] / max(found[kind], 1), right[kind] / max(gold[kind], 1)
        print(f"{lang} {kind:<4} P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(precision + recall, 1e-9):.3f} of {gold[kind]}")


if __name__ == "__main__":
    main()
