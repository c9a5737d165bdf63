public import JourneyModel

/// The document that `journey new` writes: small, complete, and commented for its first reader.
public struct JourneyTemplate: Sendable {
  /// The journey's id.
  public let id: JourneyID
  /// The journey's title.
  public let title: String

  /// Creates a template.
  ///
  /// - Parameters:
  ///   - fileName: The file it is for; its name gives the id.
  ///   - title: The title; made from the file's name when nil.
  public init(fileName: String, title: String? = nil) {
    id = JourneyID(fileName: fileName)
    let words = id.rawValue.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    let given = title.flatMap { $0.isEmpty ? nil : $0 }
    self.title = given ?? words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The document.
  public var text: String {
    """
    # yaml-language-server: $schema=\(JourneySchema.address)
    #
    # A customer journey. Change the words below to yours, a line at a time, and run 'journey check'
    # whenever you like: it says what is wrong, where, and how to mend it.
    # Leave out what you do not know. Missing is never counted as 0.

    journey: \(YAMLScalar.text(title, inFlow: false))
    id: \(YAMLScalar.text(id.rawValue, inFlow: false))
    state: as-is                      # to-be for a journey that is only planned
    scale: {low: -2, high: 2}         # what scores are measured on; 1 to 5 or 0 to 10 will do as well
    customers: customers              # what one of them is called in the plural: patients, guests

    # Who goes on the journey. Shares make 100 % together.
    personas:
      amina: {name: Amina, about: is here for the first time, share: 70%}
      george: {name: George, about: has been through it before, share: 30%}

    # Where they meet you: digital, physical, human, or none. Silence is a channel too.
    channels:
      web: {name: Web site, kind: digital}
      letter: {name: Letter, kind: physical}
      silence: {name: Silence, kind: none}

    stages: [Ask, Wait, Receive]

    # The moments, in their order. 'felt' is what customers feel, 'believed' what you think they do.
    touchpoints:
      ask:
        name: Ask for it
        stage: Ask
        channel: web
        felt: {mean: 0.6, n: 48, sd: 0.8}   # the mean, how many were asked, how far they differ
        believed: 1.0
        gains: [Done in three minutes]
        owner: Web team

      no-word:
        name: No word
        stage: Wait
        channel: silence
        felt: -1.2                  # without n it is an assumption, and is drawn hollow
        believed: 0.5
        quotes: ["I did not know whether anybody had read it."]
        pains: [No date, No sign that anything happens]
        backstage: [Queue, Sign-off]
        wait: 5d                    # how long one is in it: s, m, h, d or w
        moment-of-truth: true
        owner: Back office

      answer:
        name: The answer comes
        stage: Receive
        channel: letter
        felt: {amina: {mean: 0.9, n: 21, sd: 0.9}, george: {mean: 1.4, n: 17, sd: 0.6}}
        believed: 1.2
        owner: Back office

    # How many go from where to where: counts, or shares such as 82%. A journey ends at completed,
    # left (they dropped off) or diverted (into another journey).
    flow:
      start -> ask: 1000
      ask -> no-word: 930
      ask -> left: 70
      no-word -> answer: {customers: 790, time: 5d}
      no-word -> left: 140
      answer -> completed: 790

    # Where the scores come from. Complaints and the like never enter a mean.
    evidence:
      - {about: no-word, method: interview, n: 12, felt: -1.4, sd: 0.7, persona: amina, date: 2026-05-10, source: round 1}

    # What was learnt, and what became of it: open, decided, acting, verified or rejected.
    decisions:
      - insight: Silence is read as bad news
        about: no-word
        decision: Say on day 2 that it is being worked on
        owner: Back office
        status: open

    # What 'journey check' holds this journey to. Rules for all journeys of a folder stand in its
    # policy.yaml, without 'policy:'.
    # policy:
    #   rules: [hotspots-owned, {rule: max-drop-off, limit: 20%, about: no-word}]

    """
  }
}
