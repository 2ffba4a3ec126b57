"""What a cue and its modal say of an instrument's life, and which of several sayings is where the article leaves it."""

from __future__ import annotations

REFUSED, CITED = "refused", "cited"
ORDER = (CITED, "proposed", "negotiating", "agreed", "signed", "established", "ratified", "in_force", "convened", "extended", "suspended",
         "terminated", REFUSED)
BODY = "joint_body"

# A status under a modal: what "not yet signed", "hopes to sign", "agreed to sign" leave.
UNDER = {
    "signed": {"talk": "negotiating", "not": "agreed", "deny": "agreed", "hope": "proposed", "agree": "agreed", "wait": "agreed", "will": "agreed"},
    "agreed": {"talk": "negotiating", "not": "negotiating", "deny": "negotiating", "hope": "proposed", "will": "negotiating", "wait": "negotiating"},
    "ratified": {"talk": "signed", "not": "signed", "deny": "signed", "hope": "signed", "agree": "signed", "wait": "signed", "will": "signed"},
    "in_force": {"talk": "signed", "not": "signed", "deny": "signed", "hope": "signed", "wait": "signed", "will": "signed", "agree": "in_force"},
    "extended": {"talk": "in_force", "agree": "extended", "not": "in_force", "deny": "in_force", "hope": "in_force", "wait": "in_force", "will": "in_force"},
    "suspended": {"talk": "in_force", "not": "in_force", "deny": "in_force", "hope": "in_force"},
    "terminated": {"talk": "in_force", "will": "in_force", "not": "in_force", "deny": "in_force", "hope": "in_force", "wait": "in_force"},
    "established": {"talk": "negotiating", "not": "proposed", "hope": "proposed", "agree": "agreed", "wait": "proposed", "will": "agreed"},
    "convened": {"not": "established", "hope": "established", "agree": "established", "wait": "established", "will": "established"},
    "negotiating": {"hope": "proposed", "will": "proposed", "wait": "proposed", "not": "proposed"},
    "drafted": {"": "negotiating", "now": "negotiating", "hope": "proposed", "agree": "proposed", "will": "proposed", "wait": "proposed",
                "not": "proposed"},
    # What is to be finished is being made.
    "finished": {"": "agreed", "now": "negotiating", "hope": "negotiating", "agree": "negotiating", "will": "negotiating", "wait": "negotiating",
                 "not": "negotiating", "deny": "negotiating", "past": "agreed"},
    REFUSED: {"not": "in_force", "deny": "in_force", "hope": "in_force"},
}
# A body is not signed and a document does not meet; what the words then say of them.
FOR_BODY = {"in_force": "established", "drafted": "proposed", "signed": "", "ratified": "", "negotiating": ""}
FOR_DOCUMENT = {"established": "in_force"}
FOR_PARTNERSHIP = {**FOR_DOCUMENT, "signed": "in_force", "ratified": "in_force", "extended": "in_force"}
# What is talked of under a partnership is its future, not whether it will be.
TALK = ("negotiating", "drafted", "cited")
# What a negated word rules out, whatever another sentence seems to say.
CEILING = {"agreed": "agreed", "signed": "signed", "in_force": "in_force"}


def status(type_: str, cue: str, modal: str) -> str:
    """Give the status that a cue leaves an instrument of this type in; empty where it says nothing of it.

    >>> status("mou", "signed", ""), status("mou", "signed", "will"), status("agreement", "convened", "")
    ('signed', 'agreed', '')
    >>> status("joint_body", "established", "agree")
    'agreed'
    """
    meant = UNDER.get(cue, {}).get(modal, cue)
    if type_ == "declaration" and meant == cue == "agreed":
        return "signed"  # a statement that is agreed upon is issued
    if type_ == "partnership" and cue in TALK:
        return ""
    if type_ == BODY:
        return FOR_BODY.get(meant, meant)
    if cue == "convened":
        return ""  # nor is a document "to be convened" one that stands
    return (FOR_PARTNERSHIP if type_ == "partnership" else FOR_DOCUMENT).get(meant, meant)


def rank(status: str) -> int:
    """How far along a status is: the furthest is where the article leaves an instrument."""
    return ORDER.index(status)
