// A part of the picture that is kept as it was drawn while the picture is only moved, because lines and letters are what costs.

const MARGIN = 0.25;

/** A layer wider than the element by a quarter on each side; `draw(context, at, margin)` draws it, in pixels of the element with its margin. */
export class Layer {
  constructor(draw) { Object.assign(this, { draw, canvas: document.createElement("canvas"), at: null }); }

  /** Puts the layer under a look onto a canvas; it is drawn anew where its margin is spent. */
  show(context, at) {
    const ratio = context.canvas.width / at.width, margin = [Math.round(at.width * MARGIN), Math.round(at.height * MARGIN)];
    if (!this.at || this.at.scale !== at.scale || strayed(this.at, at, margin)) this.renew(at, margin, ratio);
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.canvas, ((this.at.x - at.x) * at.scale - margin[0]) * ratio, ((this.at.y - at.y) * at.scale - margin[1]) * ratio);
    context.restore();
  }

  renew(at, margin, ratio) {
    Object.assign(this.canvas, { width: (at.width + 2 * margin[0]) * ratio, height: (at.height + 2 * margin[1]) * ratio });
    const context = this.canvas.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.at = at;
    this.draw(context, at, margin);
  }

  /** Lets go of what was drawn. */
  spent() {
    this.at = null;
    this.canvas.width = this.canvas.height = 0;
  }
}

/** Whether a look is farther from another than a margin. */
export const strayed = (before, now, [across, down]) => Math.abs(before.x - now.x) * now.scale > across || Math.abs(before.y - now.y) * now.scale > down;
