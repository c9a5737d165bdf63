extension Journey {
  /// Everything about the journey's parts that contradicts itself, in the document's order.
  ///
  /// References that lead nowhere, ids used twice, scores off the scale, negative counts: all at
  /// once, whether the journey was read or made in code. Paths say what each is about; a document
  /// turns them into places.
  ///
  /// Flow that does not add up is found by `JourneyAnalysis`, which has to solve it first.
  ///
  /// Cost: linear in the journey.
  ///
  /// - Returns: Errors, warnings and notes; empty for a journey in good order.
  public func problems() -> [Diagnostic] {
    var finder = ProblemFinder(self)
    finder.checkWhole()
    finder.checkPersonas()
    finder.checkChannels()
    finder.checkStages()
    finder.checkTouchpoints()
    finder.checkFlow()
    finder.checkEvidence()
    finder.checkDecisions()
    finder.checkOwnPolicy()
    return finder.problems
  }
}
