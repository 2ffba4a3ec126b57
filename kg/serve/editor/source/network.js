// The network that an answer holds: triples between things, or what two columns of a table have to do with each other.

import { isNumber, shown, vocabulary } from "./terms.js";

export const MOST = 200;
const RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const NAMES = ["http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label", "http://xmlns.com/foaf/0.1/name", "https://schema.org/headline"];
const key = (cell) => `${cell.type} ${cell.value}`;

// Nodes {cell, label, color, degree}; links {from, to, kind, weight} with the nodes' numbers; `all` counts the nodes before the cut.
export function network(answer, from, to, lang) {
  return cut(answer.triples ? ofTriples(answer.triples, lang) : ofRows(answer, from, to));
}

function ofTriples(triples, lang) {
  const made = maker();
  for (const [subject, predicate, object] of triples) {
    if (object.type === "literal") { name(made.node(subject), predicate.value, object, lang); continue; }
    if (predicate.value === RDF_TYPE) { paint(made.node(subject), object.value); continue; }
    made.link(made.node(subject), made.node(object), shown(predicate), 1);
  }
  return made;
}

function name(node, predicate, literal, lang) {
  if (!NAMES.includes(predicate)) return;
  const rank = literal["xml:lang"] === lang ? 0 : literal["xml:lang"] === "en" ? 1 : 2;
  if (node.rank === undefined || rank < node.rank) Object.assign(node, { label: literal.value, rank });
}

function paint(node, kind) {
  node.color ??= vocabulary.byIri.get(kind)?.color;
}

// Lines between two columns are as thick as their rows, or as the first number in them.
function ofRows({ names, rows }, from, to) {
  const made = maker();
  const weight = names.findIndex((_, column) => rows.some((row) => isNumber(row[column])) && rows.every((row) => row[column] === null || isNumber(row[column])));
  for (const row of rows) {
    if (row[from] === null || row[to] === null) continue;
    made.link(made.node(row[from]), made.node(row[to]), `${names[from]} – ${names[to]}`, weight < 0 || row[weight] === null ? 1 : Number(row[weight].value));
  }
  return made;
}

function maker() {
  const nodes = new Map(), links = new Map();
  const node = (cell) => {
    if (!nodes.has(key(cell))) nodes.set(key(cell), { cell, label: vocabulary.byIri.get(cell.value)?.label ?? shown(cell), degree: 0 });
    return nodes.get(key(cell));
  };
  const link = (a, b, kind, weight) => {
    if (a === b) return;
    const id = `${key(a.cell)} ${kind} ${key(b.cell)}`;
    if (!links.has(id)) { links.set(id, { a, b, kind, weight: 0 }); a.degree += 1; b.degree += 1; }
    links.get(id).weight += weight;
  };
  return { nodes, links, node, link };
}

function cut({ nodes, links }) {
  const all = [...nodes.values()];
  const kept = all.map((node, place) => ({ node, place })).sort((a, b) => b.node.degree - a.node.degree || a.place - b.place).slice(0, MOST).map(({ node }) => node);
  const numbers = new Map(kept.map((node, place) => [node, place]));
  const joined = [...links.values()].filter(({ a, b }) => numbers.has(a) && numbers.has(b));
  return { all: all.length, nodes: kept, links: joined.map(({ a, b, kind, weight }) => ({ from: numbers.get(a), to: numbers.get(b), kind, weight })) };
}
