import JourneyModel

extension DocumentEncoder {
  /// A touchpoint, without its id.
  static func touchpoint(_ touchpoint: Touchpoint) -> DocumentValue {
    var mapping = MappingBuilder<TouchpointKey>()
    if touchpoint.name != touchpoint.id.rawValue { mapping.add(.name, touchpoint.name) }
    mapping.add(.stage, touchpoint.stage)
    mapping.add(.channel, touchpoint.channel)
    mapping.add(.personas, touchpoint.personas.map(\.rawValue))
    mapping.add(.felt, touchpoint.felt.map { byPersona($0, score) })
    mapping.add(.believed, believed(touchpoint.believed))
    mapping.add(.quotes, touchpoint.quotes, quote)
    mapping.add(.pains, touchpoint.pains)
    mapping.add(.gains, touchpoint.gains)
    mapping.add(.thinks, touchpoint.thinks)
    mapping.add(.sees, touchpoint.sees)
    mapping.add(.says, touchpoint.says)
    mapping.add(.does, touchpoint.does)
    mapping.add(.hears, touchpoint.hears)
    mapping.add(.before, touchpoint.before)
    mapping.add(.after, touchpoint.after)
    mapping.add(.frontstage, touchpoint.frontstage)
    mapping.add(.backstage, touchpoint.backstage)
    mapping.add(.support, touchpoint.support)
    mapping.add(.props, touchpoint.props)
    if touchpoint.isMomentOfTruth { mapping.add(.momentOfTruth, true) }
    mapping.add(.importance, touchpoint.importance)
    mapping.add(.need, touchpoint.need)
    mapping.add(.reading, touchpoint.reading)
    mapping.add(.words, touchpoint.words)
    mapping.add(.pages, touchpoint.pages)
    mapping.add(.wait, touchpoint.wait)
    mapping.add(.promised, touchpoint.promised)
    mapping.add(.owner, touchpoint.owner)
    mapping.add(touchpoint.extensions)
    return mapping.value
  }

  private static func believed(_ beliefs: [Belief]) -> DocumentValue? {
    if beliefs.count > 1 { return .list(beliefs.map(belief)) }
    return beliefs.first.map(belief)
  }

  private static func belief(_ belief: Belief) -> DocumentValue {
    if belief.n == nil, belief.by == nil, belief.date == nil, belief.extensions.isEmpty {
      return .number(belief.mean)
    }
    var mapping = MappingBuilder<BeliefKey>()
    mapping.add(.mean, belief.mean)
    mapping.add(.n, belief.n)
    mapping.add(.by, belief.by)
    mapping.add(.date, belief.date)
    mapping.add(belief.extensions)
    return mapping.value
  }

  /// What a customer said.
  static func quote(_ quote: Touchpoint.Quote) -> DocumentValue {
    if quote.consent == nil, quote.persona == nil, quote.date == nil, quote.source == nil,
      quote.extensions.isEmpty
    {
      return .text(quote.text)
    }
    var mapping = MappingBuilder<QuoteKey>()
    mapping.add(.text, quote.text)
    mapping.add(.consent, quote.consent)
    mapping.add(.persona, quote.persona)
    mapping.add(.date, quote.date)
    mapping.add(.source, quote.source)
    mapping.add(quote.extensions)
    return mapping.value
  }
}
