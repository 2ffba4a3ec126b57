// The picture of a kind and the mark of a status, beside their words.

import { svg } from "./dom.js";
import { outline } from "./shapes.js";

/** A kind's shape in its colour of the light and the dark ground. */
export function symbol(kind, size = 14) {
  const picture = svg("svg", { class: "symbol", width: size, height: size, viewBox: "-1.35 -1.35 2.7 2.7", "aria-hidden": "true" }, svg("path", { d: outline(kind.shape) }));
  return tinted(picture, kind);
}

/** A status's mark: a ring in its colour. */
export function ring(status, size = 12) {
  const picture = svg("svg", { class: "symbol ring", width: size, height: size, viewBox: "-1.35 -1.35 2.7 2.7", "aria-hidden": "true" }, svg("circle", { r: 0.85 }));
  return tinted(picture, status);
}

function tinted(picture, { color, dark }) {
  picture.style.setProperty("--light", color);
  picture.style.setProperty("--dark", dark || color);
  return picture;
}
