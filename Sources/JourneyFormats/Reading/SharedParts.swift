public import JourneyModel

/// What several journeys use: the personas and channels of `journeys/shared.yaml`.
public struct SharedParts: Sendable {
  /// The personas.
  public var personas: [Persona]
  /// The channels.
  public var channels: [Channel]
  /// What is wrong with the shared document, in the order of its places.
  public var diagnostics: [Diagnostic]
  /// The shared document's text.
  public var source: SourceText

  /// Creates the parts from values.
  public init(
    personas: [Persona] = [], channels: [Channel] = [], diagnostics: [Diagnostic] = [],
    source: SourceText = SourceText(name: "", text: "")
  ) {
    self.personas = personas
    self.channels = channels
    self.diagnostics = diagnostics
    self.source = source
  }
}
