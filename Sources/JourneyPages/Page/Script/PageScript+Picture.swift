extension PageScript {
  /// The pictures, and which of their groups a step is about.
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
      const [groups, about, order] = [new Map(), new Map(), []];
      const add = (map, name, group) => map.set(name, [...map.get(name) ?? [], group]);
      for (const group of svg.querySelectorAll("g[data-about]")) {
        for (const name of group.getAttribute("data-about").split(" ")) add(about, name, group);
      }
      for (const group of svg.querySelectorAll("g[data-name]")) {
        const name = group.getAttribute("data-name");
        if (!/^(touchpoint|stage)\//.test(name)) continue;
        if (!groups.has(name) && group.closest("[data-name='touchpoints']")) order.push(name);
        add(groups, name, group);
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
      return {svg, whole, groups, about, order};
    }

    // The groups that are a step, and those that tell about it among others.
    const groupsOf = step => shown?.groups.get(step) ?? [];
    const aboutOf = step => shown?.about.get(step) ?? [];
    const isLeftOut = step => !groupsOf(step).length && !aboutOf(step).length;

    function inPictureOrder(ids) {
      if (!shown) return ids;
      const {order} = shown;
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
      if (!isSpeaker) light(framesOf(step));
      const reachable = kept.size ? [...kept][0] : null;
      let first = true;
      for (const [name, groups] of shown.groups) {
        if (kindOf(name) !== "touchpoint") continue;
        for (const group of groups) {
          group.classList.toggle("here", kept.has(group));
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

    """#
}
