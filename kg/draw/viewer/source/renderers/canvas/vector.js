// A drawing context that writes SVG: what is drawn on the screen becomes paths and text in a file.

import { direction } from "./lettering.js";

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const escaped = (text) => text.replace(/[&<>"']/g, (one) => ENTITIES[one]);
const near = (value) => String(Math.round(value * 10) / 10);

/** Takes the calls of a canvas context that the painter uses; `text(width, height, paper)` is the file. */
export class Vector {
  constructor() {
    Object.assign(this, { parts: [], path: [], dash: [], globalAlpha: 1, lineWidth: 1, fillStyle: "#000", strokeStyle: "#000", font: "", textAlign: "left", halo: null });
  }

  beginPath() { this.path = []; }
  moveTo(x, y) { this.path.push(`M${near(x)} ${near(y)}`); }
  lineTo(x, y) { this.path.push(`L${near(x)} ${near(y)}`); }
  quadraticCurveTo(cx, cy, x, y) { this.path.push(`Q${near(cx)} ${near(cy)} ${near(x)} ${near(y)}`); }
  closePath() { this.path.push("Z"); }
  rect(x, y, width, height) { this.path.push(`M${near(x)} ${near(y)}h${near(width)}v${near(height)}h${near(-width)}Z`); }
  setLineDash(dash) { this.dash = dash; }

  /** Whole circles only, which is all that the painter draws. */
  arc(x, y, r) { this.path.push(`M${near(x + r)} ${near(y)}a${near(r)} ${near(r)} 0 1 1 ${near(-2 * r)} 0a${near(r)} ${near(r)} 0 1 1 ${near(2 * r)} 0Z`); }

  fill() { this.draw(`fill="${escaped(this.fillStyle)}"`, "fill-opacity"); }
  stroke() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.join(" ")}"` : "";
    this.draw(`fill="none" stroke="${escaped(this.strokeStyle)}" stroke-width="${near(this.lineWidth)}" stroke-linejoin="round"${dash}`, "stroke-opacity");
  }

  draw(look, opacity) {
    if (this.path.length) this.parts.push(`<path ${look}${this.globalAlpha < 1 ? ` ${opacity}="${this.globalAlpha.toFixed(2)}"` : ""} d="${this.path.join("")}"/>`);
  }

  strokeText() { this.halo = ` paint-order="stroke" stroke="${escaped(this.strokeStyle)}" stroke-width="${near(this.lineWidth)}" stroke-linejoin="round"`; }

  fillText(text, x, y) {
    const right = direction(text) === "rtl", side = { left: right ? "end" : "start", right: right ? "start" : "end", center: "middle" }[this.textAlign];
    const said = `x="${near(x)}" y="${near(y)}" dy=".35em" text-anchor="${side}"${right ? ' direction="rtl"' : ""}`;
    this.parts.push(`<text ${said} fill="${escaped(this.fillStyle)}"${this.halo ?? ""} style="font:${escaped(this.font)}">${escaped(text)}</text>`);
    this.halo = null;
  }

  /** What was drawn until now, faint. */
  fade(opacity) { this.parts = [`<g opacity="${opacity}">${this.parts.join("")}</g>`]; }

  text(width, height, paper) {
    const size = `width="${near(width)}" height="${near(height)}" viewBox="0 0 ${near(width)} ${near(height)}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="${escaped(paper)}"/>${this.parts.join("")}</svg>\n`;
  }
}
