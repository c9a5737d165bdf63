/// The page while no good one has been shown yet: what is wrong, until it is mended.
struct WaitingPage {
  var problem: String

  /// The page, in which only what bears the nonce may run: a word that nobody can guess.
  func html(nonce: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    script-src 'nonce-\(nonce)'; style-src 'nonce-\(nonce)'; img-src data:; connect-src 'self'; \
    base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>Nothing to show yet</title>
    <style nonce="\(nonce)">
    :root { color-scheme: light dark }
    body { max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem; font: 1.125rem/1.5 Inter, \
    system-ui, sans-serif }
    pre { font: 1rem/1.5 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
    </style>
    </head>
    <body>
    <main>
    <h1>Nothing to show yet</h1>
    <p>The document has mistakes. Mend them and save; the journey then appears here by itself.</p>
    <pre id="problem" role="status">\(Self.escaped(problem))</pre>
    </main>
    <script nonce="\(nonce)">
    const events = new EventSource("/events");
    events.addEventListener("changed", () => location.reload());
    events.addEventListener("problem", event => {
      const text = JSON.parse(event.data).text, place = document.getElementById("problem");
      if (place.textContent !== text) place.textContent = text;
    });
    </script>
    </body>
    </html>

    """
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\0": out += "\u{FFFD}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
