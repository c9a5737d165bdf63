extension PageScript {
  /// What is told about a step.
  static let panel = #"""
    function disc(found) {
      const felt = found.felt;
      const element = make("span", "disc", felt?.text ?? "?");
      if (!felt) element.classList.add("unknown");
      else if (felt.assumed) {
        element.classList.add("assumed");
        element.style.color = felt.color;
      } else {
        element.style.background = felt.color;
        element.style.color = felt.ink;
      }
      return element;
    }

    function scaleOf(found) {
      const {felt, believed} = found;
      if (!felt || felt.at === null) return null;
      const scale = make("div", "scale", make("span", "line"));
      scale.setAttribute("aria-hidden", "true");
      const put = (look, from, to) => {
        const part = make("span", look);
        part.style.insetInlineStart = `${100 * Math.min(from, to)}%`;
        if (from !== to || /span|gap/.test(look)) part.style.width = `${100 * Math.abs(to - from)}%`;
        scale.append(part);
        return part;
      };
      if (felt.low !== null && felt.high !== null) put("span", felt.low, felt.high);
      if (believed) put(found.gap?.worse ? "gap" : "gap better", felt.at, believed.at);
      if (believed) put("mark believed", believed.at, believed.at);
      put("mark", felt.at, felt.at).style.background = felt.color;
      return scale;
    }

    function beliefs(found) {
      if (!found.believed) return null;
      const line = make("p", "beliefs",
        make("span", "", `${data.words.believed} `, make("b", "", found.believed.text)));
      if (found.gap) {
        line.append(make("span", found.gap.worse ? "wrong" : "",
          make("b", "", found.gap.text), ` ${found.gap.about}`));
      }
      return line;
    }

    function listOf(title, look, items, item = text => make("li", "", text)) {
      if (!items.length) return [];
      return [make("h3", "", title), make("ul", `cards ${look}`, ...items.map(item))];
    }

    function quoteOf(quote) {
      const by = quote.by ? make("cite", "", `\u2002${quote.by}`) : null;
      return make("blockquote", "", make("p", "", quote.text, by));
    }

    function decisionOf(decision) {
      return make("li", decision.status,
        make("p", "what", decision.text), make("p", "meta", decision.meta));
    }

    function star() {
      const star = shape("svg", {viewBox: "0 0 24 24", "aria-hidden": "true"});
      star.append(shape("path", {d:
        "M12 1.6l3.2 6.6 7.2 1-5.2 5.1 1.2 7.2-6.4-3.4-6.4 3.4 1.2-7.2L1.6 9.2l7.2-1z"}));
      return star;
    }

    function placeText() {
      const steps = stepsOf(place.tour);
      const index = steps.indexOf(place.step) + 1;
      if (place.tour === "gaps") return fill(data.words.gapPlace, index, steps.length);
      if (place.tour === "hotspots") {
        return fill(set().byPain ? data.words.painPlace : data.words.hotspotPlace, index, steps.length);
      }
      return null;
    }

    function tellTouchpoint(found) {
      const badges = make("p", "badges");
      const tour = placeText();
      if (tour) badges.append(make("span", "badge rank", tour));
      if (!tour && found.rank) {
        const count = set().hotspots.length;
        badges.append(make("span", "badge rank", fill(data.words.hotspotPlace, found.rank, count)));
      }
      if (found.truth) badges.append(make("span", "badge", star(), data.words.truth));
      if (isLeftOut(place.step)) badges.append(make("span", "badge", data.words.notInView));
      const facts = make("dl", "facts", ...found.facts.map(fact =>
        make("div", "", make("dt", "", fact.label), make("dd", "", fact.value))));
      const felt = make("p", "felt", disc(found),
        make("span", "", make("span", "word", found.felt ? data.words.felt : data.words.notMeasured),
          found.felt ? make("span", "about", found.felt.about) : null));
      return [
        make("p", "eyebrow", [found.stage, found.channel].filter(Boolean).join(" · ")),
        make("h2", "name", found.name), badges.childNodes.length ? badges : null,
        felt, scaleOf(found), beliefs(found),
        ...found.quotes.slice(0, 3).map(quoteOf), found.facts.length ? facts : null,
        ...listOf(data.words.pains, "pains", found.pains),
        ...listOf(data.words.gains, "gains", found.pains.length ? [] : found.gains),
        ...listOf(data.words.decisions, "decisions", found.decisions, decisionOf),
        make("p", found.hasOwner ? "owner" : "owner missing", found.owner),
      ];
    }

    function tellStage(told) {
      const stages = set().stages.filter(each => each.id !== null);
      const list = make("ul", "steps");
      for (const id of inPictureOrder(told.touchpoints)) {
        const found = card(id);
        const button = make("button", "", disc(found), make("span", "name", found.name),
          found.leave ? make("span", "leave", found.leave) : null,
          found.rank ? make("span", "rank", number(found.rank)) : null);
        button.type = "button";
        button.addEventListener("click", () => go({tour: "journey", step: `touchpoint/${id}`}));
        list.append(make("li", "", button));
      }
      return [
        make("p", "eyebrow", fill(data.words.stagePlace, stages.indexOf(told) + 1, stages.length)),
        make("h2", "name", told.name),
        told.stillHere ? make("p", "eyebrow", told.stillHere) : null, list,
      ];
    }

    function tell(step) {
      if (kindOf(step) === "touchpoint") return tellTouchpoint(card(idOf(step)));
      if (kindOf(step) === "stage") return tellStage(stage(idOf(step)));
      return [];
    }

    function showPanel() {
      const panel = $("panel");
      const parts = tell(place.step).filter(part => part !== null);
      panel.hidden = parts.length === 0;
      panel.replaceChildren(...parts);
      panel.scrollTop = 0;
      if (data.language) panel.lang = data.language;
    }

    function announcement() {
      const step = place.step;
      const parts = [placeText(), nameOf(step)];
      if (kindOf(step) === "touchpoint") parts.push(card(idOf(step)).say);
      if (kindOf(step) === "stage") parts.push(stage(idOf(step)).stillHere);
      return parts.filter(Boolean).join(". ");
    }

    """#
}
