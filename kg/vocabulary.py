"""The ontology's terms, concepts and labels (first version: only the base; to be read from `ontology/*.ttl`)."""

BASE = "https://w3id.org/diplokg/"
