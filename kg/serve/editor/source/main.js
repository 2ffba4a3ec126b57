// The query page: a question of the library or a query of one's own, its answer, and a link that holds both.

import { ask, Refused } from "./asking.js";
import { find, h, replace } from "./dom.js";
import { editor } from "./editor.js";
import { remember, showRecent, title } from "./history.js";
import { copy, follow, held, hold } from "./link.js";
import { choose, learnQuestions, questions } from "./questions.js";
import { results, view } from "./results.js";
import { learn } from "./terms.js";
import { why } from "./why.js";
import { lang, say } from "./words.js";

const DRAFT = "query draft";
let running = null;
let written = null;

async function run() {
  running?.abort();
  const mine = (running = new AbortController());
  const query = written.text();
  document.title = `${title(query)} – ${say("title")}`;
  const begun = performance.now();
  busy(true);
  replace(find("status"), say("running"));
  try {
    const answer = await ask(query, mine.signal);
    results(query, answer, (performance.now() - begun) / 1000, why, () => hold(query, view.now));
    hold(query, view.now);
    remember(query);
    showRecent(again);
  } catch (error) {
    if (running === mine) failed(error, mine.signal.aborted);
  } finally {
    if (running === mine) { running = null; busy(false); }
  }
}

function busy(is) {
  find("cancel").hidden = !is;
  find("answer").setAttribute("aria-busy", String(is));
}

function failed(error, aborted) {
  replace(find("status"), aborted ? say("cancelled") : say("failed"));
  if (aborted) return;
  if (!(error instanceof Refused)) error = new Refused(say("unreachable"));
  const go = error.line !== null && h("button", { type: "button", class: "small", onclick: () => written.go(error) }, say("go to line", { n: error.line }));
  replace(find("answer"), h("p", { class: "problem", role: "alert" }, error.message, " ", go));
  written.refuse(error);
}

const show = (text) => written.write(text);
const again = (text) => { show(text); run(); };

function open() {
  const { query, ask: name, view: wanted, given } = held();
  if (wanted) view.now = wanted;
  if (query !== null) {
    if (query !== written.text() || !find("answer").hasChildNodes()) again(query);
  } else if (name !== null && !choose(name, given, show, run)) {
    replace(find("status"), say("no question"));
  }
}

async function begin() {
  if (matchMedia("(max-width: 52rem)").matches) document.querySelector(".library details").open = false;
  const field = find("sparql");
  const place = h("div", { id: "editor" });
  written = editor(place, sessionStorage.getItem(DRAFT) ?? field.value, { run, changed: (text) => sessionStorage.setItem(DRAFT, text) });
  field.closest("form").replaceWith(place);
  find("tools").hidden = false;
  find("run").addEventListener("click", run);
  find("cancel").addEventListener("click", () => running?.abort());
  find("share").addEventListener("click", () => copy(written.text(), view.now));
  addEventListener("keydown", (event) => { if (event.key === "Escape" && running && !find("why").open) running.abort(); });
  const data = await (await fetch(`/query/data?lang=${lang}`)).json();
  learn(data);
  learnQuestions(data);
  questions(show, run);
  showRecent(again);
  addEventListener("hashchange", () => { follow(); open(); });
  follow();
  open();
  document.documentElement.dataset.ready = "yes";
}

begin();
