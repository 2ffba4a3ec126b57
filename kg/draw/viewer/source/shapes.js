// The shape of each kind, as an outline of radius 1 around the origin; the same in the legend, in every renderer and in the files saved.

const CORNERS = {
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  diamond: [[0, -1.1], [1.1, 0], [0, 1.1], [-1.1, 0]],
  triangle: [[0, -1.1], [1.05, 0.8], [-1.05, 0.8]],
  triangleDown: [[0, 1.1], [1.05, -0.8], [-1.05, -0.8]],
  hexagon: around(6, () => 1.05, 0),
  star: around(10, (n) => (n % 2 ? 0.5 : 1.2), -90),
};

function around(corners, radius, from) {
  return Array.from({ length: corners }, (_, n) => {
    const angle = ((from + (360 * n) / corners) * Math.PI) / 180;
    return [radius(n) * Math.cos(angle), radius(n) * Math.sin(angle)];
  });
}

/** The outline of a shape as an SVG path (`new Path2D(outline(shape))` on a canvas); an unknown shape is a circle. */
export function outline(shape) {
  const corners = CORNERS[shape];
  return corners ? `M${corners.map((point) => point.map((value) => +value.toFixed(3)).join(" ")).join("L")}Z` : "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z";
}
