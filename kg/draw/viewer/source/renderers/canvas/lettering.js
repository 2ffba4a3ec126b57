// Names as lines of text: broken between words, in any script, shortened with an ellipsis.

const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif";
export const FONTS = { large: `600 13.5px ${FAMILY}`, plain: `12px ${FAMILY}`, small: `11px ${FAMILY}` };
export const HEIGHTS = { large: 16, plain: 14.5, small: 13.5 };
/** How a name may be written, from the fullest to the shortest: width and lines. */
const FORMS = [[136, 2], [104, 2], [110, 1], [80, 2], [80, 1]];
export const LEAST = 54;
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
let segmenter;
const SQUARE = /[\u3000-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/;
// What has no form of its own, and what turns the direction of a line, is not drawn.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]+/g;

/** A name as it may be drawn. */
export const clean = (text) => text.replace(UNSEEN, " ").trim();

/** The direction in which a line is read. */
export const direction = (line) => (RIGHT_TO_LEFT.test(line) ? "rtl" : "ltr");

/**
 * Breaks and measures names. A width is the sum of its letters' widths: a little generous where letters join, but thousands
 * of names need only the measures of some hundred letters.
 */
export function lettering(context = document.createElement("canvas").getContext("2d")) {
  const letters = { large: new Map(), plain: new Map(), small: new Map() }, known = new Map();
  const letter = (one, size) => {
    const key = SQUARE.test(one) ? "中" : one, widths = letters[size];
    if (!widths.has(key)) {
      context.font = FONTS[size];
      widths.set(key, context.measureText(key).width);
    }
    return widths.get(key);
  };
  const width = (text, size) => {
    let sum = 0;
    for (const one of text) sum += letter(one, size);
    return sum;
  };
  const block = (text, size, wide, most) => {
    const long = width(text, size), fits = (line) => width(line, size) <= wide, broken = long <= wide ? [text] : evened(text, (line) => width(line, size), wide, most, long);
    const lines = shortened(broken, fits, most);
    return { lines, width: Math.max(...lines.map((line) => width(line, size))), height: lines.length * HEIGHTS[size], size, whole: lines === broken, split: splits(text, (line) => width(line, size), wide) };
  };
  return {
    /** A name in at most `most` lines of at most `wide` pixels: `{ lines, width, height, size, whole }`. */
    block,
    /** The forms in which a name may be written, the fullest first, as they are asked for; none that is so short that it says nothing, or breaks a word where another does not. */
    *forms(text, size) {
      const key = size + text, made = known.get(key) ?? known.set(key, []).get(key), told = new Set();
      for (const [n, [wide, most]] of FORMS.entries()) {
        const form = (made[n] ??= block(text, size, wide, most)), said = form.lines.join("\n");
        if (form.split || !(form.whole || form.width >= LEAST) || told.has(said)) continue;
        told.add(said);
        yield form;
      }
      if (!told.size) yield made[0];
    },
  };
}

const splits = (text, width, wide) => text.split(/\s+/).some((word) => !UNSPACED.test(word) && !SQUARE.test(word) && word.split(/(?<=[-–/])/u).some((part) => width(part) > wide));

/** Lines of nearly one length, if the text takes no more of them so and no word has to be broken for it. */
function evened(text, width, wide, most, long) {
  const full = broke(text, (line) => width(line) <= wide, most);
  if (full.length > most) return full;
  const room = Math.max((long / full.length) * 1.12, ...text.split(/\s+|(?<=[-–/])/u).map(width)), even = room < wide ? broke(text, (line) => width(line) <= room, most) : full;
  return even.length === full.length ? even : full;
}

/** Lines of as many words as fit; a word that is too long for a line is broken where its script allows it. */
function broke(text, fits, most) {
  const lines = [];
  let line = "";
  for (const { part, spaced } of text.split(/\s+/).flatMap((word) => (fits(word) ? [{ part: word, spaced: true }] : pieces(word, fits)))) {
    const longer = line && spaced ? `${line} ${part}` : line + part;
    if (!line || fits(longer)) line = longer;
    else { lines.push(line); line = part; }
    if (lines.length > most) break;
  }
  return [...lines, line];
}

/** The parts of a long word: its words in scripts that are written without spaces and break between words only; what hyphens join; else its letters. */
function pieces(word, fits) {
  const joined = word.split(/(?<=[-–/])/u);
  const parts = UNSPACED.test(word) ? Array.from((segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" })).segment(word), ({ segment }) => segment) : joined.every(fits) ? joined : [...word];
  return parts.map((part, n) => ({ part, spaced: n === 0 }));
}

function shortened(lines, fits, most) {
  if (lines.length <= most && lines.every(fits)) return lines;
  const kept = lines.slice(0, most), last = [...kept.pop()];
  while (last.length > 1 && !fits(`${last.join("")}…`)) last.pop();
  return [...kept, `${last.join("").replace(/[\s,.;:()–-]+$/u, "")}…`];
}

/** Writes lines around a middle, with a halo that parts them from what lies below. */
export function write(context, { lines, size, x, y, align }, { ink, halo }) {
  const high = HEIGHTS[size], top = y - ((lines.length - 1) * high) / 2;
  Object.assign(context, { font: FONTS[size], textAlign: align, textBaseline: "middle", lineJoin: "round", lineWidth: 3.6, strokeStyle: halo, fillStyle: ink });
  lines.forEach((line, n) => {
    context.direction = direction(line);
    if (halo) context.strokeText(line, x, top + n * high);
    context.fillText(line, x, top + n * high);
  });
}
