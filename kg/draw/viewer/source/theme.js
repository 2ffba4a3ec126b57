// Colours as they are now, on a light or a dark ground: those of the page's style, and those of kinds and statuses.

const NAMES = ["paper", "ink", "soft", "line", "accent", "edge", "halo"];
const dark = matchMedia("(prefers-color-scheme: dark)"), print = matchMedia("print");

/** The colours of a moment: `{ dark, paper, ink, soft, line, accent, edge, halo, kinds: [], statuses: [] }`. */
export function theme(core) {
  const style = getComputedStyle(document.documentElement), isDark = darkNow();
  const of = (one) => (isDark && one.dark) || one.color;
  return {
    dark: isDark, ...Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()])),
    kinds: core.kinds.map(of), statuses: core.statuses.map(of),
  };
}

/** Whether the page is dark now; paper is always light. */
export function darkNow() {
  const chosen = document.documentElement.dataset.theme;
  return !print.matches && (chosen ? chosen === "dark" : dark.matches);
}

/** Turns the page from light to dark or back, and tells whoever draws. */
export function switchTheme() {
  document.documentElement.dataset.theme = darkNow() ? "light" : "dark";
  document.dispatchEvent(new Event("recolour"));
}

/** Calls something whenever colours change. */
export function onRecolour(action) {
  for (const media of [dark, print]) media.addEventListener("change", action);
  document.addEventListener("recolour", action);
}

/** Whether things may move. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

