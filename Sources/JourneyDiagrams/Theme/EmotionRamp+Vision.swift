extension EmotionRamp {
  /// Two steps of feeling that somebody cannot tell apart by their colours.
  package struct Blur: Hashable, Sendable {
    /// The step that is nearer to the worst, 0…4.
    package var first: Int
    /// The other step.
    package var second: Int
    /// Who cannot.
    package var vision: ColorVision
    /// How far apart they look; see ``ColorVision/distance(_:_:)``.
    package var distance: Double
  }

  /// How far apart neighbouring steps must look: four times what is just noticeable.
  package static let leastStep = 8.0
  /// How far apart steps of opposite feelings must look: they are never to be taken for each other.
  package static let leastMirror = 16.0

  /// The pairs of steps that somebody cannot tell apart: neighbours, and the same strength of good
  /// and bad.
  ///
  /// - Parameter visions: Who looks; everybody who sees some colour unless given.
  /// - Returns: The pairs, the worst vision of each only.
  package func blurs(
    for visions: [ColorVision] = [.usual, .protanopia, .deuteranopia, .tritanopia]
  ) -> [Blur] {
    let pairs = [(0, 1), (1, 2), (2, 3), (3, 4), (0, 4), (1, 3)]
    return pairs.compactMap { first, second in
      let blurs = visions.map { vision in
        Blur(
          first: first, second: second, vision: vision,
          distance: vision.distance(stops[first], stops[second]))
      }
      let least = second - first == 1 ? Self.leastStep : Self.leastMirror
      return blurs.min { $0.distance < $1.distance }.flatMap { $0.distance < least ? $0 : nil }
    }
  }
}
