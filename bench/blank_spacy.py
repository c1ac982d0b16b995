"""A spaCy pipeline of the shape of ``en_core_web_sm``, with random weights: its speed, none of its sense.

tok2vec (96 wide, 4 deep, hashed embeddings), tagger and parser listening to it, and an entity recogniser with a
tok2vec of its own. spaCy is needed by ``make bench`` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

WIDTH = 96
DEPTH = 4
TAGS = 50
DEPENDENCIES = 45
ENTITIES = 18
SEED = 0
BATCH = 32


def _tok2vec(attributes: list[str], rows: list[int]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": attributes,
            "rows": rows,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": DEPTH,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _transitions(kind: str, tok2vec: dict[str, Any], extra_states: bool) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": extra_states,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def _listener() -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "tok2vec"}


def blank() -> Any:
    """The pipeline, ready to read. Raises ``ImportError`` where spaCy is not installed."""
    import spacy
    from spacy.util import fix_random_seed

    fix_random_seed(SEED)
    nlp = spacy.blank("en")
    shared = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]
    nlp.add_pipe("tok2vec", config={"model": _tok2vec(shared, [5000, 1000, 2500, 2500, 50, 50])})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener()}})
    parser = nlp.add_pipe("parser", config={"model": _transitions("parser", _listener(), False)})
    own = _tok2vec(shared[:4], [5000, 1000, 2500, 2500])
    ner = nlp.add_pipe("ner", config={"model": _transitions("ner", own, False)})
    for pipe, count, name in ((tagger, TAGS, "TAG"), (parser, DEPENDENCIES, "dep"), (ner, ENTITIES, "KIND")):
        for number in range(count):
            pipe.add_label(f"{name}{number}")
    nlp.initialize()
    return nlp


def read(nlp: Any, texts: Sequence[str]) -> int:
    """Read a batch of texts, as spaCy is used for speed; the number of tokens in it."""
    return sum(len(document) for document in nlp.pipe(texts, batch_size=len(texts)))
