// How a place in a picture names what it stands for: "n12", "e7", "n12.2" (a stage of an instrument's life), or several of them.

/** The nodes, edges and stages that a reference names. */
export function parse(ref) {
  return (ref ?? "").split(" ").filter(Boolean).map((one) => {
    const [number, stage] = one.slice(1).split(".");
    return { what: one[0], number: Number(number), stage: stage === undefined ? null : Number(stage), ref: one };
  });
}

/** The numbers of the nodes, or of the edges, that a reference names. */
export const numbers = (ref, what) => parse(ref).filter((one) => one.what === what).map((one) => one.number);

/** The reference of a node, and that of an edge. */
export const node = (number) => `n${number}`;
export const edge = (number) => `e${number}`;
