package import JourneyModel

/// Parts of a journey as values of a document, for a ``DocumentEditor`` to put in.
package enum DocumentParts {
  /// A piece of evidence.
  package static func evidence(_ evidence: Evidence) -> DocumentValue {
    DocumentEncoder.evidence(evidence)
  }

  /// A touchpoint, without its id.
  package static func touchpoint(_ touchpoint: Touchpoint) -> DocumentValue {
    DocumentEncoder.touchpoint(touchpoint)
  }

  /// A channel, without its id.
  package static func channel(_ channel: Channel) -> DocumentValue {
    DocumentEncoder.channel(channel)
  }

  /// A persona, without its id.
  package static func persona(_ persona: Persona) -> DocumentValue {
    DocumentEncoder.persona(persona)
  }

  /// What customers feel: for everybody or by persona.
  package static func felt(_ felt: ByPersona<Score>) -> DocumentValue {
    DocumentEncoder.byPersona(felt, DocumentEncoder.score)
  }

  /// What a transition carries: for everybody or by persona.
  package static func traffic(_ traffic: ByPersona<Transition.Traffic>) -> DocumentValue {
    DocumentEncoder.traffic(traffic)
  }

  /// A quote.
  package static func quote(_ quote: Touchpoint.Quote) -> DocumentValue {
    DocumentEncoder.quote(quote)
  }
}
