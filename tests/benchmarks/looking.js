/* What a browser shows of a picture: when it first stands there, how smoothly it moves, and which labels can be read.
   Put into a page before its own scripts run. `watchedSettings.marked`: the page says itself when it is ready (html[data-ready]);
   `watchedSettings.texts`: keep what is written on canvases (slower, so not while times are taken). */
(() => {
  "use strict";
  const settings = window.watchedSettings ?? {};
  const watched = (window.watched = { ink: null, shown: null });
  const pen = CanvasRenderingContext2D.prototype;

  const plain = { fill: pen.fill, stroke: pen.stroke, drawImage: pen.drawImage };
  for (const [name, draw] of Object.entries(plain)) {
    pen[name] = function (...given) {
      watched.ink ??= performance.now();
      if (!settings.texts) Object.assign(pen, plain);
      return draw.apply(this, given);
    };
  }

  const area = (element) => { const box = element.getBoundingClientRect(); return box.width * box.height; };
  watched.picture = () => [...document.querySelectorAll("canvas, svg")].reduce((best, one) => (area(one) > (best ? area(best) : 30000) ? one : best), null);

  const faded = (element) => element && (Number(getComputedStyle(element).opacity) < 0.05 || faded(element.parentElement));
  const isPicture = (element) => Boolean(element?.closest("canvas, svg")) || Boolean(element?.contains(watched.picture()));
  const uncovered = (x, y) => document.elementsFromPoint(x, y).filter((element) => isPicture(element) || !faded(element)).slice(0, 1).some(isPicture);

  /* The part of an element that is in the window and in the boxes that cut it off. */
  const seen = (element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    [left, top, right, bottom] = [Math.max(0, left), Math.max(0, top), Math.min(innerWidth, right), Math.min(innerHeight, bottom)];
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      if (getComputedStyle(outer).overflow === "visible") continue;
      const box = outer.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };

  watched.standing = () => {
    const picture = watched.picture();
    if (!picture || (settings.marked && !("ready" in document.documentElement.dataset))) return false;
    if (picture instanceof HTMLCanvasElement && watched.ink === null) return false;
    const { left, right, top, bottom } = seen(picture);
    return uncovered((left + right) / 2, (top + bottom) / 2);
  };
  const look = () => {
    if (document.body && watched.standing()) requestAnimationFrame(() => requestAnimationFrame(() => { watched.shown = performance.now(); }));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  /* Frames between start() and stop(). */
  let frames = null;
  const count = (now) => { if (frames) { frames.push(now); requestAnimationFrame(count); } };
  watched.start = () => { frames = []; watched.begun = performance.now(); requestAnimationFrame(count); };
  watched.stop = () => {
    const [taken, seconds] = [frames, (performance.now() - watched.begun) / 1000];
    frames = null;
    return { frames: taken.length, seconds, longest: Math.max(0, ...taken.slice(1).map((now, i) => now - taken[i])) };
  };

  /* A place on the picture where nothing is drawn, so that a drag moves the view and no node. */
  watched.empty = () => {
    const box = seen(watched.picture()), { width, height } = box;
    const canvases = [...document.querySelectorAll("canvas")].filter((one) => area(one) > 30000);
    const places = [];
    for (const y of [0.5, 0.25, 0.75, 0.1, 0.9]) for (const x of [0.06, 0.12, 0.94, 0.88, 0.2, 0.8, 0.3, 0.7]) places.push([box.left + x * width, box.top + y * height]);
    const blank = ([x, y]) => canvases.every((one) => {
      const at = one.getBoundingClientRect(), scale = one.width / at.width;
      const pixels = one.getContext("2d")?.getImageData((x - at.left - 9) * scale, (y - at.top - 9) * scale, 18 * scale, 18 * scale).data ?? [];
      return pixels.every((value, i) => value === pixels[i % 4]);
    });
    return places.find((place) => uncovered(...place) && blank(place)) ?? places.find((place) => uncovered(...place)) ?? places[0];
  };

  watched.inked = () => [...document.querySelectorAll("canvas")].reduce((sum, one) => {
    const pixels = one.width && one.height ? one.getContext("2d")?.getImageData(0, 0, one.width, one.height).data ?? [] : [];
    let found = 0;
    for (let i = 4; i < pixels.length; i += 4) if (pixels[i + 3] && (pixels[i] !== pixels[0] || pixels[i + 1] !== pixels[1] || pixels[i + 2] !== pixels[2])) found += 1;
    return sum + found;
  }, 0);

  if (!settings.texts) return;
  const written = new Map();
  const of = (canvas) => { if (!written.has(canvas)) written.set(canvas, { texts: [], placed: null }); return written.get(canvas); };
  const box = (matrix, x, y, width, height) => {
    const one = matrix.transformPoint({ x, y }), other = matrix.transformPoint({ x: x + width, y: y + height });
    return [Math.min(one.x, other.x), Math.min(one.y, other.y), Math.max(one.x, other.x), Math.max(one.y, other.y)];
  };
  const wrap = (name, before) => { const draw = pen[name]; pen[name] = function (...given) { before(this, given); return draw.apply(this, given); }; };
  const wiped = (context, [x, y, width, height]) => {
    const [left, top, right, bottom] = box(context.getTransform(), x, y, width, height), { canvas } = context;
    if (left <= 1 && top <= 1 && right >= canvas.width - 1 && bottom >= canvas.height - 1) of(canvas).texts = [];
  };
  wrap("clearRect", wiped);
  wrap("fillRect", wiped);
  wrap("drawImage", (context, given) => {
    const source = given[0];
    if (!(source instanceof HTMLCanvasElement) || !written.get(source)?.texts.length) return;
    const [sx, sy, sw, sh, x, y, w, h] = given.length === 9 ? given.slice(1)
      : [0, 0, source.width, source.height, given[1], given[2], given[3] ?? source.width, given[4] ?? source.height];
    of(source).placed = { on: context.canvas, matrix: context.getTransform().translate(x, y).scale(w / sw, h / sh).translate(-sx, -sy) };
  });
  wrap("fillText", (context, [text, x, y]) => {
    const size = context.measureText(text), matrix = context.getTransform();
    const [up, down] = [size.actualBoundingBoxAscent, size.actualBoundingBoxDescent];
    const [left, right] = [size.actualBoundingBoxLeft, size.actualBoundingBoxRight];
    const font = Number(/([\d.]+)px/.exec(context.font)?.[1] ?? 0) * Math.hypot(matrix.b, matrix.d);
    if (String(text).trim() && context.globalAlpha >= 0.4) of(context.canvas).texts.push({ text: String(text), font, box: box(matrix, x - left, y - up, left + right, up + down) });
  });
  const { width } = Object.getOwnPropertyDescriptors(HTMLCanvasElement.prototype);
  Object.defineProperty(HTMLCanvasElement.prototype, "width", { ...width, set(value) { if (written.has(this)) of(this).texts = []; width.set.call(this, value); } });

  /* Every text in the window, in pixels of the window: its size, its box, and whether something of the page lies over it. */
  watched.texts = () => [...written].flatMap(([canvas, { texts, placed }]) => {
    const screen = canvas.isConnected ? canvas : placed?.on;
    if (!screen?.isConnected || !screen.getClientRects().length) return [];
    const at = screen.getBoundingClientRect(), part = seen(screen);
    const matrix = new DOMMatrix().translate(at.left, at.top).scale(at.width / screen.width, at.height / screen.height).multiply(canvas.isConnected ? new DOMMatrix() : placed.matrix);
    return texts.map(({ text, font, box: [left, top, right, bottom] }) => {
      const [x, y, x2, y2] = box(matrix, left, top, right - left, bottom - top);
      const inside = x >= part.left - 1 && y >= part.top - 1 && x2 <= part.right + 1 && y2 <= part.bottom + 1;
      return { text, size: font * matrix.d, box: [x, y, x2, y2], inside, uncovered: inside && uncovered((x + x2) / 2, (y + y2) / 2) };
    });
  });
})();
