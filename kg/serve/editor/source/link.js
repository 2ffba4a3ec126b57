// The address holds the query: everything behind the # stays in the browser and never reaches a log.

import { find, h, replace } from "./dom.js";
import { say } from "./words.js";

export function held() {
  const found = new URLSearchParams(location.hash.slice(1));
  const given = Object.fromEntries([...found].filter(([name]) => name !== "ask" && name !== "view" && name !== "query"));
  return { query: found.get("query"), ask: found.get("ask"), view: found.get("view"), given };
}

export function hold(query, view) {
  const wanted = new URLSearchParams({ query });
  if (view && view !== "table") wanted.set("view", view);
  if (location.hash.slice(1) === wanted.toString()) return;
  const before = held();
  if (before.query === query || !location.hash) history.replaceState(null, "", "#" + wanted);
  else history.pushState(null, "", "#" + wanted);
  follow();
}

// The links to the page in other languages take the query along.
export function follow() {
  for (const link of document.querySelectorAll("a[hreflang]")) link.hash = location.hash;
}

export async function copy(query, view) {
  hold(query, view);
  try {
    await navigator.clipboard.writeText(location.href);
    replace(find("shared"), say("copied"));
  } catch {
    const field = h("input", { readonly: true, value: location.href, "aria-label": say("link") });
    replace(find("shared"), field);
    field.select();
  }
}
