extension PageScript {
  /// The camera that looks at a picture.
  static let camera = #"""
    let camera = null;
    let moving = 0;

    // Lines of text and the boxes around them, which the edge of the board should not run through.
    function itemsOf() {
      shown.items ??= [...shown.svg.querySelectorAll("text, rect")].map(each => {
        const box = each.getBBox();
        return {
          x: box.x, y: box.y, w: box.width, h: box.height, isText: each.localName === "text",
          isOwned: each.closest("g[data-name^='touchpoint/']") !== null,
        };
      }).filter(item => item.w > 0 && item.h > 0);
      return shown.items;
    }

    // Where a window of a length begins so that its two ends run through the least: near an ideal
    // place, between two limits.
    function quietest(items, length, {ideal, low, high}) {
      const gap = 10;
      const places = [ideal, low, high];
      for (const {from, to} of items) {
        places.push(from - gap, to + gap, from - gap - length, to + gap - length);
      }
      let best = null;
      for (const place of places) {
        if (place < low || place > high) continue;
        let cost = 2 * Math.abs(place - ideal) / length;
        for (const {from, to, weight} of items) {
          for (const edge of [place, place + length]) {
            if (from - 4 < edge && edge < to + 4) cost += weight;
          }
        }
        if (!best || cost < best.cost) best = {place, cost};
      }
      return best;
    }

    // Where a window of a length may begin that shows a thing and no more emptiness than must be.
    function limits(start, size, length, wholeStart, wholeSize, middle) {
      if (length >= wholeSize) {
        const place = wholeStart + (wholeSize - length) / 2;
        return {ideal: place, low: place, high: place};
      }
      const within = (value, low, high) => Math.min(Math.max(value, low), high);
      const margin = Math.min(60, length / 8);
      const [least, most] = [wholeStart - margin, wholeStart + wholeSize + margin - length];
      const ideal = within(middle - length / 2, least, most);
      const room = Math.min(24, (length - size) / 2);
      const [low, high] = size <= length
        ? [start + size + room - length, start - room] : [ideal - length / 10, ideal + length / 10];
      const first = within(low, least, most);
      const last = Math.max(first, within(high, least, most));
      return {ideal: within(ideal, first, last), low: first, high: last};
    }

    // Of the windows that show a box, near a scale or somewhat smaller, the one whose edges run
    // through the fewest lines of text.
    function windowAt(box, area, first, least) {
      const {whole} = shown;
      let best = null;
      for (const shrink of [1, 0.95, 0.9]) {
        const scale = first * shrink;
        if (shrink < 1 && scale < least) break;
        const [w, h] = [area.w / scale, area.h / scale];
        // What is taller than the board begins a third below its top: what is above it matters more
        // than its last lines, which are told beside it.
        const middle = box.h + 48 > h ? box.y + h / 6 : box.y + box.h / 2;
        const across = limits(box.x, box.w, w, whole.x, whole.w, box.x + box.w / 2);
        const down = limits(box.y, box.h, h, whole.y, whole.h, middle);
        const items = (from, to, start, size, length) => itemsOf()
          .filter(item => item[from] < start + length && item[from] + item[to] > start
            && item[size[1]] < 0.9 * (size[1] === "w" ? w : h))
          .map(item => ({
            from: item[size[0]], to: item[size[0]] + item[size[1]], weight: item.isText ? 1 : 0.25,
          }));
        const x = quietest(items("y", "h", down.ideal, ["x", "w"], h), w, across);
        const y = quietest(items("x", "w", x.place, ["y", "h"], w), h, down);
        const cost = x.cost + y.cost + 4 * (1 - shrink);
        if (!best || cost < best.cost) best = {x: x.place, y: y.place, scale, cost};
      }
      return best;
    }

    // What the camera shows of a step's frames: all of them, of wide ones the near part.
    function sight(frames, reach) {
      let box = frames[0];
      for (const frame of frames.slice(1)) {
        const isBeside = frame.x + frame.w < frames[0].x || frame.x > frames[0].x + frames[0].w;
        const left = isBeside ? frame.x : Math.max(frame.x, frames[0].x - reach);
        const right = isBeside
          ? frame.x + frame.w : Math.min(frame.x + frame.w, frames[0].x + frames[0].w + reach);
        box = union(box, {x: left, y: frame.y, w: right - left, h: frame.h});
      }
      return box;
    }

    // The box of the drawing that fills the board while a step is told beside it.
    function frameOf(step) {
      const board = $("board").getBoundingClientRect();
      const panel = $("panel");
      const beside = !panel.hidden && getComputedStyle(panel).position === "absolute";
      const inset = beside ? panel.offsetWidth : 0;
      const area = {w: Math.max(1, board.width - inset), h: Math.max(1, board.height)};
      const whole = shown.whole;
      const fits = box => Math.min(area.w / box.w, area.h / box.h);
      let scale = fits(whole) * 0.985;
      let found = {
        x: whole.x + whole.w / 2 - area.w / scale / 2, y: whole.y + whole.h / 2 - area.h / scale / 2,
        scale,
      };
      const frames = framesOf(step);
      if (frames.length) {
        // As near as text is read from the back row; in a theme with larger text from further off.
        const most = Math.max(1, 1.5 * innerHeight / 1080)
          * Math.max(2 / 3, 1 / Math.max(1, data.scale));
        const least = frames.length > 1 ? scale : Math.max(scale, most * 0.82);
        let box = sight(frames, area.w / most / 4);
        // What is nearly as wide as the picture is shown with what names it at its side.
        if (box.w > 0.7 * whole.w) box = {...box, x: whole.x, w: whole.w};
        scale = Math.min(most, Math.max(least, fits({w: box.w * 1.2, h: box.h + 48})));
        if (box.w * scale > area.w) scale = Math.max(fits(whole), area.w / (box.w * 1.04));
        found = windowAt(box, area, scale, fits(whole) * 0.985);
      }
      const left = isLeft() ? 0 : inset;
      return {
        x: found.x - left / found.scale, y: found.y,
        w: board.width / found.scale, h: board.height / found.scale,
      };
    }

    function look(box) {
      camera = box;
      shown.svg.setAttribute("viewBox", [box.x, box.y, box.w, box.h].map(n => n.toFixed(2)).join(" "));
    }

    function move(step, smoothly) {
      cancelAnimationFrame(moving);
      const to = frameOf(step);
      const from = camera;
      if (!from || !smoothly || calm.matches) return look(to);
      const begun = performance.now();
      const pace = 600;
      const tick = now => {
        const t = Math.min(1, Math.max(0, (now - begun) / pace));
        const eased = t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
        const mix = name => from[name] + (to[name] - from[name]) * eased;
        look({x: mix("x"), y: mix("y"), w: mix("w"), h: mix("h")});
        if (t < 1) moving = requestAnimationFrame(tick);
      };
      moving = requestAnimationFrame(tick);
    }

    """#
}
