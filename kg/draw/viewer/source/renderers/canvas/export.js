// The present view as a file: what is drawn on the screen is drawn once more, as SVG or on a larger canvas.

import { frame } from "./camera.js";
import { highlight, over } from "./highlight.js";
import { paint, picture } from "./paint.js";
import { Vector } from "./vector.js";

const FADED = 0.16, FINEST = 2;

/** Files of a view. */
export function exported(view) {
  const { camera: { width, height }, theme: { paper } } = view;
  return {
    svg: () => {
      const vector = new Vector();
      draw(vector, view, 1, () => vector.fade(FADED));
      return vector.text(width, height, paper);
    },
    png: () => {
      const target = document.createElement("canvas"), ratio = Math.max(FINEST, devicePixelRatio || 1), context = sized(target, width, height, ratio);
      const wash = (alpha) => { Object.assign(context, { globalAlpha: alpha, fillStyle: paper }); context.fillRect(0, 0, width, height); context.globalAlpha = 1; };
      wash(1);
      draw(context, view, ratio, () => wash(1 - FADED));
      return new Promise((done) => { target.toBlob(done, "image/png"); });
    },
  };
}

function sized(target, width, height, ratio) {
  Object.assign(target, { width: width * ratio, height: height * ratio });
  const context = target.getContext("2d");
  context.scale(ratio, ratio);
  return context;
}

function draw(context, view, fine, fade) {
  const { ref, letters, sides } = view, seen = picture(view, frame({ ...view.camera, fine }));
  paint(context, seen, letters, { names: !ref, before: new Map(sides) });
  if (!ref) return;
  fade();
  over(context, seen, letters, ref, false);
}
