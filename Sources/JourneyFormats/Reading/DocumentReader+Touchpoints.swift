import JourneyModel

extension DocumentReader {
  /// Reads `touchpoints`; nil when the value is no mapping.
  func touchpoints(_ node: DocumentNode) -> [Touchpoint]? {
    var touchpoints: [Touchpoint] = []
    touchpoints.reserveCapacity(node.mapping?.entries.count ?? 0)
    let isMapping = entries(of: node, example: "log-in: {name: Log in}") { entry in
      let touchpoint = touchpoint(TouchpointID(entry.key), entry.value)
      if !entry.isDuplicate { touchpoints.append(touchpoint) }
    }
    return isMapping ? touchpoints : nil
  }

  private func touchpoint(_ id: TouchpointID, _ node: DocumentNode) -> Touchpoint {
    var touchpoint = Touchpoint(id: id)
    if node.isNull { return touchpoint }
    keys(of: node, TouchpointKey.self, extensions: &touchpoint.extensions) { key, node in
      switch key {
      case .name: touchpoint.name = text(node) ?? touchpoint.name
      case .stage:
        touchpoint.stage = text(node).map { StageID($0) }
        if touchpoint.stage == nil { silence.add("no-stage", within: steps) }
      case .channel: touchpoint.channel = text(node).map { ChannelID($0) }
      case .personas: touchpoint.personas = texts(node).map { PersonaID($0) }
      case .felt: touchpoint.felt = felt(node)
      case .believed: touchpoint.believed = believed(node)
      case .quotes: touchpoint.quotes = quotes(node)
      case .pains: touchpoint.pains = texts(node)
      case .gains: touchpoint.gains = texts(node)
      case .thinks: touchpoint.thinks = texts(node)
      case .sees: touchpoint.sees = texts(node)
      case .says: touchpoint.says = texts(node)
      case .does: touchpoint.does = texts(node)
      case .hears: touchpoint.hears = texts(node)
      case .before: touchpoint.before = texts(node)
      case .after: touchpoint.after = texts(node)
      case .frontstage: touchpoint.frontstage = texts(node)
      case .backstage: touchpoint.backstage = texts(node)
      case .support: touchpoint.support = texts(node)
      case .props: touchpoint.props = texts(node)
      case .momentOfTruth: touchpoint.isMomentOfTruth = bool(node) ?? false
      case .importance: touchpoint.importance = number(node)
      case .need: touchpoint.need = choice(node, Touchpoint.Need.self)
      case .reading: touchpoint.reading = timeSpan(node)
      case .words: touchpoint.words = count(node)
      case .pages: touchpoint.pages = number(node)
      case .wait: touchpoint.wait = timeSpan(node)
      case .promised: touchpoint.promised = texts(node)
      case .owner: touchpoint.owner = owner(node)
      }
    }
    return touchpoint
  }

  // MARK: - Quotes

  /// One quote or several, each a text or a mapping.
  private func quotes(_ node: DocumentNode) -> [Touchpoint.Quote] {
    guard let list = node.list else { return quote(node).map { [$0] } ?? [] }
    var quotes: [Touchpoint.Quote] = []
    items(list) { item in
      if let quote = quote(item) { quotes.append(quote) }
    }
    return quotes
  }

  private func quote(_ node: DocumentNode) -> Touchpoint.Quote? {
    guard node.mapping != nil else { return text(node).map { Touchpoint.Quote($0) } }
    var quote = Touchpoint.Quote("")
    keys(of: node, QuoteKey.self, extensions: &quote.extensions) { key, node in
      switch key {
      case .text: quote.text = text(node) ?? ""
      case .consent: quote.consent = bool(node)
      case .persona: quote.persona = text(node).map { PersonaID($0) }
      case .date: quote.date = date(node)
      case .source: quote.source = text(node)
      }
    }
    require(QuoteKey.text, in: node, fix: "add 'text:' with the words")
    return quote
  }
}
