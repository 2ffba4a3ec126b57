// The renderer for large networks.

/** Draws a network on a canvas of its own. */
export { make } from "../vis.js";
