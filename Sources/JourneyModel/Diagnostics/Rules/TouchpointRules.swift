extension ProblemFinder {
  /// Checks touchpoints: ids, references, scores and the rest of their numbers.
  mutating func checkTouchpoints() {
    checkIDs(journey.touchpoints.map(\.id.rawValue), of: "touchpoint", in: "touchpoints")
    for touchpoint in journey.touchpoints {
      checkPlace(touchpoint)
      checkFeelings(touchpoint)
      checkNumbers(touchpoint)
      checkExtensions(touchpoint.extensions, at: .touchpoint(touchpoint.id))
      for (index, quote) in touchpoint.quotes.enumerated() {
        checkReference(
          quote.persona,
          at: DocumentPath.touchpoint(touchpoint.id, "quotes").item(index).part("persona"))
        checkExtensions(
          quote.extensions, at: DocumentPath.touchpoint(touchpoint.id, "quotes").item(index))
      }
    }
  }

  private mutating func checkPlace(_ touchpoint: Touchpoint) {
    checkReference(touchpoint.stage, at: .touchpoint(touchpoint.id, "stage"))
    checkReference(touchpoint.channel, at: .touchpoint(touchpoint.id, "channel"))
    for (index, persona) in touchpoint.personas.enumerated() {
      checkReference(persona, at: DocumentPath.touchpoint(touchpoint.id, "personas").item(index))
    }
    if touchpoint.stage == nil, !journey.stages.isEmpty {
      warning(
        "no-stage", "'\(touchpoint.id)' has no stage", fix: "add 'stage:' with one of the stages",
        at: DocumentPath.touchpoint(touchpoint.id).key)
    }
  }

  private mutating func checkFeelings(_ touchpoint: Touchpoint) {
    switch touchpoint.felt {
    case nil: break
    case .everyone(let score):
      checkScore(score, at: .touchpoint(touchpoint.id, "felt"))
    case .each(let entries):
      checkIsNotEmpty(entries, at: .touchpoint(touchpoint.id, "felt"))
      for entry in entries {
        checkReference(
          entry.persona,
          at: DocumentPath.touchpoint(touchpoint.id, "felt", entry.persona.rawValue).key)
        checkScore(
          entry.value, at: .touchpoint(touchpoint.id, "felt", entry.persona.rawValue))
      }
    }
    for (index, belief) in touchpoint.believed.enumerated() {
      checkExtensions(
        belief.extensions, at: DocumentPath.touchpoint(touchpoint.id, "believed").item(index))
      checkOnScale(
        belief.mean, at: DocumentPath.touchpoint(touchpoint.id, "believed").item(index).part("mean")
      )
      checkCount(
        belief.n, at: DocumentPath.touchpoint(touchpoint.id, "believed").item(index).part("n"))
    }
  }

  private mutating func checkNumbers(_ touchpoint: Touchpoint) {
    if let importance = touchpoint.importance, !(importance >= 0 && importance <= 10) {
      error(
        "off-scale", "an importance of \(importance.plainText) is not from 0 to 10",
        fix: "write a number from 0 to 10", at: .touchpoint(touchpoint.id, "importance"))
    }
    checkAmount(touchpoint.words, at: .touchpoint(touchpoint.id, "words"))
    checkNotNegative(touchpoint.pages, at: .touchpoint(touchpoint.id, "pages"))
    checkTime(touchpoint.reading, at: .touchpoint(touchpoint.id, "reading"))
    checkTime(touchpoint.wait, at: .touchpoint(touchpoint.id, "wait"))
  }
}

extension DocumentPath {
  /// An item of a list.
  func item(_ index: Int) -> DocumentPath { appending(.index(index)) }
}
