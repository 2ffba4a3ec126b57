// Colours between two others, reckoned once.

const known = new Map();
const parts = (hex) => (hex.length < 7 ? [...hex.slice(1)].map((one) => parseInt(one + one, 16)) : [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));

/** A colour that lies `share` of the way from one to another, both written as `#rrggbb`; the first as it is where the other is written in another way. */
export function mixed(one, other, share) {
  if (!one.startsWith("#") || !other.startsWith("#")) return one;
  const key = one + other + share;
  if (!known.has(key)) known.set(key, mix(one, other, share));
  return known.get(key);
}

function mix(one, other, share) {
  const [a, b] = [parts(one), parts(other)];
  return `#${a.map((value, n) => Math.round(value + (b[n] - value) * share).toString(16).padStart(2, "0")).join("")}`;
}
