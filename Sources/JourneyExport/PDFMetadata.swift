public import JourneyDiagrams

/// What a PDF says about itself.
///
/// No author and no date: the file depends on the picture alone.
public struct PDFMetadata: Hashable, Sendable {
  /// What the document is called; viewers show it instead of the file's name.
  public var title: String
  /// The picture in words.
  public var summary: String
  /// The language of its words as a BCP 47 tag; nil when unknown.
  public var language: String?

  /// Creates metadata.
  public init(title: String, summary: String = "", language: String? = nil) {
    self.title = title
    self.summary = summary
    self.language = language
  }

  /// The metadata of a picture.
  public init(_ picture: Picture) {
    self.init(title: picture.title, summary: picture.summary, language: picture.language)
  }
}
