import JourneyModel

/// What is known of every touchpoint: the cell of all customers and the cells of the personas.
///
/// A cell's samples are the touchpoint's own `felt` with n and the evidence about it that has a
/// score and an n and whose method enters means (complaints, feedback and what staff went through do
/// not). When the journey has a period, evidence counts only if its date lies inside. A `felt`
/// without n is an assumption and used only where the cell has no sample. `felt` and evidence that
/// name no persona belong to the cell of all customers. Cost: linear.
struct FeltCells {
  /// The cell of all customers of a touchpoint, where there is one.
  private(set) var everyone: [FeltCell?]
  /// The cells of the personas of a touchpoint, by persona.
  private(set) var personas: [[Int: FeltCell]]

  /// Gathers the cells of a journey.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - supposed: What stands in the place of what is known.
  init(_ journey: Journey, supposing supposed: Suppositions = Suppositions()) {
    let count = journey.touchpoints.count
    let places = Dictionary(
      journey.touchpoints.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let numbers = Dictionary(
      journey.personas.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// −1 stands for all customers.
    var samples: [[Int: [FeltSample]]] = Array(repeating: [:], count: count)
    var assumed: [[Int: Double]] = Array(repeating: [:], count: count)
    func add(_ score: Score, _ touchpoint: Int, _ persona: Int) {
      guard score.mean.isFinite else { return }
      if let n = score.n, n > 0 {
        samples[touchpoint][persona, default: []].append(
          FeltSample(mean: score.mean, n: n, sd: Self.valid(score.sd)))
      } else if score.n == nil {
        assumed[touchpoint][persona] = score.mean
      }
    }
    for (index, touchpoint) in journey.touchpoints.enumerated() {
      switch touchpoint.felt {
      case .everyone(let score): add(score, index, -1)
      case .each(let entries):
        for entry in entries {
          if let persona = numbers[entry.persona] { add(entry.value, index, persona) }
        }
      case nil: break
      }
    }
    for evidence in journey.evidence where evidence.countsIn(journey.period) {
      guard let about = evidence.about, let place = places[about], let felt = evidence.felt,
        felt.isFinite, let n = evidence.n, n > 0
      else { continue }
      let sample = FeltSample(mean: felt, n: n, sd: Self.valid(evidence.sd))
      if let persona = evidence.persona {
        if let number = numbers[persona] { samples[place][number, default: []].append(sample) }
      } else {
        samples[place][-1, default: []].append(sample)
      }
    }

    func cell(_ touchpoint: Int, _ persona: Int) -> FeltCell? {
      FeltCell(pooling: samples[touchpoint][persona] ?? [])
        ?? assumed[touchpoint][persona].map(FeltCell.init(assumed:))
    }
    everyone = (0..<count).map { cell($0, -1) }
    personas = (0..<count).map { touchpoint in
      let named = Set(samples[touchpoint].keys).union(assumed[touchpoint].keys)
      var cells: [Int: FeltCell] = [:]
      for persona in named where persona >= 0 { cells[persona] = cell(touchpoint, persona) }
      return cells
    }
    if !supposed.isEmpty { suppose(supposed, in: journey, numbers) }
  }

  /// Puts what is supposed in place of what is known.
  private mutating func suppose(
    _ all: Suppositions, in journey: Journey, _ numbers: [PersonaID: Int]
  ) {
    for (index, touchpoint) in journey.touchpoints.enumerated() {
      let supposed = all[touchpoint.id]
      if let score = supposed[nil] {
        everyone[index] = FeltCell(supposed: score)
        personas[index] = [:]
      }
      for (persona, score) in supposed {
        guard let persona, let number = numbers[persona] else { continue }
        personas[index][number] = FeltCell(supposed: score)
      }
    }
  }

  /// Every measured cell, in the document's order.
  var measured: [FeltCell] {
    zip(everyone, personas).flatMap { everyone, personas in
      [everyone].compactMap(\.self).filter { $0.n != nil }
        + personas.keys.sorted().compactMap { personas[$0] }.filter { $0.n != nil }
    }
  }

  private static func valid(_ sd: Double?) -> Double? {
    sd.flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
  }
}

extension Evidence {
  /// Whether its score may enter a mean: a method that does, and a date in the period if there is
  /// one.
  func countsIn(_ period: Period?) -> Bool {
    guard method.entersMeans else { return false }
    return isInside(period)
  }

  /// Whether it is from the period; without a period all evidence is.
  func isInside(_ period: Period?) -> Bool {
    guard let period else { return true }
    return date.map(period.contains) ?? false
  }
}
