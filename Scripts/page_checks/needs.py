"""What people need: calm, large type, zoom, the keyboard alone, names for those who hear, paper."""
import re
import shutil
import subprocess

from .base import WORDS, Base, expect, same


class Needs(Base):
    def moves(self, file):
        read = "document.querySelector('#board svg').getAttribute('viewBox')"
        press = f"""() => {{
          const before = {read};
          document.dispatchEvent(new KeyboardEvent('keydown', {{key: 'ArrowRight', bubbles: true}}));
          return [before, {read}];
        }}"""
        page = self.open(file, reduced_motion="reduce")
        before, after = page.evaluate(press)
        expect(before != after, "a step looks elsewhere")
        same(self.settled(page), after, "with reduced motion at once")
        same(
            page.evaluate("document.getAnimations().length"), 0, "with reduced motion nothing moves"
        )
        self.done(page)
        page = self.open(file)
        before, after = page.evaluate(press)
        same(after, before, "else the step begins where one was")
        page.wait_for_timeout(250)
        halfway = page.evaluate(read)
        expect(halfway not in (before, self.settled(page)), "and goes there smoothly")
        self.done(page)

    def large(self, file):
        page = self.open(file, size=(1920, 1080))
        for key in ["ArrowRight", "ArrowRight", "h", "g"]:
            page.keyboard.press(key)
            smallest = page.evaluate(
                """() => Math.min(...[...document.querySelectorAll('#panel *')]
                  .filter(each => [...each.childNodes].some(node =>
                    node.nodeType === 3 && node.data.trim()))
                  .map(each => parseFloat(getComputedStyle(each).fontSize)))"""
            )
            expect(smallest >= 26, f"text of {smallest} px in the panel")
        self.done(page)

    def zoom(self, file):
        # 1280 × 1024 and 1920 × 1080 at 400 %.
        for size in [(320, 256), (480, 270)]:
            page = self.open(file, size=size)
            for key in ["", "h", "v"]:
                if key:
                    page.keyboard.press(key)
                page.wait_for_timeout(700)
                wide, view = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
                expect(wide <= view, f"{size} scrolls sideways: {wide} > {view}")
                for button in page.query_selector_all("button:visible, select:visible"):
                    button.scroll_into_view_if_needed()
                    box = button.bounding_box()
                    inside = box["x"] >= 0 and box["x"] + box["width"] <= view + 0.5
                    expect(inside, f"{size}: {button.get_attribute('data-act')} sticks out")
            expect(page.is_visible("#panel .owner"), "the panel is there")
            page.eval_on_selector("#panel .owner", "each => each.scrollIntoView()")
            self.accessible(page, f"{size}")
            self.done(page)

    def long_words(self):
        document = self.folder / "long.journey.yaml"
        word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenbestellformular" * 2
        document.write_text(
            WORDS.format(title=word, second="b", id="long", language="de"), encoding="utf-8"
        )
        file = self.render(document)
        for size in [(1920, 1080), (1280, 720), (390, 844)]:
            page = self.open(file, size=size, reduced_motion="reduce")
            for _ in range(2):
                page.keyboard.press("ArrowRight")
                wide, room = page.evaluate(
                    "[document.querySelector('#panel').scrollWidth, "
                    "document.querySelector('#panel').clientWidth]"
                )
                expect(wide <= room, f"{size}: {self.name(page)[:9]}… needs {wide} px of {room}")
            self.done(page)

    def keyboard(self, file):
        page = self.open(file)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        reached, unseen = [], []
        for _ in range(60):
            page.keyboard.press("Tab")
            name, outline = page.evaluate(
                """() => {
                  const each = document.activeElement;
                  const style = getComputedStyle(each);
                  return [each.dataset.act || each.dataset.name || each.id || each.localName,
                    style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2];
                }"""
            )
            if name == "body" or (reached and name == reached[0]):
                break
            reached.append(name)
            if not outline:
                unseen.append(name)
        same(unseen, [], "without visible focus")
        acts = page.evaluate(
            "[...document.querySelectorAll('.bar [data-act]')].map(each => each.dataset.act)"
        )
        for wanted in [*acts, "panel", "slider", "view", "persona"]:
            expect(wanted in reached, f"the keyboard does not reach {wanted}: {reached}")
        groups = [name for name in reached if name.startswith("touchpoint/")]
        expect(groups, f"the keyboard does not reach the picture: {reached}")
        page.focus("#board [tabindex='0']")
        page.keyboard.press("Enter")
        expect(groups[0] in page.url, page.url)
        page.keyboard.press("ArrowRight")
        current = page.evaluate("document.activeElement.dataset.name")
        expect(current and current in page.url, f"the focus goes along: {current}, {page.url}")
        said = page.text_content("#live")
        expect(self.name(page) in said, f"the step is announced: {said!r}")
        self.done(page)

    def axe_everywhere(self, file, theme):
        page = self.open(file, size=(1600, 900), reduced_motion="reduce")
        views = [view["id"] for view in self.data(page)["views"]]
        for view in views:
            for keys in [["0"], ["ArrowRight"], ["h"], ["g"]]:
                for key in keys:
                    page.keyboard.press(key)
                self.accessible(page, f"{theme}, {view}, {keys[-1]}")
            page.keyboard.press("v")
        page.keyboard.press("?")
        self.accessible(page, f"{theme}, help")
        self.done(page)

    def paper(self, file):
        page = self.open(file)
        page.keyboard.press("h")
        self.settled(page)
        pdf = page.pdf(prefer_css_page_size=True)
        pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
        same(pages, 1, "sheets of paper")
        path = self.folder / "page.pdf"
        path.write_bytes(pdf)
        if shutil.which("pdftotext"):
            text = subprocess.run(
                ["pdftotext", path, "-"], capture_output=True, text=True, check=True
            ).stdout
            names = [card["name"] for card in self.data(page)["sets"][0]["cards"]]
            words = " ".join(text.split())
            missing = [name for name in names if name.split()[0] not in words]
            same(missing, [], "touchpoints missing on paper")
            expect("Hotspots" not in words, "the controls are not on paper")
        self.done(page)

    def right_to_left(self):
        document = self.folder / "arabic.journey.yaml"
        document.write_text(
            WORDS.format(title="نتائج", second="انتظار", id="arabic", language="ar"),
            encoding="utf-8",
        )
        page = self.open(self.render(document))
        same(page.get_attribute("html", "dir"), "rtl", "the direction")
        page.keyboard.press("ArrowLeft")
        expect(self.name(page), "the left arrow walks on")
        self.settled(page)
        panel = page.query_selector("#panel").bounding_box()
        same(round(panel["x"]), 0, "the panel stands on the left")
        page.keyboard.press("ArrowRight")
        same(self.name(page), "", "the right arrow walks back")
        self.done(page)
