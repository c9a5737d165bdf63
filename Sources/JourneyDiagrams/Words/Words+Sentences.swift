extension Words {
  /// Sentences one after the other, a space between them where their script has one.
  package func sentences(_ sentences: [String]) -> String {
    sentences.reduce("") { text, sentence in
      text.isEmpty || sentence.isEmpty || text.hasSuffix("。")
        ? text + sentence : text + " " + sentence
    }
  }
}
