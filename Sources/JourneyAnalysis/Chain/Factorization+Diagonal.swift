extension Factorization {
  /// The diagonal of `N = (I − Q)⁻¹`: the expected visits of each state by who begins there.
  ///
  /// Only those entries of N are computed that stand where the factors have one, from the state
  /// taken last to the first: with `l` and `u` the factors' entries,
  /// `z(k,j) = Σ z(k,i) l(i,j)`, `z(j,i) = Σ u(j,k) z(k,i)`, `z(j,j) = 1/S(j) + Σ u(j,k) z(k,j)`. For
  /// a chain every `l`, `u` and `z` is at least 0, so nothing cancels.
  ///
  /// Source: Takahashi, Fagan & Chen (1973); Erisman & Tinney, "On Computing Certain Elements of the
  /// Inverse of a Sparse Matrix", Communications of the ACM 18 (1975). Cost: about that of the
  /// factorisation.
  ///
  /// - Returns: One number for each state.
  func diagonal() -> [Double] {
    var search = SelectedInverse(self)
    for step in order.indices.reversed() { search.extend(step) }
    return search.diagonal
  }
}

/// The entries of an inverse that stand where the factors have one.
private struct SelectedInverse {
  let factors: Factorization
  var diagonal: [Double]
  /// `z(k,j)` beside each entry `(j,k)` of the upper factor.
  private var above: [Double]
  /// `z(j,i)` beside each entry `(i,j)` of the lower factor.
  private var below: [Double]
  private var stepOf: [Int32]
  private var denseSlot: [Int32]
  private var aboveMark: [Int32]
  private var belowMark: [Int32]

  init(_ factors: Factorization) {
    self.factors = factors
    diagonal = Array(repeating: 0, count: factors.count)
    above = Array(repeating: 0, count: factors.upper.keys.count)
    below = Array(repeating: 0, count: factors.lower.keys.count)
    stepOf = Array(repeating: -1, count: factors.count)
    denseSlot = stepOf
    aboveMark = stepOf
    belowMark = stepOf
    for (step, state) in factors.order.enumerated() { stepOf[Int(state)] = Int32(step) }
    for (slot, state) in factors.denseStates.enumerated() {
      denseSlot[state] = Int32(slot)
      diagonal[state] = factors.inverse[slot * factors.denseStates.count + slot]
    }
  }

  /// Adds the entries of the state that was taken in this step; all later ones are known.
  mutating func extend(_ step: Int) {
    let up = factors.upper.range(step)
    let low = factors.lower.range(step)
    for slot in up { aboveMark[Int(factors.upper.keys[slot])] = Int32(slot) }
    for slot in low { belowMark[Int(factors.lower.keys[slot])] = Int32(slot) }

    for slot in low { addRow(of: slot, up) }
    for slot in up { addColumn(of: slot) }

    var corner = 1 / factors.pivots[step]
    for slot in up { corner += factors.upper.values[slot] * above[slot] }
    diagonal[Int(factors.order[step])] = corner

    for slot in up { aboveMark[Int(factors.upper.keys[slot])] = -1 }
    for slot in low { belowMark[Int(factors.lower.keys[slot])] = -1 }
  }

  /// Uses every z(k,i) for the i of a lower entry, where k is taken after i or both are dense.
  private mutating func addRow(of lowSlot: Int, _ up: Range<Int>) {
    let state = Int(factors.lower.keys[lowSlot])
    if aboveMark[state] >= 0 { use(diagonal[state], Int(aboveMark[state]), lowSlot) }
    if denseSlot[state] >= 0 {
      let size = factors.denseStates.count
      for slot in up {
        let other = Int(factors.upper.keys[slot])
        guard denseSlot[other] >= 0, other != state else { continue }
        use(factors.inverse[Int(denseSlot[other]) * size + Int(denseSlot[state])], slot, lowSlot)
      }
    } else {
      for entry in factors.upper.range(Int(stepOf[state])) {
        let mark = aboveMark[Int(factors.upper.keys[entry])]
        if mark >= 0 { use(above[entry], Int(mark), lowSlot) }
      }
    }
  }

  /// Uses every z(k,i) for the k of an upper entry, where k is taken before i.
  private mutating func addColumn(of upSlot: Int) {
    let state = Int(factors.upper.keys[upSlot])
    guard stepOf[state] >= 0 else { return }
    for entry in factors.lower.range(Int(stepOf[state])) {
      let mark = belowMark[Int(factors.lower.keys[entry])]
      if mark >= 0 { use(below[entry], upSlot, Int(mark)) }
    }
  }

  /// Carries z(k,i) into z(k,j) and z(j,i).
  private mutating func use(_ z: Double, _ upSlot: Int, _ lowSlot: Int) {
    above[upSlot] += z * factors.lower.values[lowSlot]
    below[lowSlot] += factors.upper.values[upSlot] * z
  }
}
