// A drawing as a file of its own: what the page's style gives to its parts is written into them, and its links lead to this server from anywhere.

import { h, offer, svg } from "./dom.js";
import { say } from "./words.js";

const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity", "font-family", "font-size", "text-anchor"];

export const save = (drawn, name) => h("button", { type: "button", class: "small", onclick: () => offer(new Blob([alone(drawn)], { type: "image/svg+xml" }), `${name}.svg`) }, say("save picture"));

function alone(drawn) {
  const copy = drawn.cloneNode(true);
  const parts = [...copy.querySelectorAll("*")];
  drawn.querySelectorAll("*").forEach((part, n) => {
    const style = getComputedStyle(part);
    for (const name of STYLES) parts[n].setAttribute(name, style.getPropertyValue(name));
    if (part.hasAttribute("href")) parts[n].setAttribute("href", new URL(part.getAttribute("href"), location.origin).href);
  });
  const [x, y, width, height] = drawn.getAttribute("viewBox").split(" ");
  copy.removeAttribute("style");
  copy.prepend(svg("rect", { x, y, width, height, fill: getComputedStyle(document.body).backgroundColor }));
  return new XMLSerializer().serializeToString(copy);
}
