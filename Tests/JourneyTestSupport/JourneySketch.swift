public import JourneyModel

extension Journey {
  /// A journey from lines as a document's `flow` has them, such as `a -> left: 10%`.
  ///
  /// A value is a count, a share, or one of either for personas: `a -> b: {amina: 5, george: 7}`. The
  /// touchpoints are those named, in the order in which they first appear. For tests: a line that
  /// cannot be read stops the program.
  ///
  /// - Parameters:
  ///   - lines: The transitions.
  ///   - personas: The personas with their shares, such as `["amina: 70%", "george: 30%"]`.
  ///   - felt: What is felt at touchpoints.
  /// - Returns: The journey; its id is `sketch`.
  public static func sketch(
    _ lines: [String], personas: [String] = [], felt: [TouchpointID: Score] = [:]
  ) -> Journey {
    var journey = Journey(id: "sketch", title: "Sketch")
    journey.personas = personas.map { line in
      let (name, share) = split(line, at: ":")
      return Persona(id: PersonaID(name), share: share.isEmpty ? nil : Share(percentage: share))
    }
    var known: Set<TouchpointID> = []
    func meet(_ id: TouchpointID) {
      guard known.insert(id).inserted else { return }
      journey.touchpoints.append(Touchpoint(id: id, felt: felt[id].map { .everyone($0) }))
    }
    for line in lines {
      let (key, value) = split(line, at: ":")
      let (source, target) = split(key, at: "->")
      let transition = Transition(
        Transition.Source(source), Transition.Target(target), traffic(value))
      if case .touchpoint(let id) = transition.source { meet(id) }
      if case .touchpoint(let id) = transition.target { meet(id) }
      journey.flow.append(transition)
    }
    return journey
  }

  private static func traffic(_ text: String) -> ByPersona<Transition.Traffic> {
    guard text.hasPrefix("{") else { return .everyone(Transition.Traffic(amount(text))) }
    return .each(
      text.dropFirst().dropLast().split(separator: ",").map { part in
        let (persona, value) = split(String(part), at: ":")
        return ByPersona.Entry(PersonaID(persona), Transition.Traffic(amount(value)))
      })
  }

  /// Sketches are literals of tests: one that is wrong is a mistake in the test itself.
  private static func amount(_ text: String) -> Transition.Amount {
    if let share = Share(percentage: text) { return .share(share) }
    guard let count = Int(text) else { fatalError("neither a count nor a share: \(text)") }
    return .customers(count)
  }

  /// Both sides of the first separator, without blanks around them.
  private static func split(_ text: String, at separator: String) -> (String, String) {
    let characters = Array(text)
    let mark = Array(separator)
    for start in characters.indices where start + mark.count <= characters.count {
      if Array(characters[start..<start + mark.count]) == mark {
        return (trimmed(characters[..<start]), trimmed(characters[(start + mark.count)...]))
      }
    }
    return (trimmed(characters[...]), "")
  }

  private static func trimmed(_ characters: ArraySlice<Character>) -> String {
    let head = characters.drop { $0 == " " }
    return String(head.reversed().drop { $0 == " " }.reversed())
  }
}
