// The data of the page: the first part is read at once, the sentences when somebody first asks for one.

import { find } from "./dom.js";

/** What is written in a script element, as JSON or compressed. */
export async function read(id) {
  const element = find(id), text = element.textContent;
  return JSON.parse(element.type === "application/json" ? text : await unpacked(text));
}

/** A function that gives the sentences, facts and stages; they are unpacked once. */
export function lazily(id) {
  let promise = null;
  return () => (promise ??= read(id));
}

async function unpacked(text) {
  const letters = atob(text.trim()), bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}
