// What a link to the page keeps: selection, filters, place and zoom, written behind the `#`. A new selection is a step that "back" undoes.

import { parse } from "./refs.js";
import { open } from "./model.js";

/** Reads and writes the state of a page in its address. */
export function permalink(model) {
  const names = naming(model);
  return {
    read: () => fromText(model, names, location.hash.slice(1)),
    write: (state, step) => put(`#${toText(model, names, state)}`, step),
  };
}

// In a frame without an address of its own (a notebook) there is nothing to write to.
function put(hash, step) {
  if (hash === location.hash || (hash === "#" && !location.hash)) return;
  try {
    history[step ? "pushState" : "replaceState"](null, "", hash === "#" ? location.pathname + location.search : hash);
  } catch { /* refused by the browser */ }
}

function toText(model, names, { ref, filters, look }) {
  const { kinds, relations, statuses } = model.core, text = new URLSearchParams();
  const codes = (list, hidden) => [...hidden].map((i) => list[i].code).sort().join(" ");
  if (ref) text.set("s", names.toText(ref));
  if (filters.kinds.size) text.set("k", codes(kinds, filters.kinds));
  if (filters.relations.size) text.set("r", codes(relations, filters.relations));
  if (filters.statuses.size) text.set("t", codes(statuses, filters.statuses));
  if (filters.since || filters.until) text.set("y", `${filters.since || ""}-${filters.until || ""}`);
  if (filters.confidence) text.set("c", String(filters.confidence));
  if (look) text.set("at", [look.x.toFixed(0), look.y.toFixed(0), look.scale.toFixed(3)].join(" "));
  return text.toString();
}

function fromText(model, names, hash) {
  const text = new URLSearchParams(hash), { kinds, relations, statuses } = model.core, filters = open();
  const hidden = (list, key) => new Set((text.get(key) ?? "").split(" ").map((code) => list.findIndex((one) => one.code === code)).filter((i) => i >= 0));
  const [, since, until] = /^(\d{0,4})-(\d{0,4})$/.exec(text.get("y") ?? "") ?? [];
  const at = (text.get("at") ?? "").split(" ").map(Number);
  Object.assign(filters, {
    kinds: hidden(kinds, "k"), relations: hidden(relations, "r"), statuses: hidden(statuses, "t"),
    since: Number(since) || 0, until: Number(until) || 0, confidence: Math.min(Math.max(Number(text.get("c")) || 0, 0), 1),
  });
  return { ref: names.toRef(text.get("s") ?? ""), filters, look: at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? { x: at[0], y: at[1], scale: at[2] } : null };
}

/** References as text that outlives the next drawing: nodes by the end of their IRI, edges by their ends, relation and rank among equals. */
function naming(model) {
  const { id, core } = model, start = sharedStart(id);
  const tail = (i) => id[i].slice(start);
  let byTail = null;
  const known = () => (byTail ??= new Map(id.map((_, i) => [tail(i), i])));
  const equals = (a, b, code) => [...model.neighbours(a)].filter((e) => model.from[e] === a && model.to[e] === b && core.relations[model.relation[e]].code === code);
  const edgeText = (e) => {
    const [a, b, code] = [model.from[e], model.to[e], core.relations[model.relation[e]].code];
    return `${tail(a)}~${code}~${tail(b)}~${equals(a, b, code).indexOf(e)}`;
  };
  const one = ({ what, number, stage }) => (what === "e" ? edgeText(number) : stage === null ? tail(number) : `${tail(number)}~${stage}`);
  const back = (text) => {
    const [from, second, to, rank] = text.split("~"), a = known().get(from), b = known().get(to);
    if (a === undefined) return null;
    if (to === undefined) return second === undefined ? `n${a}` : /^\d+$/.test(second) ? `n${a}.${second}` : null;
    const e = b === undefined ? undefined : equals(a, b, second)[Number(rank)];
    return e === undefined ? null : `e${e}`;
  };
  return {
    toText: (ref) => parse(ref).map(one).join(" "),
    toRef: (text) => text.split(" ").filter(Boolean).map(back).filter(Boolean).join(" ") || null,
  };
}

function sharedStart(ids) {
  if (ids.length < 2) return 0;
  let length = ids[0].length;
  for (const id of ids) while (id.slice(0, length) !== ids[0].slice(0, length)) length--;
  return ids[0].lastIndexOf("/", length - 1) + 1;
}
