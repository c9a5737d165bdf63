/// Decides which attributes of an XES log say what, by what was told and by its first events.
struct XESPlanner {
  /// The first events.
  let sample: XESSample
  /// Whether the sample is the whole log.
  let isWhole: Bool
  /// What was told.
  let options: LogOptions
  /// What messages call the log.
  let input: String

  /// The attributes that are used, for the report.
  private(set) var columns: [LogReport.Column] = []
  /// What a person should know.
  private(set) var remarks: [String] = []
  private var eventNames: [String] = []
  private var traceNames: [String] = []
  private var plan = XESPlan()

  init(_ sample: XESSample, isWhole: Bool, options: LogOptions, input: String) {
    self.sample = sample
    self.isWhole = isWhole
    self.options = options
    self.input = input
  }

  /// Makes the plan.
  ///
  /// - Parameter times: Reads times.
  /// - Returns: The plan.
  /// - Throws: What cannot be found.
  mutating func make(times: TimeParser) throws(LogProblem) -> XESPlan {
    plan.isUTF8 = sample.isUTF8
    plan.times = times
    try findCustomer()
    try findTouchpoint()
    try findTimes()
    plan.sequence = try toldPlace(.sequence)
    plan.channel = try optional(.channel)
    plan.persona = try optional(.persona)
    plan.stage = try optional(.stage)
    plan.felt = try optional(.felt) { XESPlanner.isScore($0) }
    try findLifecycle()
    plan.eventKeys = XESKeys(eventNames.map { Array($0.utf8) })
    plan.traceKeys = XESKeys(traceNames.map { Array($0.utf8) })
    return plan
  }

  // MARK: - Roles

  private mutating func findCustomer() throws(LogProblem) {
    if let name = options.columns[.customer] {
      guard let found = try place(name, .customer) else { return }
      plan.customer = found
      // What both say is the trace's: a customer's events stand in one trace.
      if found.trace != nil { plan.customer.event = nil }
      return
    }
    plan.customer.trace = traceSlot("concept:name")
    columns.append(LogReport.Column(.customer, "case:concept:name", wasFound: true))
  }

  private mutating func findTouchpoint() throws(LogProblem) {
    if let name = options.columns[.touchpoint] {
      if let classifier = sample.classifiers.first(where: { $0.name == name }) {
        try use(classifier, wasFound: false)
      } else if let found = try place(name, .touchpoint) {
        plan.touchpoint = [found]
      }
      return
    }
    let name = "concept:name"
    let fallback = fallback(name)
    if sample[name]?.isInEvents == true || sample.events == 0 || !fallback.isEmpty {
      plan.touchpoint = [XESPlan.Place(event: eventSlot(name), fallback: fallback)]
      columns.append(LogReport.Column(.touchpoint, name, wasFound: true))
      return
    }
    let classifier = sample.classifiers.first { classifier in
      let keys = keys(of: classifier)
      return !keys.isEmpty && keys.allSatisfy { sample[$0]?.isInEvents == true }
    }
    if let classifier {
      remarks.append(
        "No event has concept:name; touchpoints are named by the classifier "
          + "'\(classifier.name)' (\(keys(of: classifier).joined(separator: " + "))).")
      return try use(classifier, wasFound: true)
    }
    for names in ColumnNames.usual(.touchpoint) {
      let found = sample.attributes.first { $0.isInEvents && names.contains($0.plain) }
      if let found {
        plan.touchpoint = [XESPlan.Place(event: eventSlot(found.name))]
        columns.append(LogReport.Column(.touchpoint, found.name, wasFound: true))
        return
      }
    }
    throw LogProblem(
      input: input,
      summary: "no attribute of the events says what was touched; there are \(sample.shown)",
      fix: "name the attribute, or a classifier, with --touchpoint")
  }

  private mutating func use(
    _ classifier: XESSample.Classifier, wasFound: Bool
  ) throws(LogProblem) {
    let keys = keys(of: classifier)
    guard !keys.isEmpty, keys.count <= 32 else {
      throw LogProblem(
        input: input,
        summary: "the classifier '\(classifier.name)' names \(keys.count) attributes",
        fix: "name an attribute with --touchpoint")
    }
    plan.touchpoint = keys.map {
      XESPlan.Place(event: eventSlot($0), fallback: fallback($0))
    }
    columns.append(
      LogReport.Column(.touchpoint, keys.joined(separator: "+"), wasFound: wasFound))
  }

