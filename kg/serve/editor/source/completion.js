// Completes what the graph knows: classes, properties, concepts, countries, by their name in the query or in the page's language.

import { called } from "./entities.js";
import { short, vocabulary } from "./terms.js";
import { declared, standing, tokens } from "./tokens.js";

const MOST = 60;
const WORDS = ("SELECT DISTINCT WHERE CONSTRUCT DESCRIBE ASK PREFIX OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH EXISTS NOT GROUP BY ORDER ASC DESC HAVING LIMIT OFFSET AS IN UNDEF " +
  "COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG DATATYPE BOUND IF COALESCE CONTAINS STRSTARTS STRENDS STRLEN SUBSTR STRBEFORE STRAFTER REPLACE REGEX LCASE UCASE CONCAT YEAR MONTH DAY NOW ABS ROUND CEIL FLOOR isIRI isLiteral").split(" ");

export async function complete(context) {
  const typed = context.matchBefore(/[<?$]?[\p{L}\d_:./#-]*/u);
  if (!typed.text && !context.explicit) return null;
  const before = context.state.sliceDoc(0, typed.from);
  const inside = [...tokens(context.state.sliceDoc(0, context.pos))].pop();
  if (inside && ["comment", "string"].includes(inside.kind) && inside.end === context.pos) return null;
  if (/\bprefix\s+$/i.test(before)) return { from: typed.from, options: prefixes(), validFor: /^[\p{L}\d_.-]*$/u };
  const place = standing(before);
  const options = /^[?$]/.test(typed.text) ? variables(context, typed) : [...terms(typed.text, place), ...keywords(typed.text, place), ...(typed.text ? [] : variables(context, typed))];
  if (context.explicit && place.part !== 1 && /^[\p{L}\d-]{3,}$/u.test(typed.text)) options.push(...(await things(typed.text)));
  return options.length ? { from: typed.from, options: options.slice(0, MOST), filter: false } : null;
}

// Who asks for it (Ctrl+Space) is offered the things of the graph that are called so, too.
async function things(text) {
  const found = await called("entity", text).catch(() => []);
  return found.map(([iri, name]) => ({ label: name.value, detail: short(iri.value), type: "constant", apply: `<${iri.value}>` }));
}

const prefixes = () => Object.entries(vocabulary.prefixes).map(([prefix, iri]) => ({ label: `${prefix}:`, detail: iri, type: "namespace", apply: `${prefix}: <${iri}>\n` }));

function variables(context, { text, from }) {
  const names = new Set([...tokens(context.state.doc.toString())].filter((token) => token.kind === "variable" && token.start !== from).map((token) => "?" + token.text.slice(1)));
  return [...names].filter((name) => name.startsWith("?" + text.slice(1))).sort().map((label) => ({ label, type: "variable" }));
}

function keywords(text, { part }) {
  if (!text || part === 1) return [];
  return WORDS.filter((word) => word.startsWith(text.toUpperCase()) || word.startsWith(text)).map((label) => ({ label, type: "keyword" }));
}

function terms(text, place) {
  const wanted = text.replace(/^</, "").toLocaleLowerCase();
  const found = [];
  vocabulary.terms.forEach((term, order) => {
    const rank = likeness(term, wanted);
    if (rank !== null) found.push({ term, rank: rank + fit(term, place), order });
  });
  found.sort((a, b) => a.rank - b.rank || a.order - b.order);
  return found.slice(0, MOST).map(({ term }) => option(term));
}

// 0 begins like it, 1 holds a word that does, 2 holds it; null is something else.
function likeness(term, wanted) {
  if (!wanted) return 1;
  const label = term.label.toLocaleLowerCase(), name = term.name.toLowerCase();
  const local = name.slice(name.indexOf(":") + 1);
  if (name.startsWith(wanted) || local.startsWith(wanted) || label.startsWith(wanted)) return 0;
  if (label.split(/[\s(/-]+/).some((word) => word.startsWith(wanted))) return 1;
  return wanted.length > 2 && (name.includes(wanted) || label.includes(wanted)) ? 2 : null;
}

// What can stand at this place comes first.
function fit(term, { part, predicate }) {
  if (part === null) return 0;
  if (part === 1) return term.kind === "property" ? 0 : 10;
  if (part === 0) return term.kind === "country" || term.kind === "concept" ? 3 : 10;
  if (predicate === "a" || predicate === "rdf:type") return term.kind === "class" ? 0 : 10;
  const range = vocabulary.byName.get(predicate)?.range;
  if (range) return term.within === range ? 0 : 10;
  return term.kind === "property" || term.kind === "class" ? 10 : 5;
}

const TYPES = { class: "class", property: "property", concept: "enum", country: "constant" };

const option = (term) => ({ label: term.name, detail: term.label, type: TYPES[term.kind], info: term.definition || undefined, apply: (view, _, from, to) => insert(view, term, from, to) });

// Writes a term; a prefix that the query does not declare is declared above it, so that the query can be asked anywhere.
function insert(view, term, from, to) {
  const prefix = term.written.startsWith("<") ? null : term.written.split(":")[0];
  const missing = prefix !== null && !declared(view.state.doc.toString()).has(prefix);
  const head = missing ? `PREFIX ${prefix}: <${vocabulary.prefixes[prefix]}>\n` : "";
  const after = view.state.sliceDoc(to, to + 1) === ">" && term.written.endsWith(">") ? to + 1 : to;
  const written = { from, to: after, insert: term.written };
  const top = start(view.state.doc.toString());
  view.dispatch({ changes: head ? [{ from: top, insert: head }, written] : [written], selection: { anchor: from + head.length + term.written.length }, userEvent: "input.complete" });
}

// Below the comments with which a query begins.
function start(text) {
  const comments = /^(?:[ \t]*#[^\n]*\n|[ \t]*\n)*/.exec(text)[0];
  return comments.length;
}
