import JourneyKit
import JourneyPresenter

/// Keeps a live page up to date with its document, and the person at the terminal informed.
struct LivePresentation: Sendable {
  let page = LivePage()
  var maker: PageMaker

  /// Shows the document for the first time.
  ///
  /// Mistakes in it are told, there and on the page, where they wait to be mended. What no saving
  /// can mend is thrown: no such file, no such persona.
  ///
  /// - Returns: What is presented.
  func begin() throws -> String {
    switch maker.make() {
    case .page(let title, let bytes):
      page.show(bytes)
      return Visible.text(title)
    case .problem(_, let error) where error is FileProblem || error is UsageProblem:
      throw error
    case .problem(let text, _):
      tell(text)
      return Visible.text(maker.file)
    }
  }

  /// Shows the document as it is now; the last good page stays while it has mistakes.
  func showAgain() {
    let clock = ContinuousClock()
    let start = clock.now
    switch maker.make() {
    case .page(_, let bytes):
      page.show(bytes)
      let time = start.duration(to: clock.now) / .milliseconds(1)
      maker.console.error("shown again, \(Int(time.rounded())) ms\n")
    case .problem(let text, _):
      tell(text)
    }
  }

  private func tell(_ problem: String) {
    page.tell(problem: problem)
    maker.console.error(problem)
  }
}
