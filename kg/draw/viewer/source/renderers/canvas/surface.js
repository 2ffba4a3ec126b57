// The two canvases of the picture: all of it, with a margin around what is seen, and over it what is highlighted.
//
// While one drags or zooms, the drawn canvas is only shifted or stretched, which costs nothing; it is drawn anew when the hand rests or the margin is used up.

const MARGIN = 0.25, FINEST = 2;

/** Canvases inside an element. */
export function surface(element) {
  const ground = canvas(element), front = canvas(element);
  let ratio = 1, size = { width: 0, height: 0 };
  front.style.display = "none";
  return {
    ground, front,
    margin: () => [Math.round(size.width * MARGIN), Math.round(size.height * MARGIN)],
    /** Takes the size of the element; says whether it is another than before. */
    measure: () => {
      const now = { width: Math.max(element.clientWidth, 1), height: Math.max(element.clientHeight, 1) }, finer = Math.min(devicePixelRatio || 1, FINEST);
      const same = now.width === size.width && now.height === size.height && finer === ratio;
      [size, ratio] = [now, finer];
      return !same;
    },
    size: () => ({ ...size, fine: ratio }),
    /** An empty context of one of the canvases, in pixels of the page. */
    open: (which, margin) => opened(which, size, ratio, margin),
    /** Shows the drawn ground as if it were seen by the camera of now. */
    shift: (drawn, camera) => { ground.style.transform = shifted(drawn, camera); },
    /** Whether the drawn ground no longer covers what is seen. */
    spent: (drawn, camera) => used(drawn, camera),
  };
}

function canvas(element) {
  const made = document.createElement("canvas");
  made.setAttribute("aria-hidden", "true");
  Object.assign(made.style, { position: "absolute", left: "0", top: "0", transformOrigin: "0 0", pointerEvents: "none" });
  element.append(made);
  return made;
}

function opened(which, { width, height }, ratio, [across, down]) {
  const [w, h] = [width + 2 * across, height + 2 * down], context = which.getContext("2d");
  if (which.width !== Math.round(w * ratio) || which.height !== Math.round(h * ratio)) {
    Object.assign(which, { width: Math.round(w * ratio), height: Math.round(h * ratio) });
    Object.assign(which.style, { width: `${w}px`, height: `${h}px`, left: `${-across}px`, top: `${-down}px` });
  }
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, which.width, which.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}

function move({ x, y, scale, frame }, camera) {
  const larger = camera.scale / scale, [across, down] = frame.margin;
  return {
    larger,
    right: across + camera.width / 2 - larger * (camera.width / 2 + across) + (x - camera.x) * camera.scale,
    down: down + camera.height / 2 - larger * (camera.height / 2 + down) + (y - camera.y) * camera.scale,
  };
}

// A shift by whole pixels is copied; any other has to be reckoned anew for every pixel.
function shifted(drawn, camera) {
  const { larger, right, down } = move(drawn, camera), [x, y] = larger === 1 ? [Math.round(right), Math.round(down)] : [right, down];
  return larger === 1 && !x && !y ? "none" : `translate(${x}px, ${y}px) scale(${larger})`;
}

function used(drawn, camera) {
  const { larger, right, down } = move(drawn, camera), [across, below] = drawn.frame.margin;
  const left = right - across, top = down - below;
  return left > 0 || top > 0 || left + larger * drawn.frame.width < camera.width || top + larger * drawn.frame.height < camera.height;
}
