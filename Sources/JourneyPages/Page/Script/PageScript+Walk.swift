extension PageScript {
  /// Going from place to place.
  static let walk = #"""
    // Puts a place right that names what is not there: a persona's other touchpoints, an old address.
    function settle() {
      if (!data.views.some(view => view.id === place.view)) place.view = data.views[0]?.id ?? "";
      if (!data.sets.some(each => each.persona === place.persona)) place.persona = data.sets[0].persona;
      if (!["journey", "hotspots", "gaps"].includes(place.tour)) place.tour = "journey";
      showPicture();
      if (stepsOf(place.tour).includes(place.step)) return;
      place.tour = "journey";
      if (!stepsOf("journey").includes(place.step)) place.step = "whole";
    }

    function go(change, {smoothly = true, says = true} = {}) {
      const before = shown;
      const focused = document.activeElement?.closest?.("#board, #panel")?.id;
      Object.assign(place, change);
      settle();
      mark(place.step);
      showPanel();
      if (!isSpeaker) move(place.step, smoothly && before === shown);
      showControls();
      address();
      if (says) $("live").textContent = announcement();
      if (focused) keepFocus(focused);
      tellSpeaker();
    }

    // Who was in the picture goes along to the current touchpoint; who was in the panel stays there.
    function keepFocus(where) {
      const next = where === "panel" && !$("panel").hidden
        ? $("panel") : shown.svg.querySelector("[tabindex='0']");
      if (!next?.contains(document.activeElement)) next?.focus({preventScroll: true});
    }

    function walk(by) {
      const steps = stepsOf(place.tour);
      const index = Math.min(steps.length - 1, Math.max(0, steps.indexOf(place.step) + by));
      if (steps[index] === place.step) toast(by > 0 ? data.words.lastStep : nameOf(place.step));
      else go({step: steps[index]});
    }

    // Begins a tour, or goes on in it and round.
    function tour(name, nothing) {
      const steps = stepsOf(name);
      if (!steps.length) return toast(nothing);
      const index = place.tour === name ? (steps.indexOf(place.step) + 1) % steps.length : 0;
      go({tour: name, step: steps[index]});
    }

    function turn(list, key, name, nothing) {
      if (list.length < 2) return toast(nothing);
      const index = list.findIndex(each => each[key] === place[name]);
      const next = list[(index + 1) % list.length];
      go({[name]: next[key]});
      toast(next.name);
    }

    function full() {
      const change = document.fullscreenElement
        ? document.exitFullscreen() : root.requestFullscreen?.();
      if (change) change.catch(() => toast(data.words.noFullScreen));
      else toast(data.words.noFullScreen);
    }

    function black(on = $("black").hidden) {
      $("black").hidden = !on;
      $("live").textContent = on ? data.words.black : announcement();
    }

    const acts = {
      forward: () => walk(1),
      back: () => walk(-1),
      first: () => go({step: stepsOf(place.tour)[0]}),
      last: () => go({step: stepsOf(place.tour).at(-1)}),
      whole: () => go({tour: "journey", step: "whole"}),
      hotspots: () => tour("hotspots", data.words.noHotspots),
      gaps: () => tour("gaps", data.words.noGaps),
      persona: () => turn(data.sets, "persona", "persona", data.words.noOtherPersona),
      view: () => turn(data.views, "id", "view", data.words.noOtherView),
      full,
      black: () => black(),
      notes: () => openSpeaker(),
      help: () => $("help").open ? $("help").close() : $("help").showModal(),
      close: () => $("help").close(),
      restart: () => { begun = Date.now(); tickClock(); },
    };

    // MARK: The address

    function address() {
      const parts = new URLSearchParams();
      if (isSpeaker) parts.set("notes", "");
      if (place.view !== data.views[0]?.id) parts.set("view", place.view);
      if (place.persona !== data.sets[0].persona) parts.set("persona", place.persona);
      if (place.tour !== "journey") parts.set("tour", place.tour);
      if (place.step !== "whole") parts.set("at", place.step);
      const hash = parts.toString().replaceAll("%2F", "/");
      if (location.hash.slice(1) !== hash) {
        history.replaceState(null, "", `#${hash}`);
      }
    }

    function readAddress() {
      const parts = new URLSearchParams(location.hash.slice(1));
      return {
        view: parts.get("view") ?? data.views[0]?.id, persona: parts.get("persona") ?? data.sets[0].persona,
        tour: parts.get("tour") ?? "journey", step: parts.get("at") ?? "whole",
      };
    }

    """#
}
