public import EventCounting
import JourneyAnalysis
public import JourneyFormats
public import JourneyModel
import TextSupport

/// Brings the counts and scores of a log into a document that people wrote, by editing its text.
///
/// What the log knows is written: the flow's counts and times, scores of touchpoints that have one
/// score for everybody, the period, the evidence entry of this source, `x-counted`. Everything else
/// stays as it is, byte for byte: names, what is believed, quotes, comments, order.
///
/// Touchpoints are the same when the document says so (`x-events: [names in the log]`), or by id, or by
/// name, whatever its letters' case. Arrows of the document that nobody went in the log are set to
/// 0 and stay: their words and comments are their author's, and a line `70` that becomes `0` is read by
/// everybody. Touchpoints that are new come behind the one that comes before them in the log.
public enum JourneyMerge {
  /// A changed document and what a person should know of the change.
  public struct Merged: Hashable, Sendable {
    /// The document's text.
    public var text: String
    /// What was done and what could not be, one sentence each.
    public var remarks: [String]
  }

  /// Mines the counts of a log and merges them.
  ///
  /// The touchpoints that the document knows are never gathered, and what is not told by persona there
  /// is what was counted of everybody, not added up from personas.
  ///
  /// Cost: that of mining twice, and linear in the document for each of its parts that changes.
  ///
  /// - Parameters:
  ///   - counts: What was counted.
  ///   - options: How it is mined.
  ///   - text: The document, YAML or JSON.
  ///   - name: What the document is called.
  ///   - shared: Personas and channels that several journeys share.
  ///   - joined: Names of the log that were counted as others, as ``joined(_:in:)`` says.
  /// - Returns: The changed text, with the remarks of mining and of the merge.
  /// - Throws: Why the document cannot be read, or cannot be changed without harm.
  public static func merge(
    _ counts: EventCounts, options: MiningOptions, into text: String, name: String,
    shared: SharedParts? = nil, joined: [String: String] = [:]
  ) throws(EditProblem) -> Merged {
    var options = options
    if let journey = JourneyReader.read(text, name: name, shared: shared).journey {
      let known = MergeMatch.known(counts.touchpoints.map(\.name), to: journey)
      let found = Set(known.values)
      options.kept.formUnion(known.keys)
      options.detail = max(options.detail, journey.touchpoints.count)
      if journey.touchpoints.contains(where: Gathered.isGathered) {
        // What the log no longer has makes no room for what was gathered.
        let unseen = journey.touchpoints.count {
          !Gathered.isGathered($0) && !found.contains($0.id)
        }
        options.detail = max(2, options.detail - unseen)
      }
      // Several of the log that are one of the document take the room of one.
      options.detail += known.count - found.count
    }
    let builder = JourneyBuilder(counts, options)
    let mined = builder.mined.journey
    var everyone = mined
    if !counts.personas.isEmpty {
      var counts = counts
      counts.personas = []
      everyone = JourneyBuilder(counts, options).mined.journey
    }
    var merged = try merge(
      mined, everyone: everyone, into: text, name: name, shared: shared)
    merged.remarks = builder.remarks.ofMerge + remarks(of: joined) + merged.remarks
    return merged
  }

  /// The touchpoints of a log that are one of a document, so that counting can take them for one.
  ///
  /// Customers who were at several of them count once then, which no adding up of counts can do.
  ///
  /// - Parameters:
  ///   - names: The touchpoints of the log.
  ///   - journey: The document.
  /// - Returns: The names that count as another, each with that one.
  public static func joined(_ names: [String], in journey: Journey) -> [String: String] {
    let known = MergeMatch.known(names, to: journey)
    var first: [TouchpointID: String] = [:]
    var joined: [String: String] = [:]
    for name in names.sorted(by: bytesPrecede) {
      guard let id = known[name] else { continue }
      if let other = first[id] { joined[name] = other } else { first[id] = name }
    }
    return joined
  }

