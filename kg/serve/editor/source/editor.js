// The field in which a query is written: CodeMirror with our completion and our checks.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { forceLinting, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

import { check, refused } from "./checking.js";
import { complete } from "./completion.js";
import { h } from "./dom.js";
import { vocabulary } from "./terms.js";
import { tokens } from "./tokens.js";
import { say } from "./words.js";

const colors = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--keyword)", fontWeight: "600" },
  { tag: [tags.local(tags.variableName), tags.variableName], color: "var(--variable)" },
  { tag: tags.atom, color: "var(--name)" },
  { tag: [tags.string, tags.meta], color: "var(--string)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.standard(tags.variableName), tags.number], color: "var(--keyword)" },
]);

const look = EditorView.theme({
  "&": { fontSize: ".9rem", backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "6px" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'DejaVu Sans Mono', monospace", lineHeight: "1.5", minHeight: "8.5rem", maxHeight: "var(--tall)", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--tint)", color: "var(--soft)", border: "0" },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--active)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--mark)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)", outline: "1px solid var(--line)" },
  ".cm-tooltip": { backgroundColor: "var(--tint)", color: "var(--ink)", border: "1px solid var(--line)", maxWidth: "min(34rem, 92vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--link)", color: "var(--paper)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxWidth: "92vw" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: ".85" },
  ".meaning": { padding: ".3rem .6rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--error)" },
});

// What a term means, where the pointer rests on it.
const meaning = hoverTooltip((view, pos) => {
  const token = [...tokens(view.state.doc.toString())].find(({ start, end }) => start <= pos && pos <= end);
  const term = token && (vocabulary.byName.get(token.text) ?? vocabulary.byIri.get(token.text.slice(1, -1)));
  if (!term?.label) return null;
  return { pos: token.start, end: token.end, create: () => ({ dom: h("div", { class: "meaning" }, h("strong", null, term.label), term.definition && h("div", null, term.definition)) }) };
});

export function editor(place, text, { run, changed }) {
  let said = null;
  const checks = linter((view) => [...check(view.state.doc.toString()), ...(said ? [refused(view.state.doc.toString(), said)] : [])], { delay: 400 });
  const watch = EditorView.updateListener.of((update) => {
    if (!update.docChanged) return;
    said = null;
    changed(update.state.doc.toString());
  });
  const root = place.attachShadow({ mode: "open" }); // there its styles need no exception from the page's policy
  const view = new EditorView({
    parent: root, root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }]),
        lineNumbers(), lintGutter(), history(), drawSelection(), bracketMatching(), closeBrackets(), highlightActiveLine(), EditorView.lineWrapping,
        StreamLanguage.define(sparql), syntaxHighlighting(colors), look, watch, checks, meaning,
        autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60 }),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of({ "aria-label": say("query"), tabindex: "0", spellcheck: "false", autocapitalize: "off" }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    write: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    refuse: (error) => { said = error; forceLinting(view); },
    go: (error) => {
      const { from } = refused(view.state.doc.toString(), error);
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
      view.focus();
    },
  };
}