  /// The keys of a classifier: separated by spaces, in apostrophes where they have spaces themselves,
  /// or known by the attributes of the log.
  private func keys(of classifier: XESSample.Classifier) -> [String] {
    var words: [String] = []
    var rest = Substring(classifier.keys)
    while let first = rest.first {
      if first == " " {
        rest = rest.dropFirst()
      } else if first == "'", let end = rest.dropFirst().firstIndex(of: "'") {
        words.append(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        words.append(String(rest.prefix { $0 != " " }))
        rest = rest.drop { $0 != " " }
      }
    }
    var keys: [String] = []
    var at = 0
    while at < words.count {
      // The most words that make a known name together; else the word alone.
      let most = min(words.count, at + 8)
      let end = ((at + 1)...most).reversed().first { end in
        let name = words[at..<end].joined(separator: " ")
        return sample[name] != nil || sample.eventDefaults.contains { $0.name == name }
      }
      keys.append(words[at..<(end ?? at + 1)].joined(separator: " "))
      at = end ?? at + 1
    }
    return keys
  }

  private mutating func findTimes() throws(LogProblem) {
    if let name = options.columns[.time] {
      plan.time = try place(name, .time)
      if sample.events > 0, let known = sample[Self.withoutCase(name)], !known.hasTimes,
        known.isInEvents
      {
        throw LogProblem(
          input: input,
          summary: "the attribute '\(name)' does not hold times; it begins with "
            + "'\(known.example)'",
          fix: "name another with --time; there are \(sample.shown)")
      }
    } else {
      let known = ColumnNames.usual(.time).lazy.compactMap { [sample] names in
        sample.attributes.first { $0.isInEvents && $0.hasTimes && names.contains($0.plain) }
      }.first
      if let name = known?.name ?? (sample.events == 0 ? "time:timestamp" : nil) {
        plan.time = XESPlan.Place(event: eventSlot(name))
        columns.append(LogReport.Column(.time, name, wasFound: true))
      } else {
        remarks.append(
          isWhole
            ? "No event has a time that can be read: the log counts as one without times."
            : "None of the first \(sample.events) events has a time that can be read: "
              + "the log counts as one without times.")
      }
    }
    plan.began = try toldPlace(.began)
    if plan.began == nil, plan.time != nil {
      let known = ColumnNames.usual(.began).lazy.compactMap { [sample] names in
        sample.attributes.first { $0.isInEvents && $0.hasTimes && names.contains($0.plain) }
      }.first
      if let known {
        plan.began = XESPlan.Place(event: eventSlot(known.name))
        columns.append(LogReport.Column(.began, known.name, wasFound: true))
      }
    }
  }

  private mutating func findLifecycle() throws(LogProblem) {
    let name = options.columns[.lifecycle] ?? "lifecycle:transition"
    guard options.lifecycle != .all else {
      let parts = sample[name].map { Set($0.values.map { $0.lowercased() }) } ?? []
      if parts.count > 1 {
        remarks.append(LifecycleRule.remark(name, parts.sorted()))
      }
      return
    }
    if options.columns[.lifecycle] != nil {
      plan.lifecycle = try toldPlace(.lifecycle)
      return
    }
    let fallback = fallback(name)
    guard sample[name]?.isInEvents == true || !fallback.isEmpty || !isWhole || sample.events == 0
    else {
      throw LogProblem(
        input: input,
        summary: "no event says which part of its life cycle it tells; there are \(sample.shown)",
        fix: "leave --lifecycle out, so that each event counts as it stands")
    }
    plan.lifecycle = XESPlan.Place(event: eventSlot(name), fallback: fallback)
    columns.append(LogReport.Column(.lifecycle, name, wasFound: true))
  }

  /// What says something that a log need not say, told or by its usual name.
  private mutating func optional(
    _ role: LogOptions.Role, where fits: (String) -> Bool = { _ in true }
  ) throws(LogProblem) -> XESPlan.Place? {
    if options.columns[role] != nil { return try toldPlace(role) }
    for names in ColumnNames.usual(role) {
      let found = sample.attributes.first {
        names.contains($0.plain) && !$0.values.isEmpty && $0.values.allSatisfy(fits)
      }
      guard let found else { continue }
      columns.append(
        LogReport.Column(
          role, found.isInEvents ? found.name : "case:" + found.name, wasFound: true))
      return place(of: found, role)
    }
    return nil
  }

  // MARK: - Places

  private mutating func toldPlace(_ role: LogOptions.Role) throws(LogProblem) -> XESPlan.Place? {
    guard let name = options.columns[role] else { return nil }
    return try place(name, role)
  }

  /// Where an attribute is that was told.
  private mutating func place(
    _ name: String, _ role: LogOptions.Role
  ) throws(LogProblem) -> XESPlan.Place? {
    let bare = Self.withoutCase(name)
    let isOfTrace = bare != name && sample[name] == nil
    let wanted = isOfTrace ? bare : name
    columns.append(LogReport.Column(role, name, wasFound: false))
    guard let known = sample[wanted] ?? alike(wanted) else {
      if isWhole, sample.events > 0 { throw Self.missing(name, role, input, sample.shown) }
      var place = XESPlan.Place(trace: traceSlot(wanted))
      if !isOfTrace { place.event = eventSlot(wanted) }
      plan.told.append((role, name, place))
      return place
    }
    if isOfTrace {
      guard known.isInTraces || !isWhole else {
        throw Self.missing(name, role, input, sample.shown)
      }
      return XESPlan.Place(trace: traceSlot(known.name))
    }
    return place(of: known, role)
  }

  private mutating func place(
    of known: XESSample.Attribute, _ role: LogOptions.Role
  ) -> XESPlan.Place {
    var place = XESPlan.Place()
    if known.isInEvents || !isWhole { place.event = eventSlot(known.name) }
    if known.isInTraces || !isWhole { place.trace = traceSlot(known.name) }
    // A default is not what somebody felt, and not when something happened.
    if role != .felt, role != .time, role != .began, role != .sequence, role != .customer {
      place.fallback = fallback(known.name)
      place.traceFallback = fallback(known.name, sample.traceDefaults)
      if !place.traceFallback.isEmpty { place.trace = traceSlot(known.name) }
    }
    return place
  }

  /// The only attribute whose name is the same but for spaces, marks and capitals.
  private func alike(_ name: String) -> XESSample.Attribute? {
    let plain = ColumnNames.plain(name)
    guard !plain.isEmpty else { return nil }
    let found = sample.attributes.filter { $0.plain == plain }
    return found.count == 1 ? found[0] : nil
  }

  static func missing(
    _ name: String, _ role: LogOptions.Role, _ input: String, _ shown: String
  ) -> LogProblem {
    LogProblem(
      input: input, summary: "there is no attribute '\(name)'; events have \(shown)",
      fix: "name one of these with --\(role.rawValue), or one of the trace as case:NAME")
  }

  private static func withoutCase(_ name: String) -> String {
    name.hasPrefix("case:") ? String(name.dropFirst(5)) : name
  }

  private mutating func eventSlot(_ name: String) -> Int { Self.slot(name, &eventNames) }

  private mutating func traceSlot(_ name: String) -> Int { Self.slot(name, &traceNames) }

  private static func slot(_ name: String, _ names: inout [String]) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    return names.count - 1
  }

  // MARK: - Values

  /// What a log says that events have where they do not say it themselves; empty for the words that
  /// programs write there because they must write something.
  private func fallback(
    _ name: String, _ defaults: [(name: String, value: String)]? = nil
  ) -> [UInt8] {
    guard let value = (defaults ?? sample.eventDefaults).last(where: { $0.name == name })?.value
    else { return [] }
    return Self.nothing.contains(value.lowercased()) ? [] : Array(value.utf8)
  }

  private static let nothing: Set<String> = [
    "", "-", "?", "__invalid__", "invalid", "__unknown__", "unknown", "undefined", "unspecified",
    "default", "none", "null", "nil", "nan", "n/a", "na", "empty", "missing", "name", "string",
    "resource", "activity", "value", "event", "trace",
  ]

  private static func isScore(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBytes {
      let trimmed = CellTrimmer.trimmed($0)
      return NumberParser.double(trimmed, takesComma: false) != nil || EmptyWord.isOne(trimmed)
    }
  }
}
