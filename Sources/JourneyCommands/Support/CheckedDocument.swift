import JourneyKit

/// A document that could not be used; what is wrong has been told.
struct DocumentFailure: Error {
  var status: ExitStatus
}

/// A document without errors, as most commands need it.
struct CheckedDocument {
  var name: String
  var journey: Journey

  /// Reads a document; tells its errors and throws when it has any.
  ///
  /// Warnings are counted and left to `journey check`, so that they do not bury the result.
  static func load(_ path: String, on console: Console) throws -> CheckedDocument {
    try load(try read(path, on: console), name: path, on: console)
  }

  /// Takes a document that was read; tells its errors and throws when it has any.
  static func load(_ input: DocumentInput, on console: Console) throws -> CheckedDocument {
    try load(input.document, name: input.name, on: console)
  }

  static func load(_ document: JourneyDocument, name: String, on console: Console) throws
    -> CheckedDocument
  {
    let formatter = DiagnosticFormatter(usesColor: console.isErrorColored)
    guard let journey = document.journey else {
      let errors = document.diagnostics.filter { $0.severity == .error }
      console.error(formatter.text(for: errors, in: document.source))
      if let shared = document.shared, shared.diagnostics.containsErrors {
        console.error(formatter.text(for: shared.diagnostics, in: shared.source))
      }
      throw DocumentFailure(status: .badInput)
    }
    return CheckedDocument(name: name, journey: journey)
  }

  /// Reads a document, mistakes or not.
  static func read(_ path: String, on console: Console) throws -> JourneyDocument {
    try DocumentInput(path, on: console).document
  }

  /// The persona that the command line names.
  func persona(_ name: String) throws(UsageProblem) -> PersonaID {
    if let persona = journey.personas.first(where: { $0.id.rawValue == name }) { return persona.id }
    var message = "\(self.name) has no persona '\(name)'"
    var nearest = NearestName()
    if let near = nearest.nearest(to: name, among: journey.personas.map(\.id.rawValue)) {
      message += "; did you mean '\(near)'?"
    } else if !journey.personas.isEmpty {
      message += "; it has \(journey.personas.map(\.id.rawValue).joined(separator: ", "))"
    }
    throw UsageProblem(message)
  }
}
