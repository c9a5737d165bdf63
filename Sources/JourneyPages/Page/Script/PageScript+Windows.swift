extension PageScript {
  /// The speaker's window: the same file with `#notes`, which follows this one.
  ///
  /// Pages from files have opaque origins, so that the two can only post messages. Only places and
  /// names of acts are posted, never a word of the document: each window has the document itself.
  static let speaker = #"""
    const isSpeaker = new URLSearchParams(location.hash.slice(1)).has("notes");
    const isFile = location.protocol === "file:";
    const theirs = isFile ? "*" : location.origin;
    let follower = null;
    let begun = Date.now();

    const isOurs = event => event.data?.journeykit === 1
      && (isFile ? event.origin === "null" || event.origin === "file://" : event.origin === location.origin);

    function openSpeaker() {
      if (isSpeaker) return;
      const url = `${location.href.split("#", 1)[0]}#notes=`;
      const size = `popup,width=${Math.round(screen.availWidth * 0.7)},height=${Math.round(screen.availHeight * 0.8)}`;
      follower = open(url, `notes-${data.title.length}`, size);
      if (!follower) toast(data.words.blocked);
    }

    function tellSpeaker() {
      if (isSpeaker) return showNotes();
      follower?.postMessage({journeykit: 1, place: {...place}}, theirs);
    }

    // In the speaker's window acts are done by the window that presents.
    function request(act) {
      const isOwn = ["restart", "help", "close"].includes(act);
      if (isSpeaker && opener && !isOwn) opener.postMessage({journeykit: 1, act}, theirs);
      else if (Object.hasOwn(acts, act)) acts[act]();
    }

    addEventListener("message", event => {
      if (!isOurs(event)) return;
      const message = event.data;
      if (isSpeaker) {
        if (event.source !== opener || typeof message.place !== "object" || !message.place) return;
        const {view, persona, tour, step} = message.place;
        return go({view: String(view), persona: String(persona), tour: String(tour), step: String(step)});
      }
      if (message.hello) {
        follower = event.source;
        tellSpeaker();
      } else if (event.source === follower && typeof message.act === "string") {
        if (message.act !== "full" && message.act !== "notes") request(message.act);
      }
    });

    function tickClock() {
      const now = new Date();
      $("clock").textContent = now.toLocaleTimeString(root.lang, {hour: "2-digit", minute: "2-digit"});
      const seconds = Math.floor((now - begun) / 1000);
      const two = number => String(number).padStart(2, "0");
      $("elapsed").textContent = `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
    }

    function showNotes() {
      const steps = stepsOf(place.tour);
      const index = steps.indexOf(place.step);
      const next = steps[index + 1];
      $("now-count").textContent = fill(data.words.stepPlace, index + 1, steps.length);
      const now = tell(place.step).filter(part => part !== null);
      if (!now.length) now.push(make("p", "name", data.words.whole));
      if (kindOf(place.step) === "touchpoint") {
        for (const notes of card(idOf(place.step)).notes) {
          now.push(make("h3", "", notes.title),
            make("ul", "", ...notes.lines.map(line => make("li", "", line))));
        }
      }
      $("now").replaceChildren(...now);
      const coming = make("div", "", make("p", "name", next ? nameOf(next) : data.words.lastStep));
      if (next && kindOf(next) === "touchpoint") {
        const found = card(idOf(next));
        coming.append(make("p", "eyebrow", found.say), ...found.quotes.slice(0, 1).map(quoteOf));
      }
      $("next").replaceChildren(coming);
    }

    function speak() {
      document.body.classList.add("speaking");
      $("show").hidden = true;
      $("bar").hidden = true;
      $("speaker").hidden = false;
      tickClock();
      setInterval(tickClock, 1000);
      const hello = () => opener?.postMessage({journeykit: 1, hello: true}, theirs);
      hello();
      setInterval(hello, 2000);
    }

    """#

  /// What a served page does when its document changes.
  static let live = #"""
    let loading = null;

    function load(type, done) {
      loading?.abort();
      loading = new XMLHttpRequest();
      loading.open("GET", location.pathname);
      loading.responseType = type;
      loading.onload = event => {
        if (event.target.status === 200 && event.target.response) done(event.target.response);
      };
      loading.send();
    }

    // Fetches the page again and takes its pictures and data; the reader stays where they are.
    //
    // First as text: with another theme or another program the page's style or script is another,
    // and its markup, once parsed, would offend against the policy of this one.
    function refresh() {
      const policy = document.querySelector("meta[http-equiv]").content.replaceAll("'", "&#39;");
      load("text", text => {
        if (text.includes(policy)) load("document", take);
        else location.reload();
      });
    }

    function take(page) {
      const found = page.getElementById("data");
      if (!found) return;
      // The controls are in the document's language, and stand where its direction wants them.
      const its = page.documentElement;
      if (its.lang !== root.lang || its.dir !== root.dir) return location.reload();
      data = JSON.parse(found.textContent);
      shown = null;
      collectPictures(page);
      fillChoices();
      $("title").textContent = data.title;
      $("problem").hidden = true;
      go({}, {smoothly: false, says: false});
    }

    function connect() {
      const events = new EventSource("/events");
      let wasLost = false;
      events.addEventListener("changed", refresh);
      events.addEventListener("problem", event => {
        let text = "";
        try { text = String(JSON.parse(event.data).text); } catch { text = String(event.data); }
        $("problem-text").textContent = text;
        $("problem").hidden = false;
      });
      events.addEventListener("open", () => {
        if (wasLost) {
          toast("");
          refresh();
        }
        wasLost = false;
      });
      events.addEventListener("error", () => {
        wasLost = true;
        toast(data.words.lost, true);
      });
    }

    """#

  /// Begins.
  static let start = #"""
    collectPictures(document);
    fillChoices();
    listen();
    $("bar").hidden = false;
    go(readAddress(), {smoothly: false, says: false});
    if (isSpeaker) speak();
    if (data.mode === "live") connect();

    """#
}
