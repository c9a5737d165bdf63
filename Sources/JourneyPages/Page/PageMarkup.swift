import JourneyDiagrams

/// The skeleton of a page; `{{name}}` is filled in.
///
/// Page, style and script are literals, not resources: a resource embedded as an array of bytes
/// takes the compiler ten seconds for 50 KB, a literal none.
enum PageMarkup {
  static let text = #"""
    <!doctype html>
    <html lang="{{language}}" dir="{{direction}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{policy}}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}</title>
    <link rel="icon" href="data:,">
    <style>{{colors}}</style>
    <style>{{style}}</style>
    </head>
    <body>
    <main id="show">
    <h1 class="unseen" id="title">{{title}}</h1>
    <section class="board" id="board" aria-label="{{picture}}">
    {{pictures}}</section>
    <section class="panel" id="panel" aria-label="{{details}}" tabindex="0" hidden></section>
    </main>
    <main class="speaker" id="speaker" hidden>
    <h1 class="unseen">{{notes}}</h1>
    <header class="clocks">
    <p><span class="label">{{clock}}</span> <span class="time" id="clock"></span></p>
    <p><span class="label">{{elapsed}}</span> <span class="time" id="elapsed"></span></p>
    <button type="button" data-act="restart">{{restart}}</button>
    </header>
    <div class="now">
    <h2 class="label">{{now}} <span id="now-count"></span></h2>
    <div id="now"><p>{{notesWaiting}}</p></div>
    </div>
    <div class="next">
    <h2 class="label">{{next}}</h2>
    <div id="next"></div>
    </div>
    <footer>
    <button type="button" data-act="back">{{back}}</button>
    <button type="button" data-act="forward">{{forward}}</button>
    </footer>
    </main>
    <nav class="bar" id="bar" aria-label="{{controls}}" hidden>
    <button type="button" class="icon" data-act="back" aria-label="{{back}}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M15 5l-7 7 7 7"/></svg></button>
    <div class="rail" id="rail">
    <div class="marks" id="marks" aria-hidden="true"></div>
    <input type="range" id="slider" min="0" max="1" value="0" step="1" aria-label="{{step}}">
    </div>
    <button type="button" class="icon" data-act="forward" aria-label="{{forward}}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9 5l7 7-7 7"/></svg></button>
    <span class="count" id="count" aria-hidden="true"></span>
    <label class="choice" id="view-choice"><span class="unseen">{{view}}</span>
    <select id="view" autocomplete="off"></select></label>
    <label class="choice" id="persona-choice"><span class="unseen">{{persona}}</span>
    <select id="persona" autocomplete="off"></select></label>
    <button type="button" data-act="hotspots" aria-pressed="false">{{hotspots}}</button>
    <button type="button" data-act="gaps" aria-pressed="false">{{gaps}}</button>
    <button type="button" class="icon" data-act="whole" aria-label="{{whole}}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 6h16v12H4zM4 10h16M9 10v8"/></svg></button>
    <button type="button" class="icon" data-act="notes" aria-label="{{notes}}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M5 4h14v16H5zM8 9h8M8 13h8M8 17h4"/></svg></button>
    <button type="button" class="icon" data-act="full" aria-label="{{fullScreen}}">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"/></svg></button>
    <button type="button" class="icon" data-act="help" aria-label="{{help}}" aria-haspopup="dialog">
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M9 9a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.2-1.6 2.5M12 17.6v.4"/></svg></button>
    </nav>
    <p class="unseen" id="live" role="status" aria-live="polite"></p>
    <p class="toast" id="toast" role="status" hidden></p>
    <section class="problem" id="problem" role="alert" hidden><h2>{{problem}}</h2>
    <pre id="problem-text"></pre></section>
    <dialog class="help" id="help" aria-labelledby="help-title">
    <h2 id="help-title">{{keys}}</h2>
    <dl>
    <div><dt><kbd>→</kbd> <kbd>←</kbd></dt><dd>{{helpWalk}}</dd></div>
    <div><dt><kbd>Home</kbd> <kbd>End</kbd></dt><dd>{{helpEnds}}</dd></div>
    <div><dt><kbd>↑</kbd> <kbd>↓</kbd></dt><dd>{{helpScroll}}</dd></div>
    <div><dt><kbd>h</kbd></dt><dd>{{helpHotspots}}</dd></div>
    <div><dt><kbd>g</kbd></dt><dd>{{helpGap}}</dd></div>
    <div><dt><kbd>p</kbd></dt><dd>{{helpPersona}}</dd></div>
    <div><dt><kbd>v</kbd></dt><dd>{{helpView}}</dd></div>
    <div><dt><kbd>0</kbd></dt><dd>{{helpWhole}}</dd></div>
    <div><dt><kbd>f</kbd></dt><dd>{{helpFull}}</dd></div>
    <div><dt><kbd>b</kbd></dt><dd>{{helpBlack}}</dd></div>
    <div><dt><kbd>s</kbd></dt><dd>{{helpNotes}}</dd></div>
    <div><dt><kbd>?</kbd></dt><dd>{{helpHelp}}</dd></div>
    </dl>
    <div class="last">
    <label><input type="checkbox" id="letters" checked> {{singleKeys}}</label>
    <button type="button" data-act="close" autofocus>{{close}}</button>
    </div>
    </dialog>
    <div class="black" id="black" hidden></div>
    <script type="application/json" id="data">{{data}}</script>
    <script type="module">{{script}}</script>
    </body>
    </html>

    """#

  /// The phrase that fills a gap; the gap's name where there is none, so that a test finds it.
  static func phrase(_ gap: String, in words: PageWords) -> String {
    phrases[gap].map { words[keyPath: $0] } ?? gap
  }

  private static let phrases: [String: any KeyPath<PageWords, String> & Sendable] = [
    "back": \.back, "clock": \.clock, "close": \.close, "controls": \.controls,
    "details": \.details, "elapsed": \.elapsed, "forward": \.forward,
    "fullScreen": \.fullScreen, "gaps": \.gaps, "help": \.help, "helpBlack": \.helpBlack,
    "helpEnds": \.helpEnds, "helpFull": \.helpFull, "helpGap": \.helpGap,
    "helpHelp": \.helpHelp, "helpHotspots": \.helpHotspots, "helpNotes": \.helpNotes,
    "helpPersona": \.helpPersona, "helpScroll": \.helpScroll, "helpView": \.helpView,
    "helpWalk": \.helpWalk, "helpWhole": \.helpWhole, "hotspots": \.hotspots, "keys": \.keys,
    "next": \.next, "notes": \.notes, "notesWaiting": \.notesWaiting, "now": \.now,
    "persona": \.persona, "picture": \.picture, "problem": \.problem, "restart": \.restart,
    "singleKeys": \.singleKeys, "step": \.step, "view": \.view, "whole": \.whole,
  ]
}
