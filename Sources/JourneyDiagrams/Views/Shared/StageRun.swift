import JourneyAnalysis
import JourneyModel

/// Neighbouring touchpoints of one stage, with the stage's name and how many are still here.
struct StageRun {
  /// The stage; nil for touchpoints without one.
  var stage: StageID?
  /// The positions of its touchpoints.
  var range: Range<Int>
  /// The id of its group, unique within the picture.
  var id = ""
  var name: Typesetter.Label?
  /// `97% still here`.
  var note: Typesetter.Label?
  /// `97%`, where that is too long.
  var shortNote: Typesetter.Label?

  /// The runs of touchpoints in the order in which they are drawn.
  ///
  /// - Parameters:
  ///   - touchpoints: The touchpoints from left to right.
  ///   - subject: Whose figures tell how many are still here; nil for the names alone.
  ///   - setter: Sets the words.
  /// - Returns: The runs, each with its words to be measured.
  static func runs(
    of touchpoints: [Touchpoint], in subject: Subject?, setter: Typesetter
  ) -> [StageRun] {
    var runs: [StageRun] = []
    for (index, touchpoint) in touchpoints.enumerated() {
      if let last = runs.indices.last, runs[last].stage == touchpoint.stage {
        runs[last].range = runs[last].range.lowerBound..<index + 1
        continue
      }
      var run = StageRun(stage: touchpoint.stage, range: index..<index + 1)
      if let stage = touchpoint.stage {
        // A stage that comes in several runs has one id for each.
        let before = runs.count { $0.stage == stage }
        run.id = "stage." + XMLName.escaped(stage.rawValue) + (before == 0 ? "" : ".\(before)")
        run.name = setter.add(stage.rawValue, .stage)
        if before == 0, let subject,
          let share = subject.analysis.stages.first(where: { $0.stage == stage })?.stillHere
        {
          let words = subject.words
          let percent = words.numbers.percent(share)
          run.note = setter.add(words.fill(words.stillHere, percent), .stageNote)
          run.shortNote = setter.add(percent, .stageNote)
        }
      }
      runs.append(run)
    }
    return runs
  }
}
