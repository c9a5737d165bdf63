import JourneyAnalysis
import JourneyModel

/// The levels of an axis of feelings: name, face and score of each that the scale reaches; where words
/// must be few, the faces speak for the names.
struct FeelingLevels {
  /// One level.
  struct Level {
    /// The feeling, −1…+1.
    var v: Double
    var name: Typesetter.Label?
    var value: Typesetter.Label
  }

  /// The levels, the best first.
  let levels: [Level]
  private let setter: Typesetter

  /// Takes the words of the axis; they are measured with everything else.
  init(_ subject: Subject, setter: Typesetter) {
    self.setter = setter
    let (scale, words) = (subject.analysis.scale, subject.words)
    let ends = [scale.normalized(scale.low), scale.normalized(scale.high)]
    let range = ends.reduce(1, min)...ends.reduce(-1, max)
    levels = zip([1, 0.5, 0, -0.5, -1], words.levels).compactMap { v, name in
      guard range.contains(v) else { return nil }
      let value = words.bound(scale.score(normalized: v), on: scale)
      return Level(
        v: v, name: setter.theme.isBrief ? nil : setter.add(name, .axis),
        value: setter.add(value, .axisValue))
    }
  }

  /// The width of names, faces and scores, with the space to what is plotted.
  var width: Double {
    let k = setter.theme.scale
    return nameWidth + (nameWidth > 0 ? 10 * k : 0) + valueWidth + 2 * faceRadius + 24 * k
  }

  private var faceRadius: Double { 11 * setter.theme.scale }
  private var nameWidth: Double { levels.compactMap(\.name).map(setter.width).max() ?? 0 }
  private var valueWidth: Double { levels.map { setter.width($0.value) }.max() ?? 0 }

  /// Draws the axis and its lines.
  ///
  /// - Parameters:
  ///   - left: The left edge of the names.
  ///   - right: Where the lines end.
  ///   - height: The height of a feeling.
  /// - Returns: The drawing.
  func draw(left: Double, right: Double, height: (Double) -> Double) -> Group {
    let k = setter.theme.scale
    var group = Group(id: "axis", name: "axis", isLayer: true)
    let edge = left + width
    for level in levels {
      let y = height(level.v)
      let isNeutral = level.v == 0
      group.add(
        .line(Point(edge, y), Point(right, y)),
        stroke: Stroke(
          .role(isNeutral ? .axis : .line), width: (isNeutral ? 1.6 : 1.2) * k,
          dashes: isNeutral ? [] : [2 * k, 5 * k]))
      if let name = level.name {
        group.elements += setter.placed(
          [setter.line(name)], of: name,
          at: Point(left, y + 0.36 * setter.theme.style(.axis).size), column: nameWidth,
          fill: .role(.inkSoft))
      }
      let before = nameWidth > 0 ? nameWidth + 10 * k : 0
      let face = Face.draw(
        level.v, center: Point(left + before + faceRadius, y), radius: faceRadius)
      group.add(Group(keepsShape: true, elements: face))
      group.elements.append(
        setter.placed(
          level.value, at: Point(edge - 14 * k, y + 0.36 * setter.theme.style(.axisValue).size),
          anchor: .right,
          fill: .role(.inkSoft)))
    }
    return group
  }
}
