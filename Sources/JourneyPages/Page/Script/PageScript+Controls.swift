extension PageScript {
  /// Keys, clickers, mouse and touch, and the bar.
  static let controls = #"""
    const keys = {
      ArrowRight: () => isLeft() ? "forward" : "back", ArrowLeft: () => isLeft() ? "back" : "forward",
      PageDown: () => "forward", PageUp: () => "back", Home: () => "first", End: () => "last",
      Escape: () => "whole", " ": () => "forward", Enter: () => "forward", Backspace: () => "back",
    };
    const letters = {
      h: "hotspots", g: "gaps", p: "persona", v: "view", 0: "whole", "?": "help", f: "full",
      b: "black", ".": "black", s: "notes",
    };

    // The letter of a key, also on keyboards that write no Latin letters.
    function letterOf(event) {
      const key = event.key.toLowerCase();
      if (key in letters) return key;
      const code = /^(?:Key|Digit)(.)$/.exec(event.code ?? "")?.[1]?.toLowerCase();
      return /^[\x20-\x7e]$/.test(event.key) ? undefined : code;
    }

    function actOf(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
      const target = event.target instanceof Element ? event.target : document.body;
      const inControl = target.closest("button, select, input, summary, a, [role='button']");
      if ([" ", "Enter"].includes(event.key) && inControl) return undefined;
      if (target.closest("select") && /^(Arrow|Page|Home|End|.$)/.test(event.key)) return undefined;
      if (event.key in keys) return keys[event.key](event);
      return $("letters").checked ? letters[letterOf(event)] : undefined;
    }

    function press(event) {
      if (event.defaultPrevented) return;
      if (!$("black").hidden) {
        if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
        event.preventDefault();
        return black(false);
      }
      if ($("help").open) {
        if (event.key === "?") { event.preventDefault(); acts.close(); }
        return;
      }
      const near = event.target instanceof Element && event.target.closest("[role='button']");
      if (near && [" ", "Enter"].includes(event.key)) {
        event.preventDefault();
        return pick(near);
      }
      if (["ArrowDown", "ArrowUp"].includes(event.key) && !$("panel").hidden
          && !event.target.closest?.("select, #panel, #slider")) {
        $("panel").scrollBy({top: event.key === "ArrowDown" ? 80 : -80});
        return;
      }
      const act = event.key === " " && event.shiftKey ? "back" : actOf(event);
      if (!act) return;
      event.preventDefault();
      request(act);
    }

    function pick(group) {
      const step = group.getAttribute("data-name");
      if (stepsOf("journey").includes(step)) go({tour: "journey", step});
    }

    function listen() {
      document.addEventListener("keydown", press);
      document.addEventListener("click", event => {
        const act = event.target.closest?.("[data-act]")?.dataset.act;
        if (act) return request(act);
        const group = event.target.closest?.("#board g[role='button']");
        if (group) pick(group);
      });
      $("black").addEventListener("pointerdown", () => black(false));
      $("help").addEventListener("click", event => {
        if (event.target === $("help")) acts.close();
      });
      let from = null;
      $("board").addEventListener("pointerdown", event => {
        from = event.pointerType === "mouse" ? null : {x: event.clientX, y: event.clientY};
      });
      $("board").addEventListener("pointercancel", () => { from = null; });
      $("board").addEventListener("pointerup", event => {
        if (!from) return;
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        from = null;
        if (Math.abs(dx) > 40 && Math.abs(dx) > 1.5 * Math.abs(dy)) {
          request((dx < 0) === isLeft() ? "forward" : "back");
        }
      });
      $("slider").addEventListener("input", () => {
        go({step: stepsOf(place.tour)[Number($("slider").value)]});
      });
      for (const name of ["view", "persona"]) {
        let byMouse = false;
        $(name).addEventListener("pointerdown", () => { byMouse = true; });
        $(name).addEventListener("keydown", () => { byMouse = false; });
        $(name).addEventListener("change", () => {
          go({[name]: $(name).value});
          // Who chose with the mouse goes on with the clicker, which must not turn the choice.
          if (byMouse) $(name).blur();
        });
      }
      addEventListener("hashchange", () => go(readAddress(), {smoothly: true}));
      addEventListener("beforeprint", () => { cancelAnimationFrame(moving); look({...shown.whole}); });
      addEventListener("afterprint", () => move(place.step, false));
      let width = 0, height = 0;
      new ResizeObserver(([entry]) => {
        const box = entry.contentRect;
        const changed = Math.abs(box.width - width) > 0.5 || Math.abs(box.height - height) > 0.5;
        [width, height] = [box.width, box.height];
        if (changed && shown && !isSpeaker) move(place.step, false);
      }).observe($("board"));
    }

    // MARK: The bar

    function fillChoices() {
      const choose = (name, list) => {
        $(name).replaceChildren(...list.map(([value, text]) => {
          const option = make("option", "", text);
          option.value = value;
          return option;
        }));
        $(`${name}-choice`).hidden = list.length < 2;
      };
      choose("view", data.views.map(view => [view.id, view.name]));
      choose("persona", data.sets.map(each => [each.persona, each.name]));
    }

    function showControls() {
      const steps = stepsOf(place.tour);
      const index = steps.indexOf(place.step);
      $("slider").max = String(Math.max(1, steps.length - 1));
      $("slider").value = String(index);
      $("slider").setAttribute("aria-valuetext",
        [placeText(), nameOf(place.step)].filter(Boolean).join(": "));
      $("count").textContent = fill(data.words.stepPlace, index + 1, steps.length);
      $("view").value = place.view;
      $("persona").value = place.persona;
      for (const name of ["hotspots", "gaps"]) {
        document.querySelector(`.bar [data-act='${name}']`)
          .setAttribute("aria-pressed", String(place.tour === name));
      }
      const marks = [];
      steps.forEach((step, at) => {
        const isTour = place.tour !== "journey";
        if (isTour ? at > 0 : kindOf(step) !== "stage") return;
        const mark = make("span", "", isTour ? nameOf(place.step) : nameOf(step));
        const rest = steps.findIndex((each, other) => other > at && kindOf(each) === "stage");
        const end = rest < 0 ? steps.length - 1 : rest;
        const share = part => part / Math.max(1, steps.length - 1);
        mark.style.insetInlineStart = isTour
          ? "0" : `calc(var(--thumb) / 2 + (100% - var(--thumb)) * ${share(at)})`;
        mark.style.maxWidth = isTour ? "100%" : `${100 * share(end - at)}%`;
        if (isTour || (index >= at && (rest < 0 || index < rest))) mark.className = "here";
        marks.push(mark);
      });
      $("marks").replaceChildren(...marks);
      document.title = [place.step === "whole" ? null : nameOf(place.step), data.title]
        .filter(Boolean).join(" · ");
    }

    """#
}
