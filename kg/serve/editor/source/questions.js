// The library of questions: found by words, with a form of its own for what each asks about; the answer of the form is a query in the editor.

import { reason } from "./asking.js";
import { find, h, replace } from "./dom.js";
import { suggest } from "./entities.js";
import { lang, say } from "./words.js";

let known = { questions: [], values: {} };

export function learnQuestions(data) {
  known = data;
}

export function questions(show, run) {
  const words = find("find-question");
  const list = () => replace(find("questions-list"), groups(matching(words.value), show, run));
  words.addEventListener("input", list);
  list();
}

function matching(text) {
  const wanted = text.trim().toLocaleLowerCase().split(/\s+/);
  return known.questions.filter(({ question, name, topic }) => wanted.every((word) => `${question} ${name} ${topic}`.toLocaleLowerCase().includes(word)));
}

function groups(found, show, run) {
  if (!found.length) return [h("p", null, say("no question"))];
  const topics = [...new Set(found.map(({ topic }) => topic))];
  return topics.map((topic) => [topics.length > 1 && h("h3", null, topic),
    h("ul", null, found.filter((one) => one.topic === topic).map((one) => h("li", null, h("button", { type: "button", class: "question", "data-question": one.name, onclick: () => choose(one.name, {}, show, run) }, one.question))))]);
}

// Shows the form of a question; one that needs nothing, or is given all it needs, is asked at once.
export function choose(name, given, show, run) {
  const chosen = known.questions.find((one) => one.name === name);
  if (!chosen) return false;
  const values = { ...Object.fromEntries(chosen.parameters.filter(({ default: spare }) => spare).map(({ name: key, default: spare }) => [key, spare])), ...given };
  for (const button of document.querySelectorAll("[data-question]")) {
    if (button.dataset.question === name) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  };
  const language = chosen.parameters.find(({ type }) => type === "language");
  if (language && !given[language.name]) values[language.name] = lang;
  const missing = chosen.parameters.some(({ name: key, required }) => required && !values[key]);
  const form = sheet(chosen, values, show, run);
  replace(find("form"), form);
  find("form").hidden = false;
  if (missing) form.querySelector("[required]").focus();
  else form.requestSubmit();
  return true;
}

function sheet(chosen, values, show, run) {
  const problem = h("p", { class: "problem", role: "alert" });
  const send = async (event) => {
    event.preventDefault();
    replace(problem);
    const given = [...new FormData(event.target)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
    try {
      show(`# ${chosen.question}\n${await filled(chosen.name, given)}`);
    } catch (error) {
      replace(problem, error.message);
      return;
    }
    run();
  };
  const example = Object.keys(chosen.example).length > 0 && h("button", { type: "button", onclick: (event) => fillExample(event.target.form, chosen.example) }, say("example"));
  return h("form", { onsubmit: send, "aria-label": chosen.question }, h("h2", null, chosen.question), h("div", { class: "fields" }, chosen.parameters.map((one) => field(one, values[one.name]))),
    problem, h("p", { class: "actions" }, h("button", { type: "submit", class: "main" }, say("ask")), " ", example));
}

// The query that a question becomes with these values, as the server fills it in.
export async function filled(name, given) {
  const response = await fetch(`/query/questions/${encodeURIComponent(name)}?${new URLSearchParams(given)}`);
  const text = await response.text();
  if (!response.ok) throw new Error(reason(response, text));
  return text;
}

function fillExample(form, example) {
  for (const one of form.querySelectorAll("[name]")) one.value = example[one.name] ?? (one.tagName === "SELECT" && one.required ? one.value : "");
  form.requestSubmit();
}

function field({ name, type, required, meaning }, value = "") {
  const id = `parameter-${name}`;
  const label = h("label", { for: id }, meaning || name, required && h("span", { class: "needed" }, ` (${say("needed")})`));
  return h("div", { class: "field" }, label, entry(id, name, type, required, value));
}

// A list where the values can be counted, else a field of the kind that the type asks for.
function entry(id, name, type, required, value) {
  const options = known.values[type];
  if (options) {
    return h("select", { id, name, required }, h("option", { value: "" }, say("any")),
      options.map(([code, text]) => h("option", { value: code, selected: code === value }, text)));
  }
  const kinds = { date: { inputmode: "numeric", placeholder: "2025-04-16", pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", title: say("dates") }, integer: { inputmode: "numeric", pattern: "\\d{1,9}" }, iri: { placeholder: "country/ID", spellcheck: "false" } };
  const input = h("input", { id, name, type: "text", required, value, autocomplete: "off", ...kinds[type] });
  return type.startsWith("entity") ? [input, suggest(input, type)] : input;
}
