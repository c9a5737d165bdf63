extension Theme {
  /// For a beamer in a lit room: text that is read from ten metres, colours that outlive the light.
  ///
  /// Sizes and colours follow from ``Projection/meetingRoom``, as a test holds: no text below
  /// ``Projection/labelArc``, titles and figures above ``Projection/headlineArc``, and every text
  /// 4.5 times as bright or dark as its ground with the lights on. Dark on light, since light text
  /// on a dark image loses most where the room is brightest.
  public static let projector = Theme(
    name: "projector",
    ramp: EmotionRamp(
      worst: 0x930817, bad: 0xb43f28, neutral: 0x6b627d, good: 0x2466b3, best: 0x153d83,
      ink: 0xffffff),
    ribbonOpacity: 0.5, streamOpacity: 0.75,
    colors: [
      .paper: 0xffffff, .ink: 0x000000, .inkSoft: 0x27303f, .line: 0xa9b4c2, .axis: 0x6b7788,
      .band: 0xe6ebf1, .card: 0xffffff, .badge: 0x000000, .onBadge: 0xffffff, .belief: 0x47536a,
      .gapWorse: 0xf9dfdf, .gapBetter: 0xdae8f7, .leave: 0x9f0f20, .leaveInk: 0x860d1b,
      .divert: 0x5a35a8, .divertInk: 0x482794, .ring: 0x9f0f20, .pain: 0xfbe6e6,
      .painInk: 0x6d1010, .decision: 0xe6ebf1, .decisionInk: 0x000000, .unknown: 0x5f6876,
      .whisker: 0x5f6876, .star: 0x8a5200,
    ],
    scale: projectorScale, isBrief: true, sizes: projectorSizes)

  /// The least size of text, whole px.
  static let projectorLeast =
    Projection.meetingRoom.textSize(arcMinutes: Projection.labelArc).rounded(.up)

  /// Space grows as running text does.
  private static let projectorScale =
    ((projectorLeast / form(of: .body).size) * 20).rounded() / 20

  /// The light theme's smallest text becomes the least; from there on sizes grow much slower
  /// than they differ in the light theme, so that titles leave room for what they are about.
  private static let projectorSizes: [TextRole: Double] = {
    let least = TextRole.allCases.map { form(of: $0).size }.min() ?? 12
    let growth = projectorLeast / least * 0.4
    var sizes: [TextRole: Double] = [:]
    for role in TextRole.allCases {
      let size = projectorLeast + growth * (form(of: role).size - least)
      sizes[role] = (size * 2).rounded() / 2
    }
    return sizes
  }()
}
