// Where one looks: the point of the network that stands in the middle of the element, and how many pixels a unit of it takes.

const CLOSEST = 900, FARTHEST = 0.4;

/** A camera over an element of `width` × `height` pixels; `limits` keep the zoom between the whole network and a single node. */
export function camera() {
  return { x: 0, y: 0, scale: 1, width: 1, height: 1, fine: 1, limits: [1e-6, 1e6] };
}

/** How places of the network become pixels of a picture that is `margin` pixels wider than the element on each side; `fine` dots of the screen make a pixel. */
export function frame({ x, y, scale, width, height, fine = 1 }, margin = [0, 0]) {
  const [across, down] = margin;
  return { scale, dx: width / 2 + across - x * scale, dy: height / 2 + down - y * scale, width: width + 2 * across, height: height + 2 * down, margin, fine };
}

/** The place under a pixel of the element. */
export const under = ({ x, y, scale, width, height }, px, py) => ({ x: x + (px - width / 2) / scale, y: y + (py - height / 2) / scale });

/** Moves the picture by pixels. */
export function pan(camera, dx, dy) {
  camera.x -= dx / camera.scale;
  camera.y -= dy / camera.scale;
}

/** Zooms so that what lies under a pixel stays there. */
export function zoom(camera, factor, px, py) {
  const before = under(camera, px, py);
  camera.scale = Math.min(Math.max(camera.scale * factor, camera.limits[0]), camera.limits[1]);
  const after = under(camera, px, py);
  camera.x += before.x - after.x;
  camera.y += before.y - after.y;
}

/** Shows all of a box, leaving room at the edge for names. */
export function fit(camera, { left, top, right, bottom }, spacing) {
  const across = Math.min(90, camera.width * 0.1), down = Math.min(36, camera.height * 0.08);
  const room = [(camera.width - 2 * across) / Math.max(right - left, 1e-6), (camera.height - 2 * down) / Math.max(bottom - top, 1e-6)];
  const scale = Math.max(Math.min(...room, 160 / spacing), 1e-6);
  camera.limits = [scale * FARTHEST, Math.max(CLOSEST / spacing, scale * 4)];
  Object.assign(camera, { x: (left + right) / 2, y: (top + bottom) / 2, scale });
}
