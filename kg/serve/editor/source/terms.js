// What the page knows of the graph's vocabulary, and how a term is shown: short, as text, linked where it leads to a page.

import { h } from "./dom.js";

const known = { base: "", main: "", prefixes: {}, terms: [], byIri: new Map(), byName: new Map() };
const NUMBERS = new Set(["integer", "decimal", "double", "float", "int", "long", "nonNegativeInteger"]);
const ENTITY = /^(country|official|organization|instrument|event)\/[^/#?]+$/;
const HASH = /^[0-9a-f]{12,}$/;

export const vocabulary = known;

export function learn(data) {
  Object.assign(known, { base: data.base, main: data.main, prefixes: data.prefixes, terms: data.terms });
  for (const term of data.terms) {
    known.byIri.set(term.iri, term);
    known.byName.set(term.name, term);
  }
}

export const own = (iri) => Boolean(known.base) && iri.startsWith(known.base);

export const isEntity = (cell) => cell?.type === "uri" && own(cell.value) && ENTITY.test(cell.value.slice(known.base.length));

export const isNumber = (cell) => cell?.type === "literal" && NUMBERS.has((cell.datatype || "").split("#")[1]) && Number.isFinite(Number(cell.value));

export const isDate = (cell) => cell?.type === "literal" && /^\d{4}(-\d\d){0,2}(T.*)?$/.test(cell.value) && !NUMBERS.has((cell.datatype || "").split("#")[1]);

// `kg:party`, `country/ID`, `instrument/5d0c91aa…`: what a person can read; the whole IRI is the cell's title.
export function short(iri) {
  for (const [prefix, namespace] of Object.entries(known.prefixes)) {
    const rest = iri.slice(namespace.length);
    if (iri.startsWith(namespace) && rest && !/[/#]/.test(rest)) return `${prefix}:${rest}`;
  }
  if (!own(iri)) return iri;
  return iri.slice(known.base.length).split("/").map((part) => (HASH.test(part) ? part.slice(0, 8) + "…" : part)).join("/");
}

export function shown(cell) {
  if (cell === null) return "";
  if (cell.type === "uri") return short(cell.value);
  if (cell.type === "bnode") return "_:" + cell.value;
  if (cell.type === "triple") return `<<( ${["subject", "predicate", "object"].map((part) => shown(cell.value[part])).join(" ")} )>>`;
  return cell.value;
}

// Where an IRI leads: a page of this server, an address on the web, or nowhere.
export function target(iri) {
  if (own(iri)) {
    const path = "/" + iri.slice(known.base.length);
    return /^\/[^/\\]/.test(path) ? path : null;
  }
  return /^https?:\/\//i.test(iri) ? iri : null;
}

export function node(cell) {
  if (cell === null) return "";
  const text = shown(cell);
  const address = cell.type === "uri" || (cell.datatype || "").endsWith("#anyURI") ? target(cell.value) : null;
  if (address !== null) return h("a", { href: address, title: cell.value, rel: address.startsWith("/") ? null : "noopener noreferrer" }, text);
  return cell["xml:lang"] ? h("span", { lang: cell["xml:lang"] }, text) : text;
}
