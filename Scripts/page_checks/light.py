"""Whether every step of every view shows where it is, and shows it as clearly as the whole picture."""
from .base import Base, expect, same

STATE = """() => {
  const svg = document.querySelector('#board svg');
  const board = document.querySelector('#board').getBoundingClientRect();
  const panel = document.querySelector('#panel');
  const inset = panel.hidden ? 0 : panel.getBoundingClientRect().width;
  const area = {left: board.left, top: board.top, right: board.right - inset, bottom: board.bottom};
  const box = each => {
    const {left, top, right, bottom} = each.getBoundingClientRect();
    return {left, top, right, bottom};
  };
  const groups = [...svg.querySelectorAll('g.here')].map(group => ({
    name: group.dataset.name, box: box(group),
    texts: [...group.querySelectorAll('text')].map(text => ({...box(text), text: text.textContent})),
  }));
  const faded = [...svg.querySelectorAll('g.here, g.here *')].filter(each => {
    const style = getComputedStyle(each);
    return Number(style.opacity) < 1;
  }).length;
  const leftOut = JSON.parse(document.querySelector('#data').textContent).words.notInView;
  return {
    area, groups, faded, spots: [...svg.querySelectorAll('.spot:not(.past)')].map(box),
    veil: Number(getComputedStyle(svg.querySelector('.veil')).opacity),
    isLeftOut: [...panel.querySelectorAll('.badge')].some(each => each.textContent === leftOut),
  };
}"""
VEIL = "on => { document.querySelector('#board .veil').style.visibility = on ? '' : 'hidden'; }"


class Light(Base):
    def lights(self, file, may_leave_out=False):
        page = self.open(file, size=(1920, 1080), reduced_motion="reduce")
        data = self.data(page)
        for view in data["views"]:
            page.keyboard.press("0")
            state = page.evaluate(STATE)
            same((state["spots"], state["veil"]), ([], 0), f"{view['id']}: light on the whole")
            for stage in data["sets"][0]["stages"]:
                for _ in range(1 + len(stage["touchpoints"])):
                    page.keyboard.press("ArrowRight")
                    self.light(page, view["id"], may_leave_out)
            page.keyboard.press("v")
        self.done(page)

    def light(self, page, view, may_leave_out):
        where = f"{view}, {self.name(page)}"
        state = page.evaluate(STATE)
        if view == "empathy" and not state["groups"]:
            return  # nobody said anything about it
        expect(may_leave_out or not state["isLeftOut"], f"{where} is told to be left out")
        expect(state["spots"], f"{where}: nothing is highlighted")
        expect(state["veil"] > 0, f"{where}: the rest does not step back")
        same(state["faded"], 0, f"{where}: parts in the light that are faded")
        area = state["area"]
        spot = state["spots"][0]
        room = 8  # for the line around it and its round corners
        clip = {
            "left": max(spot["left"] + room, area["left"]),
            "top": max(spot["top"] + room, area["top"]),
            "right": min(spot["right"] - room, area["right"]),
            "bottom": min(spot["bottom"] - room, area["bottom"]),
        }
        wide, high = clip["right"] - clip["left"], clip["bottom"] - clip["top"]
        expect(wide > 10 and high > 10, f"{where}: what is highlighted is out of sight: {spot}")
        for group in state["groups"]:
            box = group["box"]
            fits = box["right"] - box["left"] <= area["right"] - area["left"]
            for text in group["texts"]:
                sliced = text["left"] < area["right"] - 1 and text["right"] > area["right"] + 1
                sliced |= text["left"] < area["left"] - 1 and text["right"] > area["left"] + 1
                expect(not (fits and sliced), f"{where}: an edge runs through {text['text']!r}")
        clip = {"x": clip["left"], "y": clip["top"], "width": wide, "height": high}
        lit = page.screenshot(clip=clip)
        page.evaluate(VEIL, False)
        plain = page.screenshot(clip=clip)
        page.evaluate(VEIL, True)
        expect(lit == plain, f"{where}: what is in the light is not what it is in the whole picture")
