"""What a curator decides: what the program is unsure of, the file of decisions, and the store made anew from its texts with them."""

from __future__ import annotations

from kg.curate.ledger import Ledger, ledger_of, replay

__all__ = ["Ledger", "ledger_of", "replay"]
