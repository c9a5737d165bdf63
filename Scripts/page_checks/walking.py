"""Going from place to place, with keys, mouse and fingers, and what keeps the place."""
import re

from .base import PLACE, Base, expect, same


class Walking(Base):
    def walks(self, file):
        page = self.open(file)
        stages = self.data(page)["sets"][0]["stages"]
        cards = {card["id"]: card["name"] for card in self.data(page)["sets"][0]["cards"]}
        wanted = [""]
        for stage in stages:
            wanted.append(stage["name"])
            wanted += [cards[id] for id in stage["touchpoints"]]
        for forward, back in [("ArrowRight", "ArrowLeft"), ("PageDown", "PageUp"), (" ", "Shift+ ")]:
            found = [self.name(page)]
            for _ in range(len(wanted)):
                page.keyboard.press(forward)
                found.append(self.name(page))
            same(sorted(found[:-1]), sorted(wanted), f"steps by {forward!r}")
            same(found[-1], found[-2], "the last step stays")
            there = found[:-1]
            for name in reversed(there[:-1]):
                page.keyboard.press(back)
                same(self.name(page), name, f"back by {back!r}")
        page.keyboard.press("End")
        same(self.name(page), there[-1], "End")
        page.keyboard.press("Home")
        same(self.name(page), "", "Home")
        expect(page.is_hidden("#panel"), "the whole map has no panel")
        self.done(page)

    def tours(self, file):
        page = self.open(file)
        found = self.data(page)["sets"][0]
        cards = {card["id"]: card["name"] for card in found["cards"]}
        for key, tour in [("h", "hotspots"), ("g", "gaps")]:
            expect(len(found[tour]) > 1, f"the sample has {tour}")
            for id in [*found[tour], found[tour][0]]:
                page.keyboard.press(key)
                same(self.name(page), cards[id], f"{tour} in order, and round")
            page.keyboard.press("ArrowRight")
            same(self.name(page), cards[found[tour][1]], f"an arrow walks the {tour}")
            expect(tour in page.url, page.url)
            pressed = page.get_attribute(f".bar [data-act={tour}]", "aria-pressed")
            same(pressed, "true", f"the button of {tour}")
        page.keyboard.press("0")
        same(self.name(page), "", "0 shows the whole")
        self.done(page)

    def address(self, file):
        page = self.open(file)
        for key in ["v", "p", "h", "h"]:
            page.keyboard.press(key)
        before = page.evaluate(PLACE) + [self.settled(page)]
        other = self.open(page.url)
        same(other.evaluate(PLACE) + [self.settled(other)], before, "the place from the address")
        other.reload()
        same(other.evaluate(PLACE) + [self.settled(other)], before, "the place after reloading")
        other.evaluate("location.hash = 'at=touchpoint/nowhere&view=none&persona=nobody&tour=x'")
        other.wait_for_timeout(100)
        same(other.evaluate(PLACE), ["", ""], "a place that is not there is the whole map")
        self.done(page)
        self.done(other)

    def choices(self, file):
        page = self.open(file)
        found = self.data(page)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        name = self.name(page)
        for view in [*found["views"][1:], found["views"][0]]:
            page.keyboard.press("v")
            same(page.input_value("#view"), view["id"], "the next view")
            same(self.name(page), name, "the step stays")
            label = page.get_attribute("#board svg", "id")
            expect(label.startswith(view["id"]), f"{label} shows {view['id']}")
        for each in [*found["sets"][1:], found["sets"][0]]:
            page.keyboard.press("p")
            same(page.input_value("#persona"), each["persona"], "the next persona")
        page.select_option("#persona", found["sets"][1]["persona"])
        expect(f"persona={found['sets'][1]['persona']}" in page.url, page.url)
        self.done(page)

    def mouse(self, file):
        page = self.open(file)
        page.keyboard.press("ArrowRight")
        self.settled(page)
        group = page.query_selector("#board g.here[role=button]")
        name = group.get_attribute("data-name")
        group.query_selector("circle, rect").click()
        expect(name in page.url, f"a click on {name}: {page.url}")
        page.click(".bar [data-act=whole]")
        same(self.name(page), "", "the button for the whole map")
        page.click(".bar [data-act=forward]")
        expect(self.name(page), "the button forward")
        page.click("#panel .steps button >> nth=0")
        expect("touchpoint/" in page.url, page.url)
        box = page.query_selector("#slider").bounding_box()
        page.mouse.click(box["x"] + box["width"] - 4, box["y"] + box["height"] / 2)
        last = self.data(page)["sets"][0]["stages"][-1]["touchpoints"]
        expect(any(id in page.url for id in last), f"the end of the slider: {page.url}")
        self.done(page)

    def touch(self, file):
        page = self.open(file, size=(390, 844), has_touch=True, is_mobile=True)
        session = page.context.new_cdp_session(page)

        def swipe(start, end):
            def send(kind, points):
                session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

            send("touchStart", [{"x": start, "y": 200}])
            for step in range(1, 6):
                send("touchMove", [{"x": start + (end - start) * step / 5, "y": 200}])
            send("touchEnd", [])
            page.wait_for_timeout(50)

        swipe(300, 100)
        first = self.name(page)
        expect(first, "a swipe to the left walks on")
        swipe(300, 100)
        expect(self.name(page) != first, "and on")
        swipe(100, 300)
        same(self.name(page), first, "a swipe to the right walks back")
        expect(
            page.evaluate("document.documentElement.scrollWidth <= innerWidth"),
            "a phone does not scroll sideways",
        )
        self.done(page)

    def black(self, file):
        page = self.open(file)
        page.keyboard.press("b")
        expect(page.is_visible("#black"), "b makes the screen black")
        page.keyboard.press("ArrowRight")
        expect(page.is_hidden("#black"), "any key ends it")
        same(self.name(page), "", "and does nothing else")
        self.done(page)

    def help(self, file):
        page = self.open(file)
        page.focus(".bar [data-act=help]")
        page.keyboard.press("?")
        expect(page.is_visible("#help"), "? opens the help")
        page.keyboard.press("ArrowRight")
        same(self.name(page), "", "keys rest while help is open")
        page.click("#letters")
        page.keyboard.press("Escape")
        expect(page.is_hidden("#help"), "Escape closes it")
        same(
            page.evaluate("document.activeElement.dataset.act"), "help", "the focus is back"
        )
        page.keyboard.press("h")
        same(self.name(page), "", "letters can be turned off")
        page.keyboard.press("ArrowRight")
        expect(self.name(page), "the arrows stay")
        self.done(page)

    def notes(self, file):
        page = self.open(file)
        page.keyboard.press("h")
        with page.expect_popup() as popup:
            page.keyboard.press("s")
        notes = popup.value
        self.watch(notes)
        same(notes.url.split("#")[0], page.url.split("#")[0], "the notes are the same file")
        name = self.name(page)
        read = "document.querySelector('#now .name')?.textContent"
        self.until(notes, read, name, "the notes follow")
        expect(notes.is_hidden("#show"), "the notes show no picture")
        expect(re.fullmatch(r"\d\d:\d\d", notes.text_content("#elapsed")), "a clock")
        expect(notes.text_content("#clock"), "the time")
        notes.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        second = self.name(page)
        expect(second != name, "a key in the notes walks on")
        self.until(notes, read, second, "the notes go along")
        page.keyboard.press("Home")
        page.wait_for_timeout(100)
        coming = notes.text_content("#next .name")
        page.keyboard.press("ArrowRight")
        self.until(notes, read, coming, "what comes next comes")
        page.reload()
        page.keyboard.press("ArrowRight")
        third = self.name(page)
        self.until(notes, read, third, "the notes find a window that was loaded again")
        notes.click("#speaker [data-act=restart]")
        self.accessible(notes, "the speaker's notes")
        same(notes.wrong, [], "what the notes must not do")
        self.done(page)
