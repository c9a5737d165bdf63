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
    levels = Self.texts(subject.words, on: subject.analysis.scale).map { v, name, value in
      Level(
        v: v, name: setter.theme.isBrief ? nil : setter.add(name, .axis),
        value: setter.add(value, .axisValue))
    }
  }

  /// The feelings that a scale reaches, the best first, with their names and scores.
  static func texts(
    _ words: Words, on scale: Scale
  ) -> [(v: Double, name: String, value: String)] {
    let ends = [scale.normalized(scale.low), scale.normalized(scale.high)]
    let range = ends.reduce(1, min)...ends.reduce(-1, max)
    let levels = zip([1, 0.5, 0, -0.5, -1], words.levels).filter { range.contains($0.0) }
    let values = words.values(levels.map { scale.score(normalized: $0.0) }, on: scale)
    return zip(levels, values).map { ($0.0, $0.1, $1) }
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
        setter.placedNumber(
          level.value, right: edge - 14 * k,
          baseline: y + 0.36 * setter.theme.style(.axisValue).size, width: valueWidth,
          fill: .role(.inkSoft)))
    }
    return group
  }
}
