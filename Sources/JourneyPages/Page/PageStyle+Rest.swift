extension PageStyle {
  /// What lies over the board, the speaker's window, small screens, and paper.
  static let rest = #"""
    .toast, .problem {
      position: fixed; z-index: 3; inset-inline-start: 1.5rem; max-width: min(60rem, 90vw);
      background: var(--badge); color: var(--on-badge); border-radius: 0.6rem;
      padding: 0.5rem 1rem; font-size: clamp(1rem, 1.9vh, 2rem);
    }
    .toast { bottom: calc(var(--bar) + 1rem); }
    .problem {
      top: 1.5rem; max-height: 70vh; overflow: auto; background: var(--card); color: var(--ink);
      border: 1px solid var(--ring); border-inline-start-width: 0.5rem;
      box-shadow: 0 0.5rem 3rem rgb(0 0 0 / 0.2);
    }
    .problem h2 { font-size: 1.1em; color: var(--leave-ink); }
    .problem pre {
      margin-top: 0.5em; white-space: pre-wrap; overflow-wrap: anywhere;
      font: 0.9em/1.4 ui-monospace, "DejaVu Sans Mono", monospace;
    }
    .black { position: fixed; inset: 0; z-index: 5; background: #000; cursor: none; }
    .help {
      max-width: min(52rem, calc(100vw - 2rem)); max-height: calc(100vh - 2rem); overflow: auto;
      padding: 1.5em 1.75em; border: 1px solid var(--line); border-radius: 0.8rem;
      background: var(--card); color: var(--ink); font-size: clamp(1rem, 2vh, 2.25rem);
    }
    .help::backdrop { background: rgb(0 0 0 / 0.45); }
    .help h2 { font-size: 1.4em; }
    .help dl { margin: 0.8em 0; display: grid; gap: 0.35em; }
    .help dl div { display: flex; flex-wrap: wrap; gap: 0 1em; }
    .help dt { flex: 0 0 7.5em; white-space: nowrap; }
    .help dd { flex: 1 1 14em; }
    .help .last { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.75em; }
    .help input { width: 1.1em; height: 1.1em; accent-color: var(--ink); }
    kbd {
      display: inline-block; min-width: 1.7em; padding: 0 0.4em; text-align: center;
      border: 1px solid var(--axis); border-bottom-width: 0.15em; border-radius: 0.35em;
      font: 600 0.9em/1.5 var(--font); background: var(--band);
    }

    .speaking { overflow: auto; display: block; }
    .speaker {
      min-height: 100%; padding: 1.5rem 2rem; display: grid; gap: 1.25rem 2.5rem;
      grid-template: "clocks clocks" auto "now next" 1fr "foot foot" auto / 3fr 2fr;
      font-size: clamp(1rem, 2.2vh, 2rem); overflow-wrap: anywhere;
    }
    .speaker .clocks { grid-area: clocks; display: flex; flex-wrap: wrap; gap: 0.5rem 2.5rem;
      align-items: end; border-bottom: 1px solid var(--line); padding-bottom: 1rem; }
    .speaker .time { display: block; font-size: 2.2em; line-height: 1.1; font-weight: 700;
      font-variant-numeric: tabular-nums; }
    .speaker .label { font-size: 1em; font-weight: 600; color: var(--ink-soft); }
    .speaker .now { grid-area: now; min-width: 0; }
    .speaker .next { grid-area: next; min-width: 0; }
    .speaker footer { grid-area: foot; display: flex; gap: 0.75rem; }
    .speaker .name { font-size: 1.7em; }
    .speaker .next .name { font-size: 1.3em; }
    .speaker h3 { margin-top: 0.9em; font-size: 1em; color: var(--ink-soft); }
    .speaker ul { padding-inline-start: 1.2em; }
    .speaker .cards { padding: 0; }
    .speaker blockquote { margin-top: 0.5em; font-style: italic; }

    @media (max-width: 60rem), (max-aspect-ratio: 1/1), (max-height: 24rem) {
      html, body { height: auto; min-height: 100%; }
      body { display: flex; flex-direction: column; min-height: 100vh; overflow: auto; }
      #show { flex: 1 0 auto; overflow: visible; }
      .board { position: relative; height: max(11rem, 72vh); }
      .near .board { height: max(11rem, 46vh); }
      .panel { position: static; width: auto; overflow: visible; box-shadow: none;
        border-inline-start: 0; border-top: 1px solid var(--line); padding: 1.25rem 1rem; }
      .bar { flex-wrap: wrap; position: sticky; bottom: 0; }
      .rail { flex-basis: 40%; min-height: 2.75em; }
      .speaker { grid-template: "clocks" auto "now" auto "next" auto "foot" auto / 1fr; }
    }
    @media (max-height: 30rem) { .bar { position: static; } }

    @media (prefers-reduced-motion: reduce) {
      *, ::before, ::after { animation: none !important; transition: none !important; }
    }

    @media print {
      @page { size: A4 landscape; margin: 10mm; }
      :root { color-scheme: light; }
      html, body { height: auto; background: #fff; }
      body { display: block; overflow: visible; }
      .panel, .bar, .toast, .problem, .black, .help, .speaker { display: none !important; }
      #show, .board { position: static; overflow: visible; height: auto !important; }
      .picture, .picture > svg { height: auto; max-height: 186mm; width: 100%; }
      .light { display: none; }
      * { print-color-adjust: exact; }
    }

    """#
}
