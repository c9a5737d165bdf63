"""What every check needs: pages, and what they must not do."""
import json
import pathlib
import subprocess
import time
import traceback

PLACE = "[document.querySelector('#panel .name')?.textContent ?? '', location.hash]"
WORDS = """
journey: {title}
id: {id}
language: {language}
personas:
  p: {{name: {title}, about: {title}}}
channels:
  c: {{name: {title}, kind: digital}}
stages: [{title}]
touchpoints:
  a:
    name: {title}
    stage: {title}
    channel: c
    felt: {{mean: -1.2, n: 30, sd: 0.8}}
    believed: 1.1
    quotes: [{title}]
    pains: [{title}]
    backstage: [{title}]
    owner: {title}
  b: {{name: {second}, stage: {title}}}
flow:
  start -> a: 100
  a -> b: 70
  a -> left: 30
  b -> completed: 70
decisions:
  - {{insight: {title}, about: a, decision: {title}, owner: {title}}}
"""


class Failure(Exception):
    pass


def expect(holds, *words):
    if not holds:
        raise Failure(" ".join(str(word) for word in words))


def same(found, wanted, what):
    expect(found == wanted, f"{what}: found {found!r}, wanted {wanted!r}")


class Base:
    def __init__(self, browser, folder, journey):
        self.browser, self.folder, self.journey = browser, folder, journey
        self.failures = 0
        self.axe = None

    # -- Pages

    def render(self, document, *options, name=None):
        folder = self.folder / (name or "pages")
        run = subprocess.run(
            [self.journey, "render", document, "--format", "html", "-o", f"{folder}/", *options],
            capture_output=True, text=True, check=False,
        )
        expect(run.returncode == 0, run.stderr)
        return max(folder.glob("*.html"), key=lambda path: path.stat().st_mtime_ns)

    def open(self, address, size=(1280, 720), **options):
        """A page in a context of its own that remembers everything it should not do."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, **options
        )
        context.set_default_timeout(5000)
        page = context.new_page()
        self.watch(page)
        address = str(address) if "://" in str(address) else pathlib.Path(address).as_uri()
        page.home = address.split("#")[0]
        page.goto(address)
        page.wait_for_selector("#bar:not([hidden]), #speaker:not([hidden])")
        return page

    def watch(self, page):
        page.wrong = []
        page.home = None
        page.on("console", lambda message: page.wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: page.wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (page.wrong.append("dialog"), dialog.dismiss()))

        def requested(request):
            if not page.home or request.url.startswith("data:"):
                return
            root = page.home if page.home.startswith("file:") else "/".join(page.home.split("/")[:3])
            if not request.url.startswith(root):
                page.wrong.append(f"request: {request.url}")

        page.on("request", requested)

    def done(self, page):
        page.wait_for_timeout(50)
        same(page.wrong, [], "what the page must not do")
        page.context.close()

    def data(self, page):
        return json.loads(page.text_content("#data"))

    def name(self, page):
        return page.evaluate(PLACE)[0]

    def until(self, page, read, wanted, what):
        """Waits for a value; Playwright's own waiting needs eval, which the page's policy refuses."""
        from playwright.sync_api import Error

        deadline = time.monotonic() + 6
        found = None
        while time.monotonic() < deadline:
            try:
                if (found := page.evaluate(read)) == wanted:
                    break
            except Error as error:  # the page is just being loaded anew
                if "Execution context was destroyed" not in str(error):
                    raise
            page.wait_for_timeout(50)
        same(found, wanted, what)

    def settled(self, page):
        page.wait_for_timeout(750)
        return page.evaluate("document.querySelector('#board svg').getAttribute('viewBox')")

    def accessible(self, page, what):
        from axe_playwright_python.sync_playwright import Axe

        self.axe = self.axe or Axe()
        found = self.axe.run(page).response["violations"]
        words = [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]
        expect(not words, f"{what}: axe finds {words}")

    # -- Running

    def run(self, name, check, *arguments):
        start = time.monotonic()
        try:
            check(*arguments)
            print(f"ok      {name} ({time.monotonic() - start:.1f} s)", flush=True)
        except Failure as failure:
            self.failures += 1
            print(f"FAILED  {name}: {failure}", flush=True)
        except Exception:  # a browser's timeout, say: the others go on
            self.failures += 1
            print(f"FAILED  {name}:\n{traceback.format_exc()}", flush=True)
