// A query cut into tokens, and where in a pattern a place stands: subject, predicate or object.

const TOKEN = /(?<comment>#[^\n]*)|(?<iri><[^<>"{}|^`\\\s]*>)|(?<string>"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<variable>[?$][\p{L}\d_]+)|(?<name>(?:\p{L}[\p{L}\d_.-]*)?:(?:[\p{L}\d_](?:[\p{L}\d_.-]*[\p{L}\d_-])?)?)|(?<tag>@[A-Za-z-]+)|(?<word>[\p{L}\d_]+)|(?<mark>\S)/gu;

export function* tokens(text) {
  for (const match of text.matchAll(TOKEN)) {
    const [kind] = Object.entries(match.groups).find(([, found]) => found !== undefined);
    yield { kind, text: match[0], start: match.index, end: match.index + match[0].length };
  }
}

const AFTER = { "{": 0, ".": 0, "}": 0, ";": 1, ",": 2 };
const PATH = new Set(["/", "|", "^", "*", "+", "?", "!"]);

// `part` is 0 for a subject, 1 for a predicate, 2 for an object, null where no pattern stands; `predicate` is the one before an object.
export function standing(text) {
  let part = null, predicate = null, depth = 0;
  for (const token of tokens(text)) {
    if (token.kind === "comment" || token.kind === "tag") continue;
    if (token.text === "(") depth += 1;
    else if (token.text === ")") depth = Math.max(depth - 1, 0);
    else if (depth) continue;
    else if (token.text in AFTER) part = part === null && token.text !== "{" ? null : AFTER[token.text];
    else if (PATH.has(token.text)) part = part === 2 ? 1 : part;
    else if (/^(optional|union|minus|filter|values|graph|bind|select|where|construct|not|exists|service)$/i.test(token.text)) part = null;
    else if (part !== null && part < 2) {
      if (part === 1) predicate = token.text;
      part += 1;
    }
  }
  return { part: depth ? null : part, predicate: part === 2 ? predicate : null };
}

export function declared(text) {
  const found = new Set();
  let before = "";
  for (const token of tokens(text)) {
    if (token.kind === "name" && before === "PREFIX") found.add(token.text.split(":")[0]);
    if (token.kind !== "comment") before = token.text.toUpperCase();
  }
  return found;
}
