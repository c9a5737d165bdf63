import JourneyModel

extension DocumentReader {
  /// Reads a shared document: personas and channels.
  func readShared(_ root: DocumentNode, into parts: inout SharedParts) {
    var extensions: Extensions = []
    keys(of: root, SharedKey.self, extensions: &extensions) { key, node in
      switch key {
      case .schema: _ = text(node)
      case .format: _ = count(node)
      case .personas: parts.personas = personas(node) ?? []
      case .channels: parts.channels = channels(node) ?? []
      }
    }
  }

  /// Reads `personas`; nil when the value is no mapping.
  func personas(_ node: DocumentNode) -> [Persona]? {
    var personas: [Persona] = []
    let isMapping = entries(of: node, example: "amina: {name: Amina}") { entry in
      let persona = persona(PersonaID(entry.key), entry.value)
      if !entry.isDuplicate { personas.append(persona) }
    }
    guard isMapping else {
      silence.add("unknown-persona")
      return nil
    }
    return personas
  }

  private func persona(_ id: PersonaID, _ node: DocumentNode) -> Persona {
    var persona = Persona(id: id)
    if node.isNull { return persona }
    keys(of: node, PersonaKey.self, extensions: &persona.extensions) { key, node in
      switch key {
      case .name: persona.name = text(node) ?? persona.name
      case .about: persona.about = text(node)
      case .role: persona.role = text(node)
      case .share: persona.share = share(node)
      case .goals: persona.goals = texts(node)
      case .needs: persona.needs = texts(node)
      case .motivations: persona.motivations = texts(node)
      case .values: persona.values = texts(node)
      case .reviewed: persona.reviewed = date(node)
      }
    }
    if node.mapping?[PersonaKey.share.rawValue] != nil, persona.share == nil {
      silence.add("persona-shares", "persona-without-share")
    }
    return persona
  }

  /// Reads `channels`; nil when the value is no mapping.
  func channels(_ node: DocumentNode) -> [Channel]? {
    var channels: [Channel] = []
    let isMapping = entries(of: node, example: "web: {name: Web site, kind: digital}") { entry in
      let channel = channel(ChannelID(entry.key), entry.value)
      if !entry.isDuplicate { channels.append(channel) }
    }
    guard isMapping else {
      silence.add("unknown-channel")
      return nil
    }
    return channels
  }

  private func channel(_ id: ChannelID, _ node: DocumentNode) -> Channel {
    var channel = Channel(id: id)
    if node.isNull { return channel }
    keys(of: node, ChannelKey.self, extensions: &channel.extensions) { key, node in
      switch key {
      case .name: channel.name = text(node) ?? channel.name
      case .kind: channel.kind = choice(node, Channel.Kind.self)
      case .icon: channel.icon = icon(node)
      }
    }
    return channel
  }

  /// Reads the name of an icon, or path data.
  private func icon(_ node: DocumentNode) -> Channel.Icon? {
    guard case .scalar(let text, _) = node.content, PathData.isMeant(by: text) else {
      return choice(node, Channel.Symbol.self).map(Channel.Icon.symbol)
    }
    do throws(PathDataError) {
      return .path(try PathData(text))
    } catch {
      report("bad-path", error.description, fix: error.fix, at: node)
      return nil
    }
  }
}
