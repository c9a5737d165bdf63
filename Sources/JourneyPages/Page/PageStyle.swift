/// How a page looks: its style sheet in the order of its parts.
enum PageStyle {
  static let text = frame + panel + bar + rest

  /// The board, and what holds everywhere.
  ///
  /// `--unit` is the size of the panel's text: 26 px on 1080 lines, and never below the reader's own
  /// size, so that zooming by the browser makes it larger.
  private static let frame = #"""
    *, ::before, ::after { box-sizing: border-box; }
    [hidden] { display: none !important; }
    :root {
      --unit: clamp(1.0625rem, min(2.41vh, 1.36vw), 5rem);
      --panel: clamp(24rem, 36.5vw, 64rem);
      --bar: clamp(3rem, 5.4vh, 5rem);
      --pace: 0.55s;
    }
    html, body { height: 100%; margin: 0; }
    body {
      display: grid; grid-template-rows: minmax(0, 1fr) auto;
      background: var(--paper); color: var(--ink);
      font: 400 1rem/1.4 var(--font); overflow: hidden;
    }
    h1, h2, h3, p, dl, dd, ul, ol, blockquote, figure, pre { margin: 0; padding: 0; }
    button, select, input { font: inherit; color: inherit; }
    :focus-visible { outline: 0.1875rem solid var(--ink); outline-offset: 0.125rem; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    #show { position: relative; min-height: 0; overflow: hidden; }
    .board { position: absolute; inset: 0; touch-action: pan-y pinch-zoom; }
    .picture, .picture > svg { display: block; width: 100%; height: 100%; }
    .picture { animation: appear 0.3s ease-out; }
    @keyframes appear { from { opacity: 0; } }
    .picture g[role="button"] { cursor: pointer; outline-offset: 0.25rem; }
    /* What is not told about steps back under a veil, its names still readable (4.5 to 1). */
    .veil { fill: var(--paper); opacity: 0; pointer-events: none; transition: opacity var(--pace) ease; }
    .near .veil { opacity: 0.4; }
    .hole, .spot { animation: appear var(--pace) ease; }
    .light .past { opacity: 0; transition: opacity var(--pace) ease; }
    .spot { fill: none; stroke: var(--ink); stroke-width: 2; opacity: 0.5; pointer-events: none; }

    """#

  /// What is told about a step.
  private static let panel = #"""
    .panel {
      position: absolute; inset-block: 0; inset-inline-end: 0; width: var(--panel);
      overflow: auto; overscroll-behavior: contain;
      padding: calc(1.1 * var(--unit)) calc(1.3 * var(--unit));
      background: linear-gradient(var(--card) 30%, transparent) local,
        linear-gradient(transparent, var(--card) 70%) bottom local,
        linear-gradient(var(--axis), transparent) scroll,
        linear-gradient(transparent, var(--axis)) bottom scroll, var(--card);
      background-repeat: no-repeat; background-size: 100% 3em, 100% 3em, 100% 0.6em, 100% 0.6em; border-inline-start: 1px solid var(--line);
      box-shadow: 0 0 3rem rgb(0 0 0 / 0.08);
      font-size: var(--unit); line-height: 1.32; overflow-wrap: anywhere;
      hyphens: auto;
      scrollbar-width: thin; animation: slide var(--pace) cubic-bezier(0.2, 0.7, 0.2, 1);
    }
    .panel:focus-visible { outline-offset: -0.25rem; }
    @keyframes slide { from { transform: translateX(2rem); opacity: 0; } }
    .eyebrow { color: var(--ink-soft); }
    .name { font-size: 1.8em; line-height: 1.12; font-weight: 700; letter-spacing: -0.015em; }
    .badges { display: flex; flex-wrap: wrap; gap: 0.3em 0.5em; margin-top: 0.4em; }
    .badge {
      display: inline-flex; align-items: center; gap: 0.35em; font-weight: 600;
      padding: 0.05em 0.6em; border-radius: 1em; background: var(--band); color: var(--ink);
    }
    .badge.rank { background: var(--badge); color: var(--on-badge); }
    .badge svg { width: 0.9em; height: 0.9em; fill: var(--star); }
    .felt { display: flex; align-items: center; gap: 0.7em; margin-top: 0.6em; }
    .disc {
      flex: none; display: grid; place-items: center; width: 2.75em; height: 2.75em;
      border-radius: 50%; font-size: 1.15em; font-weight: 700; font-variant-numeric: tabular-nums;
    }
    .felt .about { color: var(--ink-soft); }
    .felt .word { font-weight: 600; color: var(--ink); display: block; }
    .scale { position: relative; height: 1.5em; margin: 0.4em 0.4em 0; }
    .scale .line {
      position: absolute; inset-inline: 0; top: 0.65em; height: 0.2em; border-radius: 1em;
      background: linear-gradient(to right, var(--worst), var(--neutral), var(--best));
      opacity: 0.55;
    }
    [dir="rtl"] .scale .line { transform: scaleX(-1); }
    .scale .span {
      position: absolute; top: 0.45em; height: 0.6em; border-radius: 0.3em;
      background: var(--whisker); opacity: 0.6;
    }
    .scale .gap { position: absolute; top: 0.7em; height: 0.1em; background: var(--leave); }
    .scale .gap.better { background: var(--best); }
    .scale .mark {
      position: absolute; top: 0.25em; width: 1em; height: 1em; margin-inline-start: -0.5em;
      border-radius: 50%; border: 0.15em solid var(--card);
    }
    .scale .mark.believed {
      border: 0.14em dashed var(--belief); background: var(--card);
    }
    .beliefs { display: flex; flex-wrap: wrap; gap: 0 1.2em; margin-top: 0.2em; }
    .beliefs b { font-variant-numeric: tabular-nums; }
    .beliefs .wrong { color: var(--leave-ink); }
    .facts { display: flex; flex-wrap: wrap; gap: 0.4em 1.1em; margin-top: 0.6em; }
    .facts div { display: flex; flex-direction: column; }
    .facts dt { order: 2; color: var(--ink-soft); }
    .facts dd { font-size: 1.5em; line-height: 1.15; font-weight: 700;
      font-variant-numeric: tabular-nums; }
    .panel blockquote {
      margin-top: 0.6em; padding-inline-start: 0.7em; border-inline-start: 0.16em solid var(--line);
      font-style: italic; font-size: 1.08em;
    }
    blockquote cite { font-style: normal; font-size: 0.926em; color: var(--ink-soft); }
    .panel h3 { margin-top: 0.7em; font-size: 1em; font-weight: 600; color: var(--ink-soft); }
    .cards { list-style: none; display: grid; grid-template-columns: minmax(0, 1fr);
      gap: 0.25em; margin-top: 0.2em; }
    .cards li { padding: 0.22em 0.65em; border-radius: 0.4em; }
    .pains li { background: var(--pain); color: var(--pain-ink); }
    .gains li { background: var(--band); color: var(--ink); }
    .decisions li { background: var(--decision); color: var(--decision-ink); }
    .decisions .meta { color: var(--ink-soft); }
    .decisions .rejected .what { text-decoration: line-through; }
    .owner { margin-top: 0.6em; font-weight: 600; }
    .owner.missing { color: var(--leave-ink); }
    .steps { list-style: none; display: grid; grid-template-columns: minmax(0, 1fr);
      gap: 0.2em; margin-top: 0.8em; }
    .steps button {
      display: flex; align-items: center; gap: 0.6em; width: 100%; padding: 0.25em 0.4em;
      border: 0; border-radius: 0.5em; background: none; text-align: start; cursor: pointer;
    }
    .steps button:hover { background: var(--band); }
    .steps .disc { font-size: 1em; }
    .steps .name { flex: 1; font: inherit; letter-spacing: inherit; }
    .steps .leave { color: var(--leave-ink); }
    .steps .rank { min-width: 1.6em; text-align: center; border-radius: 1em; font-weight: 700;
      background: var(--badge); color: var(--on-badge); }
    .disc.assumed { background: none; border: 0.12em dashed currentcolor; }
    .disc.unknown { border: 0.1em dashed var(--unknown); color: var(--ink-soft); }

    """#

  /// The controls below the board.
  private static let bar = #"""
    .bar {
      display: flex; align-items: center; gap: 0.5rem; min-height: var(--bar);
      padding: 0.25rem 0.75rem; border-top: 1px solid var(--line); background: var(--paper);
      font-size: clamp(0.9375rem, 1.6vh, 1.75rem);
    }
    .bar button, .bar select, .speaker button, .help button {
      min-height: 2.25em; padding: 0.2em 0.75em; border: 1px solid transparent;
      border-radius: 0.5em; background: var(--band); color: var(--ink); cursor: pointer;
    }
    .bar button:hover, .bar select:hover { border-color: var(--ink-soft); }
    .bar button[aria-pressed="true"] { background: var(--badge); color: var(--on-badge); }
    .bar select { max-width: 12em; background: var(--band); }
    .bar .icon { flex: none; width: 2.25em; padding: 0; background: none; display: grid;
      place-items: center; }
    .bar .icon svg {
      width: 1.45em; height: 1.45em; fill: none; stroke: currentcolor; stroke-width: 2;
      stroke-linecap: round; stroke-linejoin: round;
    }
    [dir="rtl"] .bar .icon[data-act="back"] svg,
    [dir="rtl"] .bar .icon[data-act="forward"] svg { transform: scaleX(-1); }
    .bar .count { color: var(--ink-soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
    .rail { position: relative; flex: 1; min-width: 8rem; align-self: stretch; --thumb: 1.1em; }
    .marks span {
      position: absolute; top: 0.2em; max-width: 12em; overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap; font-size: 0.875em; line-height: 1.3; color: var(--ink-soft);
      padding-inline-end: 0.5em;
    }
    .marks span.here { color: var(--ink); font-weight: 600; }
    #slider {
      appearance: none; position: absolute; inset-inline: 0; bottom: 0.1em; width: 100%;
      height: 1.5em; margin: 0; background: none; cursor: pointer;
    }
    #slider::-webkit-slider-runnable-track { height: 0.25em; border-radius: 1em; background: var(--axis); }
    #slider::-moz-range-track { height: 0.25em; border-radius: 1em; background: var(--axis); }
    #slider::-webkit-slider-thumb {
      appearance: none; width: var(--thumb); height: var(--thumb); margin-top: -0.42em;
      border: 0; border-radius: 50%; background: var(--ink);
    }
    #slider::-moz-range-thumb {
      width: var(--thumb); height: var(--thumb); border: 0; border-radius: 50%;
      background: var(--ink);
    }

    """#
}
