extension PageScript {
  /// What a step is about stands in the light; everything else steps back.
  static let light = #"""
    function boxOf(elements) {
      let box = null;
      for (const element of elements) {
        const each = element.getBBox();
        if (each.width || each.height) {
          box = union(box, {x: each.x, y: each.y, w: each.width, h: each.height});
        }
      }
      return box;
    }

    function union(a, b) {
      if (!a || !b) return a ?? b;
      const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
      return {
        x, y, w: Math.max(a.x + a.w, b.x + b.w) - x, h: Math.max(a.y + a.h, b.y + b.h) - y,
      };
    }

    const holds = (box, x, y) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
    const covers = (box, other) => holds(box, other.x, other.y)
      && holds(box, other.x + other.w, other.y + other.h);

    const meets = (box, other) => other.x < box.x + box.w && other.x + other.w > box.x
      && other.y < box.y + box.h && other.y + other.h > box.y;

    // The steps that a step shows: a stage its touchpoints too, and a touchpoint that this view
    // leaves out its stage.
    function shownFor(step) {
      if (step === "whole") return [];
      const found = kindOf(step) === "stage" ? stage(idOf(step)) : null;
      if (found) return [step, ...found.touchpoints.map(id => `touchpoint/${id}`)];
      if (groupsOf(step).length) return [step];
      // Where its stage tells about it, as in a funnel, that stage as it stands there.
      const teller = aboutOf(step).map(group => group.getAttribute("data-name"))
        .find(name => kindOf(name ?? "") === "stage");
      if (teller) return [teller];
      if (aboutOf(step).length) return [step];
      const home = card(idOf(step))?.stage;
      return home && stage(home) ? shownFor(`stage/${home}`) : [];
    }

    // The boxes around what a step is about: every place of a touchpoint; of a stage one, where no
    // other touchpoint would stand in it.
    function framesOf(step) {
      const steps = shownFor(step);
      const groups = steps.flatMap(groupsOf);
      let boxes = groups.map(group => boxOf([group])).filter(Boolean);
      if (kindOf(steps[0] ?? "") === "stage" && boxes.length) {
        const all = boxes.reduce(union);
        const isMixed = [...shown.groups].some(([name, others]) =>
          kindOf(name) === "touchpoint" && !steps.includes(name) && others.some(other => {
            const box = boxOf([other]);
            return box && holds(all, box.x + box.w / 2, box.y + box.h / 2);
          }));
        // A stage may be torn into rows.
        const parts = group => kindOf(group.getAttribute("data-name")) === "stage"
          ? [...group.children].map(child => boxOf([child])) : [boxOf([group])];
        boxes = isMixed ? groups.flatMap(parts).filter(Boolean) : [all];
      }
      const frames = [];
      for (const box of boxes) {
        if (!frames.some(frame => covers(frame, box))) frames.push(box);
      }
      for (const group of new Set(steps.flatMap(aboutOf))) {
        const box = boxOf([group]);
        if (!box || frames.some(frame => covers(frame, box))) continue;
        // What stands right below the like of it is one with it.
        const above = frames.findIndex(frame => Math.abs(frame.x - box.x) < 2
          && Math.abs(frame.w - box.w) < 2 && Math.abs(box.y - frame.y - frame.h) < 24 * data.scale);
        if (above < 0) frames.push(box);
        else frames[above] = union(frames[above], box);
      }
      return frames.map(grown);
    }

    // A box with some room, less where things of other touchpoints are near, and around words beside it that its edge would run through, unless it
    // then ran through those of another touchpoint.
    function grown(frame) {
      const most = 60 * data.scale;
      const wider = room => ({
        x: frame.x - room, y: frame.y - room, w: frame.w + 2 * room, h: frame.h + 2 * room,
      });
      const isClear = box => !itemsOf().some(item =>
        item.isOwned && meets(box, item) && !meets(frame, item));
      const first = [6, 4].map(wider).find(isClear) ?? wider(2);
      const texts = itemsOf().filter(item => item.isText);
      let box = first;
      for (const text of texts) {
        if (text.isOwned || !meets(first, text) || covers(first, text)) continue;
        const larger = union(box, {x: text.x - 4, y: text.y - 2, w: text.w + 8, h: text.h + 4});
        const isFree = texts.every(other =>
          !other.isOwned || !meets(larger, other) || meets(first, other));
        if (isFree && larger.w - first.w <= most && larger.h - first.h <= most) box = larger;
      }
      return box;
    }

    // A veil over the picture with a hole for each frame, and a line around each. Words that a line
    // would run through stand in the light too, and the line leaves them out.
    function light(frames) {
      const {svg, whole} = shown;
      const far = {
        x: whole.x - whole.w * 2, y: whole.y - whole.h * 2, width: whole.w * 5, height: whole.h * 5,
      };
      let layer = svg.querySelector(":scope > .light");
      if (!layer) {
        layer = shape("g", {class: "light"});
        const maskOf = id => {
          const mask = shape("mask", {id, maskUnits: "userSpaceOnUse", ...far});
          mask.append(shape("rect", {...far, fill: "#fff"}));
          return mask;
        };
        layer.append(maskOf("light"), maskOf("lines"),
          shape("rect", {...far, class: "veil", mask: "url(#light)"}),
          shape("g", {mask: "url(#lines)"}));
        svg.append(layer);
      }
      const [holes, gaps, , lines] = layer.children;
      root.classList.toggle("near", frames.length > 0);
      for (const old of layer.querySelectorAll(".gap")) old.remove();
      for (const old of layer.querySelectorAll(".hole, .spot")) {
        if (calm.matches) old.remove();
        else if (!old.classList.contains("past")) {
          old.classList.add("past");
          setTimeout(() => old.remove(), 600);
        }
      }
      const put = (into, look, box, more) => into.append(
        shape("rect", {class: look, x: box.x, y: box.y, width: box.w, height: box.h, ...more}));
      for (const frame of frames) {
        put(holes, "hole", frame, {rx: 12, fill: "#000"});
        put(lines, "spot", frame, {rx: 12});
      }
      for (const text of itemsOf().filter(item => item.isText)) {
        if (!frames.some(frame => meets(frame, text) && !covers(frame, text))
          || frames.some(frame => covers(frame, text))) continue;
        const box = {x: text.x - 3, y: text.y, w: text.w + 6, h: text.h};
        put(holes, "hole", box, {rx: 4, fill: "#000"});
        put(gaps, "gap", box, {fill: "#000"});
      }
    }

    """#
}
