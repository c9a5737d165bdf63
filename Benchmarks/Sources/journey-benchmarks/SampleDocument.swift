/// Journey documents of any size, the same for the same arguments.
enum SampleDocument {
  /// A document with quotes, pains, decisions, evidence, loops and exits throughout.
  ///
  /// - Parameters:
  ///   - touchpoints: How many touchpoints it has, at least 2.
  ///   - salt: Goes into every label, so that no text was ever measured before.
  ///   - id: The journey's id.
  /// - Returns: The YAML text.
  static func yaml(touchpoints: Int, salt: String = "", id: String = "benchmark") -> String {
    let words = [
      "Read", "letter", "from", "clinic", "wait", "for", "call", "portal", "password", "result",
      "nurse", "explains", "next", "step", "find", "menu", "code", "appointment",
    ]
    func phrase(_ seed: Int, _ count: Int) -> String {
      (0..<count).map { words[(seed * 7 + $0 * 5 + $0 * $0 * seed) % words.count] + salt }
        .joined(separator: " ")
    }
    let stages = ["Notice", "Prepare", "Visit", "Wait", "Understand", "Follow up"]
    let channels = ["web", "phone", "letter", "person"]
    var text = """
      journey: Benchmark\(salt)
      id: \(id)
      state: as-is
      scale: {low: -2, high: 2}
      customers: patients
      period: 2026-03-01..2026-08-31
      personas:
        amina: {name: Amina, share: 70%}
        george: {name: George, share: 30%}
      channels:
        web: {name: Patient portal, kind: digital}
        phone: {name: Phone, kind: human}
        letter: {name: Letter, kind: physical}
        person: {name: In person, kind: human}
      stages: [\(stages.joined(separator: ", "))]
      touchpoints:

      """
    for index in 0..<touchpoints {
      let felt = Double((index * 37 + 11) % 36) / 10 - 1.8
      text += """
          t\(index):
            name: \(phrase(index, 3))
            stage: \(stages[index * stages.count / touchpoints])
            channel: \(channels[index % channels.count])
            felt: {mean: \((felt * 10).rounded() / 10), n: \(40 + index * 13 % 300), sd: 0.9}
            believed: \(((felt + 1).rounded() * 5).rounded() / 10)
            quotes: ["\(phrase(index + 3, 6))"]
            pains: [\(phrase(index + 5, 5))]
            backstage: [\(phrase(index + 8, 2))]
            owner: Ruiz

        """
    }
    // Every fourth touchpoint sends some back to the one before, who come again; what goes in
    // goes out everywhere.
    func back(_ index: Int) -> Int { index % 4 == 3 && index < touchpoints ? 20 : 0 }
    var going = max(1000, touchpoints * 20)
    text += "flow:\n  start -> t0: \(going)\n"
    for index in 0..<touchpoints {
      going += back(index + 1) - back(index) - 10
      text += "  t\(index) -> left: 10\n"
      if back(index) > 0 { text += "  t\(index) -> t\(index - 1): \(back(index))\n" }
      let next = index == touchpoints - 1 ? "completed" : "t\(index + 1)"
      text += "  t\(index) -> \(next): \(going)\n"
    }
    text += "evidence:\n"
    for index in 0..<touchpoints {
      text += """
          - {about: t\(index), method: interview, n: 12, felt: -0.5, sd: 0.8, persona: amina, \
        date: 2026-05-10}

        """
    }
    text += "decisions:\n"
    for index in stride(from: 0, to: touchpoints, by: 5) {
      text += """
          - {insight: "\(phrase(index, 5))", about: t\(index), decision: "\(phrase(index, 4))", \
        owner: Ruiz, status: decided, due: 2026-09-01}

        """
    }
    return text
  }
}
