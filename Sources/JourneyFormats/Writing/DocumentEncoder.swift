import JourneyModel

/// Turns a journey into the values of a document, the same for every format.
enum DocumentEncoder {
  /// The whole document.
  static func document(of journey: Journey) -> DocumentValue {
    var root = MappingBuilder<RootKey>()
    root.add(.schema, journey.schema)
    root.add(.journey, journey.title)
    root.add(.id, journey.id)
    root.add(.state, journey.state)
    root.add(.language, journey.language)
    root.add(.scale, scale(journey.scale))
    if journey.customers != "customers" { root.add(.customers, journey.customers) }
    root.add(.period, journey.period)
    root.add(.value, journey.value)
    root.add(.ends, ends(journey.ends))
    root.add(.hotspots, hotspots(journey.hotspots))
    root.add(.personas, journey.personas, keyed: \.id.rawValue, persona)
    root.add(.channels, journey.channels, keyed: \.id.rawValue, channel)
    root.add(.stages, journey.stages.map(\.name))
    root.add(.touchpoints, journey.touchpoints, keyed: \.id.rawValue, touchpoint)
    root.add(.flow, journey.flow, keyed: \.key) { traffic($0.traffic) }
    root.add(.evidence, journey.evidence, evidence)
    root.add(.decisions, journey.decisions, decision)
    root.add(.policy, journey.policy.map(policy))
    root.add(journey.extensions)
    return root.value
  }

  // MARK: - Small parts

  private static func scale(_ scale: Scale) -> DocumentValue {
    var mapping = MappingBuilder<ScaleKey>()
    mapping.add(.low, scale.low)
    mapping.add(.high, scale.high)
    if scale.neutral != Scale(low: scale.low, high: scale.high).neutral {
      mapping.add(.neutral, scale.neutral)
    }
    if scale.isInverted { mapping.add(.inverted, true) }
    mapping.add(scale.extensions)
    return mapping.value
  }

  private static func ends(_ ends: Journey.EndNames) -> DocumentValue? {
    var mapping = MappingBuilder<EndsKey>()
    mapping.add(.completed, ends.completed)
    mapping.add(.left, ends.left)
    mapping.add(.diverted, ends.diverted)
    mapping.add(.underWay, ends.underWay)
    mapping.add(.ended, ends.ended)
    mapping.add(ends.extensions)
    return mapping.entries.isEmpty ? nil : mapping.value
  }

  private static func hotspots(_ settings: Journey.HotspotSettings) -> DocumentValue? {
    let usual = Journey.HotspotSettings()
    var mapping = MappingBuilder<HotspotsKey>()
    if settings.atLeast != usual.atLeast { mapping.add(.atLeast, settings.atLeast) }
    if settings.weight != usual.weight { mapping.add(.weight, settings.weight) }
    mapping.add(settings.extensions)
    return mapping.entries.isEmpty ? nil : mapping.value
  }

  /// A persona, without its id.
  static func persona(_ persona: Persona) -> DocumentValue {
    var mapping = MappingBuilder<PersonaKey>()
    if persona.name != persona.id.rawValue { mapping.add(.name, persona.name) }
    mapping.add(.about, persona.about)
    mapping.add(.role, persona.role)
    mapping.add(.share, persona.share)
    mapping.add(.goals, persona.goals)
    mapping.add(.needs, persona.needs)
    mapping.add(.motivations, persona.motivations)
    mapping.add(.values, persona.values)
    mapping.add(.reviewed, persona.reviewed)
    mapping.add(persona.extensions)
    return mapping.value
  }

  /// A channel, without its id.
  static func channel(_ channel: Channel) -> DocumentValue {
    var mapping = MappingBuilder<ChannelKey>()
    if channel.name != channel.id.rawValue { mapping.add(.name, channel.name) }
    mapping.add(.kind, channel.kind)
    mapping.add(.icon, channel.icon?.description)
    mapping.add(channel.extensions)
    return mapping.value
  }

  // MARK: - Values

  /// A score: its mean alone where nothing else is known.
  static func score(_ score: Score) -> DocumentValue {
    if score.n == nil, score.sd == nil, score.extensions.isEmpty { return .number(score.mean) }
    var mapping = MappingBuilder<ScoreKey>()
    mapping.add(.mean, score.mean)
    mapping.add(.n, score.n)
    mapping.add(.sd, score.sd)
    mapping.add(score.extensions)
    return mapping.value
  }

  /// A value for everybody, or a mapping from personas to values.
  static func byPersona<Value>(
    _ values: ByPersona<Value>, _ encode: (Value) -> DocumentValue
  ) -> DocumentValue {
    switch values {
    case .everyone(let value): encode(value)
    case .each(let entries):
      .mapping(entries.map { DocumentValue.Entry($0.persona.rawValue, encode($0.value)) })
    }
  }

  /// What a transition carries, for everybody or by persona.
  static func traffic(_ traffic: ByPersona<Transition.Traffic>) -> DocumentValue {
    byPersona(traffic) { traffic in
      let amount: DocumentValue =
        switch traffic.amount {
        case .customers(let count): .number(Double(count))
        case .share(let share): .text(share.description)
        }
      if traffic.time == nil, traffic.median == nil, traffic.label == nil,
        traffic.extensions.isEmpty
      {
        return amount
      }
      var mapping = MappingBuilder<TrafficKey>()
      if case .customers = traffic.amount {
        mapping.add(.customers, amount)
      } else {
        mapping.add(.share, amount)
      }
      if let time = traffic.time, let median = traffic.median {
        let texts = TimeSpan.descriptions(time, median)
        mapping.add(.time, texts.0)
        mapping.add(.median, texts.1)
      } else {
        mapping.add(.time, traffic.time)
        mapping.add(.median, traffic.median)
      }
      mapping.add(.label, traffic.label)
      mapping.add(traffic.extensions)
      return mapping.value
    }
  }
}
