public import JourneyGuardrails
public import JourneyModel

/// What a check found in several documents, as text for programs.
///
/// The text for people, with excerpts, is `DiagnosticFormatter`'s in `JourneyFormats`.
public struct CheckReport: Sendable {
  /// One document and what was found in it.
  public struct Document: Sendable {
    /// The text that was checked, named as the document was.
    public var source: SourceText
    /// What was found, in the document's order.
    public var diagnostics: [Diagnostic]
    /// How it stands against its guardrails; nil when none hold for it.
    public var guardrails: Guardrails?

    /// Creates an entry.
    public init(source: SourceText, diagnostics: [Diagnostic], guardrails: Guardrails? = nil) {
      self.source = source
      self.diagnostics = diagnostics
      self.guardrails = guardrails
    }
  }

  /// How a document stands against the guardrails that hold for it.
  public struct Guardrails: Sendable {
    /// The journey; nil for a policy file, where only its waivers are judged.
    public var journey: Journey?
    /// The rules that were checked, each once, in the order in which they were given.
    public var rules: [Guardrail.Rule]
    /// What was found, in the order of the rules.
    public var findings: [PlacedFinding]

    /// Creates it.
    public init(journey: Journey?, rules: [Guardrail.Rule], findings: [PlacedFinding]) {
      self.journey = journey
      self.rules = rules
      self.findings = findings
    }
  }

  /// A finding with its place in the text of the document.
  public struct PlacedFinding: Sendable {
    /// What was found.
    public var finding: Finding
    /// Where; nil when nothing of the document stands for it.
    public var range: SourceRange?
    /// The journey it is about, where the document is a policy; else it is the document's.
    public var journey: Journey?

    /// Creates it.
    public init(_ finding: Finding, range: SourceRange?, journey: Journey? = nil) {
      self.finding = finding
      self.range = range
      self.journey = journey
    }
  }

  /// The documents, in the order they were checked.
  public var documents: [Document]
  /// What was compared with nothing; nil without a baseline.
  public var unmatched: Unmatched?
  /// The version of the program that checked.
  public var version: String

  /// Creates a report.
  public init(_ documents: [Document], version: String) {
    self.documents = documents
    self.version = version
  }

  /// Documents that the baseline or the run has alone.
  public struct Unmatched: Hashable, Sendable {
    /// Those that are new since the baseline.
    public var new: [String]
    /// Those of the baseline that are gone.
    public var gone: [String]

    /// Creates it.
    public init(new: [String], gone: [String]) {
      self.new = new
      self.gone = gone
    }
  }

  /// How many rules were checked and broken.
  public var ruleCounts: RuleCounts? {
    let guarded = documents.compactMap(\.guardrails)
    return guarded.isEmpty ? nil : RuleCounts(guarded)
  }

  /// How many rules were checked and broken, over all documents.
  public struct RuleCounts: Hashable, Sendable {
    /// Rules that were checked somewhere.
    public var checked: Int
    /// Rules that are broken somewhere.
    public var broken: Int
    /// Rules that are waived somewhere.
    public var waived: Int
    /// Waivers that do not hold.
    public var badWaivers: Int

    init(_ guarded: [Guardrails]) {
      var checked: Set<String> = []
      var broken: Set<String> = []
      var waived: Set<String> = []
      badWaivers = 0
      for guardrails in guarded {
        checked.formUnion(guardrails.rules.map(\.rawValue))
        for placed in guardrails.findings {
          let id = placed.finding.id
          switch placed.finding.level {
          case .fails where Guardrail.Rule(rawValue: id) == nil: badWaivers += 1
          case .fails: broken.insert(id)
          case .waived: waived.insert(id)
          case .note: break
          }
        }
      }
      self.checked = checked.union(broken).union(waived).count
      self.broken = broken.count
      self.waived = waived.count
    }
  }
}

extension CheckReport {
  /// Something that was found, whichever kind it is, with the place people can go to.
  struct Remark {
    /// A mistake, or a finding about a guardrail.
    enum Kind {
      case diagnostic(Diagnostic)
      case finding(FindingText)
    }

    var kind: Kind
    var file: String
    var range: SourceRange
    var start: SourceText.Location
    var end: SourceText.Location

    /// The stable id.
    var id: String {
      switch kind {
      case .diagnostic(let diagnostic): diagnostic.id
      case .finding(let text): text.finding.id
      }
    }

    /// What is wrong and all that is known about it, for programs that show it to people: the first
    /// line says it, the others what belongs to it.
    var sentence: String {
      switch kind {
      case .diagnostic(let diagnostic):
        diagnostic.fix.map { "\(diagnostic.summary). Fix: \($0)" } ?? diagnostic.summary
      case .finding(let text): text.message
      }
    }

    /// The place, as compilers write it.
    var place: String { "\(file):\(start.line):\(start.column)" }
  }

  func remarks(in document: Document) -> [Remark] {
    let lines = LineTable(document.source)
    func remark(_ kind: Remark.Kind, _ range: SourceRange?) -> Remark {
      let range = range ?? SourceRange(0, 0)
      return Remark(
        kind: kind, file: document.source.name, range: range,
        start: lines.location(of: range.lowerBound), end: lines.location(of: range.upperBound))
    }
    let findings =
      document.guardrails.map { guardrails in
        guardrails.findings.map {
          remark(.finding(FindingText($0.finding, in: $0.journey ?? guardrails.journey)), $0.range)
        }
      } ?? []
    return document.diagnostics.map { remark(.diagnostic($0), $0.range) } + findings
  }

  var remarks: [Remark] { documents.flatMap(remarks) }
}
