/// What a page does: one module script, its parts in order.
///
/// It builds everything with `textContent` and attributes, never from markup; the page's policy
/// refuses the other ways.
enum PageScript {
  static let text =
    basics + picture + light + camera + panel + walk + controls + speaker + live + start

  /// The data, small helpers, and where the reader is.
  static let basics = #"""
    const $ = id => document.getElementById(id);
    const root = document.documentElement;
    const calm = matchMedia("(prefers-reduced-motion: reduce)");
    const isLeft = () => root.dir !== "rtl";
    let data = JSON.parse($("data").textContent);

    // Where the reader is: a view, a persona, a tour, and a step of it.
    const place = {view: "", persona: "", tour: "journey", step: "whole"};

    // A whole number in the language's digits.
    const number = value => String(value).replace(/\d/g, digit => data.digits[digit]);

    function fill(phrase, ...parts) {
      let next = 0;
      return phrase.replace(/\{\}/g, () => number(parts[next++]));
    }

    function make(tag, look, ...children) {
      const element = document.createElement(tag);
      if (look) element.className = look;
      for (const child of children) {
        if (child !== null && child !== undefined) element.append(child);
      }
      return element;
    }

    function shape(tag, attributes) {
      const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    }

    const set = () => data.sets.find(each => each.persona === place.persona) ?? data.sets[0];
    const card = id => set().cards.find(each => each.id === id);
    const stage = id => set().stages.find(each => each.id === id);
    const kindOf = step => step.split("/", 1)[0];
    const idOf = step => step.slice(step.indexOf("/") + 1);

    // The steps of a tour: the whole, then each stage and its touchpoints; or touchpoints alone.
    function stepsOf(tour) {
      const found = set();
      if (tour !== "journey") return found[tour].map(id => `touchpoint/${id}`);
      const steps = ["whole"];
      for (const each of found.stages) {
        if (each.id !== null) steps.push(`stage/${each.id}`);
        for (const id of inPictureOrder(each.touchpoints)) steps.push(`touchpoint/${id}`);
      }
      return steps;
    }

    function nameOf(step) {
      if (kindOf(step) === "stage") return idOf(step);
      return kindOf(step) === "touchpoint" ? card(idOf(step)).name : data.words.whole;
    }

    let toastTimer = 0;
    function toast(text, stays = false) {
      clearTimeout(toastTimer);
      $("toast").textContent = text;
      $("toast").hidden = !text;
      if (text && !stays) toastTimer = setTimeout(() => toast(""), 4000);
    }

    """#
}
