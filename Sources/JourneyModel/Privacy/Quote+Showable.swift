extension Touchpoint.Quote {
  /// Whether it may be shown to others: nobody forbade it, and its words hold no e-mail address and no
  /// telephone number.
  ///
  /// Where consent was not recorded it is shown; `quotes-consented` fails for those who want it
  /// recorded. Cost: linear in the text.
  public var isShowable: Bool { consent != false && PersonalData.found(in: text).isEmpty }
}
