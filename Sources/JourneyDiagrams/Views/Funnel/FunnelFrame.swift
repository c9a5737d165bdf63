/// Where the steps of a funnel stand, and how thick its ribbon is.
struct FunnelFrame {
  /// The width of the picture.
  let width: Double
  /// The left edge of everything.
  let left: Double
  /// The width of a step.
  let stepWidth: Double
  /// The width of the words under a step.
  let wordsWidth: Double
  /// The right edge of the last step.
  let stepsRight: Double
  /// The left edge of the words at the end, and their widest.
  let endLeft: Double
  let endWidth: Double
  /// The thickness of everybody who starts.
  let full: Double

  /// Fits the steps.
  init(_ content: FunnelContent, setter: Typesetter) {
    let k = setter.theme.scale
    left = Page.margin(setter.theme)
    let labels = [content.endPercent, content.endName] + (content.endCount.map { [$0] } ?? [])
    let widest = labels.map(setter.width).max() ?? 0
    let word = labels.map(setter.longestWord).max() ?? 0
    endWidth = (min(widest, max(word, (setter.theme.isBrief ? 130 : 190) * k)) + 1).rounded(.up)

    let count = Double(max(1, content.steps.count))
    let around = 2 * left + endWidth + 28 * k
    let percents = content.texts.map { setter.width($0.percent) }.max() ?? 0
    let exits = content.texts.flatMap(\.exits).map { setter.longestWord($0.label) }.max() ?? 0
    let least =
      setter.theme.isBrief
      ? max(130 * k, percents + 16 * k, min(exits + 50 * k, 170 * k))
      : max(196 * k, percents + 24 * k, min(exits + 70 * k, 260 * k))
    stepWidth = min(max(least, (1920 - around) / count), max(least, 400 * k)).rounded()
    wordsWidth = min(stepWidth - 24 * k, 260 * k)
    stepsRight = left + stepWidth * count
    endLeft = stepsRight + 28 * k
    width = max(1180, endLeft + endWidth + left).rounded(.up)
    // Thick enough to see, and thin enough that those who fall out have room beside each other.
    let most = content.steps.map(\.lost).max() ?? 0
    let room = stepWidth - 90 * k
    full = min((setter.theme.isBrief ? 96 : 290) * k, most > 0 ? room / most : .infinity).rounded()
  }

  /// The edges of a step.
  func edges(_ step: Int) -> (left: Double, right: Double) {
    (left + stepWidth * Double(step), left + stepWidth * Double(step + 1))
  }
}
