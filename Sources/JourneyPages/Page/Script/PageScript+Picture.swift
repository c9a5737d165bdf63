extension PageScript {
  /// The pictures, and the camera that looks at them.
  static let picture = #"""
    // One entry for each view and persona: the element, its touchpoints and stages by id.
    let pictures = new Map();
    let shown = null;
    const keyOf = (view, persona) => JSON.stringify([view, persona]);

    function collectPictures(from) {
      pictures = new Map();
      for (const holder of from.querySelectorAll("#board > .picture")) {
        const svg = (holder.content ?? holder).querySelector("svg");
        if (svg) {
          const {view, persona} = holder.dataset;
          pictures.set(keyOf(view, persona), prepare(document.adoptNode(svg)));
        }
      }
    }

    // Makes a picture's touchpoints buttons and gives its names to those who hear it; as `title`
    // elements they would hang over the picture whenever the mouse rests.
    function prepare(svg) {
      const box = svg.viewBox.baseVal;
      const whole = {x: box.x, y: box.y, w: box.width, h: box.height};
      svg.removeAttribute("width");
      svg.removeAttribute("height");
      svg.setAttribute("role", "group");
      const groups = new Map();
      for (const group of svg.querySelectorAll("g[data-name]")) {
        const name = group.getAttribute("data-name");
        if (!/^(touchpoint|stage)\//.test(name)) continue;
        if (!groups.has(name)) groups.set(name, []);
        groups.get(name).push(group);
        if (kindOf(name) !== "touchpoint") continue;
        const words = child => group.querySelector(`:scope > ${child}`)?.textContent ?? "";
        group.setAttribute("role", "button");
        group.setAttribute("tabindex", "-1");
        group.setAttribute("aria-label", [words("title"), words("desc")].filter(Boolean).join(". "));
      }
      const title = svg.querySelector(":scope > title");
      if (title) {
        svg.removeAttribute("aria-labelledby");
        svg.setAttribute("aria-label", title.textContent);
      }
      for (const each of svg.querySelectorAll("title, g > desc")) each.remove();
      return {svg, whole, groups};
    }

    const groupsOf = step => shown?.groups.get(step) ?? [];

    function inPictureOrder(ids) {
      // A view that shows a touchpoint in several places has another order than the walk.
      const isScattered = shown && [...shown.groups].some(
        ([name, groups]) => kindOf(name) === "touchpoint" && groups.length > 1);
      if (!shown || isScattered) return ids;
      const order = [...shown.groups.keys()];
      const rank = id => {
        const index = order.indexOf(`touchpoint/${id}`);
        return index < 0 ? order.length : index;
      };
      return ids.map((id, index) => [id, index])
        .sort((a, b) => rank(a[0]) - rank(b[0]) || a[1] - b[1]).map(([id]) => id);
    }

    function showPicture() {
      const next = pictures.get(keyOf(place.view, place.persona));
      if (!next || next === shown) return false;
      shown = next;
      const holder = make("div", "picture");
      if (data.language) holder.lang = data.language;
      holder.append(next.svg);
      $("board").replaceChildren(holder);
      camera = null;
      return true;
    }

    function mark(step) {
      const kept = new Set(groupsOf(step));
      if (kindOf(step) === "stage") {
        for (const id of stage(idOf(step)).touchpoints) {
          for (const group of groupsOf(`touchpoint/${id}`)) kept.add(group);
        }
      }
      // A view may not show a step; then nothing is dimmed.
      root.classList.toggle("near", step !== "whole");
      spot(kindOf(step) === "touchpoint" ? groupsOf(step) : []);
      const reachable = kept.size ? [...kept][0] : null;
      let first = true;
      for (const [name, groups] of shown.groups) {
        if (kindOf(name) !== "touchpoint") continue;
        for (const group of groups) {
          group.classList.toggle("here", kept.has(group) || kept.size === 0);
          const isStop = kept.has(group) ? group === reachable || kindOf(step) === "stage" : false;
          group.setAttribute("tabindex", isStop || (kept.size === 0 && first) ? "0" : "-1");
          if (kindOf(step) === "touchpoint" && kept.has(group)) {
            group.setAttribute("aria-current", "step");
          } else {
            group.removeAttribute("aria-current");
          }
          first = false;
        }
      }
    }

    // A frame around each place that is told about.
    function spot(groups) {
      for (const each of shown.svg.querySelectorAll(".spot")) each.remove();
      const room = 8;
      for (const box of groups.map(group => boxOf([group])).filter(Boolean)) {
        shown.svg.append(shape("rect", {
          class: "spot", rx: 12, x: box.x - room, y: box.y - room, width: box.w + 2 * room,
          height: box.h + 2 * room,
        }));
      }
    }

    // MARK: The camera

    let camera = null;
    let moving = 0;

    function boxOf(elements) {
      let box = null;
      for (const element of elements) {
        const each = element.getBBox();
        if (!each.width && !each.height) continue;
        const right = Math.max(each.x + each.width, box ? box.x + box.w : -Infinity);
        const bottom = Math.max(each.y + each.height, box ? box.y + box.h : -Infinity);
        const x = Math.min(each.x, box?.x ?? Infinity);
        const y = Math.min(each.y, box?.y ?? Infinity);
        box = {x, y, w: right - x, h: bottom - y};
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
      let center = {x: whole.x + whole.w / 2, y: whole.y + whole.h / 2};
      const targets = kindOf(step) === "stage"
        ? [...groupsOf(step), ...stage(idOf(step)).touchpoints
          .flatMap(id => groupsOf(`touchpoint/${id}`))]
        : groupsOf(step);
      const box = step === "whole" ? null : boxOf(targets);
      if (box) {
        const most = Math.max(1, 1.5 * innerHeight / 1080);
        const least = Math.max(scale, most * 0.82);
        scale = Math.min(most, Math.max(least, fits({w: box.w * 1.2, h: box.h + 48})));
        if (box.w * scale > area.w) scale = Math.max(fits(whole), area.w / (box.w * 1.04));
        const tall = box.h + 48 > area.h / scale;
        center = {
          x: box.x + box.w / 2,
          // What is taller than the board begins a third below its top: what is above it matters more
          // than its last lines, which are told beside it.
          y: tall ? box.y + area.h / scale / 6 : box.y + box.h / 2,
        };
        center.x = kept(center.x, area.w / scale, whole.x, whole.w);
        center.y = kept(center.y, area.h / scale, whole.y, whole.h);
      }
      const left = isLeft() ? 0 : inset;
      return {
        x: center.x - (left + area.w / 2) / scale, y: center.y - area.h / 2 / scale,
        w: board.width / scale, h: board.height / scale,
      };
    }

    // A middle from which no more emptiness shows than must.
    function kept(middle, span, start, length) {
      if (span >= length) return start + length / 2;
      const margin = Math.min(60, span / 8);
      const low = start - margin + span / 2;
      return Math.min(Math.max(middle, low), start + length + margin - span / 2);
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
