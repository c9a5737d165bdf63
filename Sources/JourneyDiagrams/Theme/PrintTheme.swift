extension Theme {
  /// For paper from A4 to A0, also with one ink.
  ///
  /// The worse a feeling, the darker its colour, so that a photocopy tells the steps by their
  /// lightness alone, with height, face and number beside it. Grounds are white or a breath of
  /// grey: no areas that drink toner.
  public static let print = Theme(
    name: "print",
    ramp: EmotionRamp(
      worst: 0x4a0612, bad: 0x89241b, neutral: 0x6d5f59, good: 0x4e81a6, best: 0x4f99d2,
      inks: [0xffffff, 0x000000]),
    ribbonOpacity: 0.3, streamOpacity: 0.5,
    colors: [
      .paper: 0xffffff, .ink: 0x000000, .inkSoft: 0x3b3b3b, .line: 0xcfcfcf, .axis: 0x9a9a9a,
      .band: 0xf4f4f4, .card: 0xffffff, .badge: 0x000000, .onBadge: 0xffffff, .belief: 0x6a6a6a,
      .gapWorse: 0xeeeaea, .gapBetter: 0xf8fafc, .leave: 0x8b1220, .leaveInk: 0x7d101d,
      .divert: 0x9c85cf, .divertInk: 0x4f3391, .ring: 0x000000, .pain: 0xffffff,
      .painInk: 0x5e1414, .decision: 0xf4f4f4, .decisionInk: 0x000000, .unknown: 0x8a8a8a,
      .whisker: 0x7a7a7a, .star: 0x8a5a00,
    ])
}
