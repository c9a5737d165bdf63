extension Theme {
  /// Dark on white: paper and screens.
  public static let light = Theme(
    name: "light",
    ramp: EmotionRamp(
      worst: 0xa51224, bad: 0xc34c36, neutral: 0x787388, good: 0x3373bd, best: 0x114d99,
      ink: 0xffffff),
    colors: lightColors)

  /// Light on dark: dim rooms and dark pages.
  public static let dark = Theme(
    name: "dark",
    ramp: EmotionRamp(
      worst: 0xff6b6c, bad: 0xfea781, neutral: 0xa7b0bf, good: 0x8fcbff, best: 0x59a2f8,
      ink: 0x0b1220),
    ribbonOpacity: 0.46, streamOpacity: 0.7, colors: darkColors)

  static let lightColors: [ColorRole: Color] = [
    .paper: 0xffffff, .ink: 0x0f172a, .inkSoft: 0x475569, .line: 0xe2e8f0, .axis: 0xcbd5e1,
    .band: 0xf1f5f9, .card: 0xffffff, .badge: 0x0f172a, .onBadge: 0xffffff, .belief: 0x7c8ba1,
    .gapWorse: 0xfaf0f0, .gapBetter: 0xedf4fb, .leave: 0xb2182b, .leaveInk: 0x9b1c2c,
    .divert: 0x6d4bb3, .divertInk: 0x5b3c9e, .ring: 0xb2182b, .pain: 0xfdf2f2, .painInk: 0x7f1d1d,
    .decision: 0xf1f5f9, .decisionInk: 0x0f172a, .unknown: 0x8a94a6, .whisker: 0x94a3b8,
    .star: 0xb7791f,
  ]

  static let darkColors: [ColorRole: Color] = [
    .paper: 0x0b1220, .ink: 0xf1f5f9, .inkSoft: 0xa9b6c8, .line: 0x22304a, .axis: 0x3a4a66,
    .band: 0x172338, .card: 0x111b2e, .badge: 0xf8fafc, .onBadge: 0x0b1220, .belief: 0x8a9bb5,
    .gapWorse: 0x24182a, .gapBetter: 0x12233c, .leave: 0xff5d68, .leaveInk: 0xff959b,
    .divert: 0xa78bfa, .divertInk: 0xc4b2fd, .ring: 0xff5d68, .pain: 0x2c1a26, .painInk: 0xffc9cc,
    .decision: 0x172338, .decisionInk: 0xf1f5f9, .unknown: 0x7f8ba0, .whisker: 0x64748b,
    .star: 0xf4c04e,
  ]
}
