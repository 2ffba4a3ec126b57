// What is wrong with a query, at its place: terms that the vocabulary does not have, and what the server said.

import { declared, tokens } from "./tokens.js";
import { vocabulary } from "./terms.js";
import { say } from "./words.js";

export function check(text) {
  const known = new Set([...declared(text), ...Object.keys(vocabulary.prefixes)]);
  const own = declaredAs(text);
  const found = [];
  if (!vocabulary.terms.length) return found;
  for (const token of tokens(text)) {
    if (token.kind !== "name") continue;
    const [prefix] = token.text.split(":");
    if (!known.has(prefix)) found.push(mark(token, say("unknown prefix", { name: prefix })));
    else if (prefix === vocabulary.main && !own.has(prefix) && !token.text.endsWith(":") && !vocabulary.byName.has(token.text)) found.push(unknown(token));
  }
  return found;
}

// Prefixes that the query declares as something else than the vocabulary does.
function declaredAs(text) {
  const found = [...text.matchAll(/PREFIX\s+([\p{L}\d_.-]*):\s*<([^>]*)>/giu)];
  return new Set(found.filter(([, prefix, iri]) => vocabulary.prefixes[prefix] !== iri).map(([, prefix]) => prefix));
}

function unknown(token) {
  const near = nearest(token.text);
  const replace = (view, from, to) => view.dispatch({ changes: { from, to, insert: near } });
  return { ...mark(token, say("unknown term", { name: token.text }) + (near ? ` ${say("nearest", { name: near })}` : "")), actions: near ? [{ name: near, apply: replace }] : [] };
}

const mark = (token, message) => ({ from: token.start, to: token.end, severity: "warning", message });

function nearest(name) {
  let best = null, least = 4;
  for (const term of vocabulary.terms) {
    if (term.kind !== "class" && term.kind !== "property") continue;
    const apart = distance(name, term.name, least);
    if (apart < least) [best, least] = [term.name, apart];
  }
  return best;
}

function distance(a, b, most) {
  if (Math.abs(a.length - b.length) >= most) return most;
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

// Where the server found an error: from its column to the end of the word there.
export function refused(text, { line, column, message }) {
  const lines = text.split("\n");
  if (line === null || line > lines.length) return { from: 0, to: 0, severity: "error", message };
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const from = start + Math.min(Math.max([...lines[line - 1]].slice(0, column - 1).join("").length, 0), lines[line - 1].length);
  const word = /^\S+/.exec(text.slice(from))?.[0].length ?? 0;
  return { from: word ? from : start, to: word ? from + word : start + lines[line - 1].length, severity: "error", message };
}
