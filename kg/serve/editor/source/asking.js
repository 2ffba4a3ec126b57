// Sends a query to the server of the page and reads what comes back; a query that runs can be cancelled.

import { say } from "./words.js";

const ROWS = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const PLACE = /line (\d+), column (\d+)|error at (\d+):(\d+)/;

export class Refused extends Error {
  constructor(message) {
    super(message);
    const place = PLACE.exec(message);
    this.line = place ? Number(place[1] ?? place[3]) : null;
    this.column = place ? Number(place[2] ?? place[4]) : null;
  }
}

export const send = (query, accept, signal) =>
  fetch("/sparql", {
    method: "POST", signal, credentials: "same-origin",
    headers: { "Content-Type": "application/sparql-query", Accept: accept }, body: query,
  });

export async function ask(query, signal) {
  const response = await send(query, `${ROWS}, ${TRIPLES};q=0.9`, signal);
  const text = await response.text();
  if (!response.ok) throw new Refused(reason(response, text));
  return { ...read(response, text), cut: isCut(response) };
}

// Whether the server left something out of an answer.
export const isCut = (response) => response.headers.has("X-Truncated");

function read(response, text) {
  if ((response.headers.get("Content-Type") || "").includes("n-triples")) return { triples: triples(text) };
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Refused(say("broken"));
  }
  if (typeof answer.boolean === "boolean") return { boolean: answer.boolean };
  const names = answer.head.vars;
  return { names, rows: answer.results.bindings.map((row) => names.map((name) => row[name] ?? null)) };
}

export function reason(response, text) {
  if (response.status === 504) return say("stopped");
  if (response.status === 503) return say("busy", { n: Number(response.headers.get("Retry-After")) || 1 });
  return text.trim().replace(/^query: /, "").slice(0, 2000) || `${response.status} ${response.statusText}`;
}

const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/g;
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const SHORT = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

const plain = (text) =>
  text.includes("\\") ? text.replace(ESCAPE, (_, four, eight, one) => (one ? (SHORT[one] ?? one) : String.fromCodePoint(parseInt(four ?? eight, 16)))) : text;

export const triples = (text) =>
  text.split("\n").map((line) => [...line.matchAll(TERM)].map(term)).filter((found) => found.length >= 3).map((found) => found.slice(0, 3));

function term([, iri, blank, words, tag, datatype]) {
  if (iri !== undefined) return { type: "uri", value: plain(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: plain(words), ...(tag && { "xml:lang": tag }), ...(datatype && { datatype }) };
}
