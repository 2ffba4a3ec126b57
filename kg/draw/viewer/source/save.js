// What is shown, as files: PNG and SVG of the picture, CSV of the table, GEXF and JSON of the network, the places of the nodes.

import { button, h } from "./dom.js";
import { gexf, json, positions } from "./files.js";
import { say } from "./words.js";

/** The menu of files. */
export function menu(app) {
  const named = (ending) => `${app.core.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "network"}.${ending}`;
  const item = (ending, word, type, content) => h("li", null, button({ "data-save": word }, async () => {
    const made = await content();
    offer(made instanceof Blob ? made : new Blob([made], { type }), named(ending));
    place.open = false;
    place.querySelector("summary").focus();
  }, say(`save ${word}`)));
  const network = app.core.renderer !== "figure";
  const place = h("details", { id: "save", class: "menu" }, h("summary", null, say("save")), h("ul", { class: "sheet" },
    item("png", "png", "image/png", () => app.renderer.png()), item("svg", "svg", "image/svg+xml", () => app.renderer.svg()),
    item("csv", "csv", "text/csv;charset=utf-8", () => csv(Object.values(app.tables)[0])),
    item("gexf", "gexf", "application/xml", async () => gexf(app.model, await app.proof())), item("json", "json", "application/json", async () => json(app.model, await app.proof())),
    network && item("positions.json", "positions", "application/json", () => positions(app.model))));
  return place;
}

function offer(blob, file) {
  const link = h("a", { href: URL.createObjectURL(blob), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** A table as CSV for spreadsheets: nothing in it is taken for a formula. */
export function csv(table) {
  const field = (value) => (typeof value === "number" ? String(value) : `"${String(value ?? "").replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`);
  const rows = table.rows().map((row) => table.heads.map((_, column) => field(table.text(row, column))).join(","));
  return `\ufeff${[table.heads.map(field).join(","), ...rows].join("\r\n")}\r\n`;
}