  private static func remarks(of joined: [String: String]) -> [String] {
    let groups = Dictionary(grouping: joined.keys) { joined[$0] ?? "" }
    return groups.keys.sorted(by: bytesPrecede).prefix(10).map { name in
      let names = [name] + (groups[name] ?? []).sorted(by: bytesPrecede)
      return
        "\(Wording.list(names.map { "'\($0)'" }, most: 10)) of the log are one touchpoint of the "
        + "document and were counted as one; who went from one to another goes round there."
    }
  }

  /// Merges.
  ///
  /// Cost: linear in the document for each of its parts that changes, at worst.
  ///
  /// - Parameters:
  ///   - mined: The journey of the log.
  ///   - everyone: The same journey as if the log told no personas apart; nil where it does not.
  ///   - text: The document, YAML or JSON.
  ///   - name: What the document is called.
  ///   - shared: Personas and channels that several journeys share.
  /// - Returns: The changed text with remarks.
  /// - Throws: Why the document cannot be read, or cannot be changed without harm.
  public static func merge(
    _ mined: Journey, everyone: Journey? = nil, into text: String, name: String,
    shared: SharedParts? = nil
  ) throws(EditProblem) -> Merged {
    let old = JourneyReader.read(text, name: name, shared: shared)
    guard let journey = old.journey else {
      let error = old.diagnostics.first { $0.severity == .error }
      throw EditProblem(
        name: name, line: error?.range.map { old.source.location(of: $0.lowerBound).line },
        summary: error?.summary ?? "the document cannot be read",
        fix: "mend what 'journey check \(name)' says first")
    }
    var work = MergeWork(
      mined: mined, everyone: everyone ?? mined, journey: journey,
      editor: try DocumentEditor(text, name: name))
    try work.refuseStrangers(name)
    try work.refuseUnknownEnds(name)
    try work.touchpoints()
    try work.flow()
    try work.scores()
    try work.rest()
    let changed = try work.editor.text()
    let new = JourneyReader.read(changed, name: name, shared: shared)
    let before = Set((old.diagnostics + journey.flowProblems()).map(Known.init))
    let problems = new.diagnostics + (new.journey?.flowProblems() ?? [])
    for problem in problems where !before.contains(Known(problem)) {
      guard problem.severity != .error else {
        throw EditProblem(
          name: name, path: problem.path,
          summary: "with the log's counts the document would be wrong: \(problem.summary)",
          fix: problem.fix)
      }
      // Evidence outside the period is told with its number.
      let isTold = problem.path.steps.first == .key("evidence")
      if problem.severity == .warning, !isTold {
        work.remarks.append("Look at this: \(problem.summary).")
      }
    }
    return Merged(text: changed, remarks: work.remarks)
  }

  /// A problem without its place, which edits move.
  private struct Known: Hashable {
    let id: String
    let path: DocumentPath

    init(_ problem: Diagnostic) {
      id = problem.id
      path = problem.path
    }
  }
}

/// A merge while it is made.
struct MergeWork {
  /// The journey of the log.
  let mined: Journey
  /// The same without personas.
  let everyone: Journey
  /// The journey of the document.
  let journey: Journey
  /// Which is which.
  let match: MergeMatch
  /// The document.
  var editor: DocumentEditor
  /// What was done.
  var remarks: [String] = []
  /// Places of evidence that newer evidence stands for.
  var gone: [Int] = []

  /// Begins.
  init(mined: Journey, everyone: Journey, journey: Journey, editor: DocumentEditor) {
    self.mined = mined
    self.everyone = everyone
    self.journey = journey
    self.editor = editor
    match = MergeMatch(mined, journey)
  }

  /// Ids in quotes, as a list; at most ten, and how many more.
  static func list(_ ids: [some CustomStringConvertible]) -> String {
    Wording.list(ids.map { "'\($0)'" }, most: 10)
  }
}
