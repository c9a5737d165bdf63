"""The page that `journey present` serves."""
import re
import subprocess
import threading
import time

from .base import PLACE, WORDS, Base, Failure, expect, same


class Served(Base):
    def serve(self, document, *options, port=0):
        server = subprocess.Popen(
            [self.journey, "present", document, "--port", str(port), *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for line in server.stderr:
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                # Nobody reads on, and a full pipe would stop the server.
                threading.Thread(target=server.stderr.read, daemon=True).start()
                return server, found.group(0), int(found.group(1))
        raise Failure(f"the server does not say where it is ({server.wait()})")

    def end(self, server):
        server.terminate()
        same(server.wait(timeout=10), 0, "the server's status when it is told to end")

    def live(self, sample):
        document = self.folder / "live.journey.yaml"
        good = sample.read_text("utf-8")
        document.write_text(good, "utf-8")
        server, address, port = self.serve(document)
        try:
            page = self.open(address, reduced_motion="reduce")
            page.keyboard.press("h")
            page.evaluate("window.stays = true")
            same(self.name(page), "No news", "the first hotspot")
            place = page.evaluate(PLACE)[1]
            told = "document.querySelector('#panel .name')?.textContent"

            document.write_text(good.replace("name: No news", "name: Silence"), "utf-8")
            self.until(page, told, "Silence", "a saved change arrives")
            same(page.evaluate(PLACE)[1], place, "the place stays")
            self.until(
                page, "/Silence/.test(document.querySelector('#board').textContent)", True,
                "the picture is new too",
            )

            document.write_text(good.replace("stages: [", "stages: [[<b>"), "utf-8")
            self.until(page, "document.getElementById('problem').hidden", False, "a mistake is told")
            expect("live.journey.yaml" in page.text_content("#problem-text"), "with its place")
            same(page.evaluate("document.querySelectorAll('#problem b').length"), 0, "as text")
            same(self.name(page), "Silence", "the last good picture stays")
            page.keyboard.press("ArrowRight")
            expect(self.name(page) != "Silence", "and can be walked")
            self.accessible(page, "the error state")
            page.keyboard.press("ArrowLeft")

            document.write_text(good, "utf-8")
            self.until(page, "document.getElementById('problem').hidden", True, "a mended mistake")
            self.until(page, told, "No news", "the mended document")
            expect(page.evaluate("window.stays"), "the page was never loaded anew")
            same(page.wrong, [], "what the page must not do")

            self.end(server)
            self.until(page, "document.getElementById('toast').hidden", False, "a lost server is told")
            document.write_text(good.replace("name: No news", "name: Nothing"), "utf-8")
            server, _, _ = self.serve(document, port=port)
            deadline = time.monotonic() + 20
            while page.evaluate(told) != "Nothing" and time.monotonic() < deadline:
                page.wait_for_timeout(200)
            same(page.evaluate(told), "Nothing", "a server that is back")
            expect(page.is_hidden("#toast"), "and is told no more")
            # The browser itself says on the console that there was no server for a while.
            page.wrong = [
                words for words in page.wrong if "ERR_CONNECTION_REFUSED" not in words
                and "ERR_INCOMPLETE_CHUNKED_ENCODING" not in words
                and "ERR_EMPTY_RESPONSE" not in words and "ERR_CONNECTION_RESET" not in words
            ]
            self.done(page)
            self.notes(address)
        finally:
            if server.poll() is None:
                self.end(server)

    def restyled(self, sample):
        theme = self.folder / "brand.yaml"
        theme.write_text('base: light\ncolors: {paper: "#fffdf5"}\n')
        server, address, _ = self.serve(sample, "--theme", str(theme))
        try:
            page = self.open(address)
            page.keyboard.press("h")
            place = page.evaluate(PLACE)
            paper = "getComputedStyle(document.body).backgroundColor"
            same(page.evaluate(paper), "rgb(255, 253, 245)", "the theme's paper")
            theme.write_text('base: light\ncolors: {paper: "#f5fdff"}\n')
            self.until(page, paper, "rgb(245, 253, 255)", "another theme styles the page anew")
            self.until(page, PLACE, place, "the place stays")
            self.done(page)
        finally:
            self.end(server)

    def translated(self):
        document = self.folder / "translated.journey.yaml"

        def write(language):
            text = WORDS.format(
                title="Results", second="Waiting", id="translated", language=language
            )
            document.write_text(text, encoding="utf-8")

        write("en")
        server, address, _ = self.serve(document)
        try:
            page = self.open(address, reduced_motion="reduce")
            page.keyboard.press("ArrowRight")
            place = page.evaluate(PLACE)
            button = "document.querySelector('.bar [data-act=hotspots]').textContent"
            english = page.evaluate(button)
            write("ar")
            spoken = "[document.documentElement.lang, document.documentElement.dir]"
            self.until(page, spoken, ["ar", "rtl"], "another language and direction arrive")
            self.until(page, PLACE, place, "the place stays")
            expect(page.evaluate(button) != english, f"the controls are in English: {english!r}")
            self.done(page)
        finally:
            self.end(server)
