// Elements made by hand: what comes from the network is only ever set as text, so that markup in a name is shown and never read.

const SVG = "http://www.w3.org/2000/svg";

/** The element of an id. */
export const find = (id) => document.getElementById(id);

/** An HTML element with attributes (`on...` are listeners) and children. */
export const h = (tag, attributes, ...children) => dressed(document.createElement(tag), attributes, children);

/** An SVG element, made in the same way. */
export const svg = (tag, attributes, ...children) => dressed(document.createElementNS(SVG, tag), attributes, children);

/** A button that does something. */
export const button = (attributes, action, ...children) => h("button", { type: "button", ...attributes, onclick: action }, ...children);

/** Puts these children in the place of those that were there. */
export function refill(parent, ...children) {
  parent.replaceChildren(...real(children));
  return parent;
}

/** Text of any script and direction, kept apart from the text around it. */
export const name = (text, attributes) => h("bdi", attributes, text);

/** Whether the person types into something. */
export const typing = () => /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? "");

function dressed(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value == null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...real(children));
  return element;
}

const real = (children) => children.flat(Infinity).filter((child) => child != null && child !== false);
