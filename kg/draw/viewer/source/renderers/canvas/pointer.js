// Mouse, pen and fingers: one moves the picture or a node, two zoom, the wheel zooms where it points.

const STILL = 4, WHEEL = 0.0016, LINE = 24, TWICE_MS = 350;

/**
 * Listens to an element. `act`: `{ at(x, y, touch) -> node or -1, pan(dx, dy), zoom(factor, x, y), hover(x, y) | hover(null), click(x, y, touch), twice(x, y, touch), grab(node), carry(x, y), drop(), hold(), rest() }`,
 * places in pixels of the element. Gives a function that stops listening.
 */
export function listen(element, act) {
  const hands = new Map(), state = { node: -1, moved: false, last: null };
  const place = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const handlers = {
    pointerdown: (event) => { if (event.button === 0) down(event, place(event)); },
    pointermove: (event) => move(event, place(event)),
    pointerup: (event) => up(event, place(event), true),
    pointercancel: (event) => up(event, place(event), false),
    pointerleave: () => { if (!hands.size) act.hover(null); },
    wheel: (event) => wheel(event, place(event)),
  };

  function down(event, at) {
    element.setPointerCapture(event.pointerId);
    hands.set(event.pointerId, at);
    if (hands.size === 1) Object.assign(state, { node: act.at(at.x, at.y, event.pointerType === "touch"), moved: false, start: at });
    else letGo();
  }

  function move(event, at) {
    if (!hands.has(event.pointerId)) {
      if (event.pointerType !== "touch") act.hover(at.x, at.y);
      return;
    }
    const before = hands.get(event.pointerId), others = [...hands].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    hands.set(event.pointerId, at);
    if (others.length) pinch(before, at, others[0]);
    else if (state.moved || Math.hypot(at.x - state.start.x, at.y - state.start.y) > STILL) drag(state.moved ? before : state.start, at);
  }

  function pinch(before, at, other) {
    const [was, now] = [before, at].map((one) => Math.hypot(one.x - other.x, one.y - other.y) || 1);
    state.moved = true;
    act.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
    act.zoom(now / was, (at.x + other.x) / 2, (at.y + other.y) / 2);
  }

  function drag(before, at) {
    if (!state.moved && state.node >= 0) act.grab(state.node);
    if (!state.moved) act.hold();
    state.moved = true;
    if (state.node >= 0) act.carry(at.x, at.y);
    else act.pan(at.x - before.x, at.y - before.y);
  }

  function up(event, at, meant) {
    if (!hands.delete(event.pointerId)) return;
    const clicked = meant && !state.moved && !hands.size;
    if (!hands.size) letGo();
    if (clicked) click(event, at);
  }

  function letGo() {
    if (state.moved && state.node >= 0) act.drop();
    if (state.moved) act.rest();
    Object.assign(state, { node: -1, moved: hands.size > 1 || state.moved });
  }

  function click(event, at) {
    const touch = event.pointerType === "touch", { last } = state;
    const twice = last && event.timeStamp - last.time < TWICE_MS && Math.hypot(at.x - last.x, at.y - last.y) < 3 * STILL;
    state.last = twice ? null : { ...at, time: event.timeStamp };
    if (twice) act.twice(at.x, at.y, touch);
    else act.click(at.x, at.y, touch);
  }

  function wheel(event, at) {
    event.preventDefault();
    const turned = event.deltaY * (event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? 400 : 1);
    act.zoom(Math.exp(-Math.max(-400, Math.min(turned, 400)) * WHEEL * (event.ctrlKey ? 4 : 1)), at.x, at.y);
  }

  for (const [name, handler] of Object.entries(handlers)) element.addEventListener(name, handler, { passive: false });
  return () => { for (const [name, handler] of Object.entries(handlers)) element.removeEventListener(name, handler); };
}
