/// An answer that says no, in one sentence of plain text.
struct Refusal: Error, Hashable, Sendable {
  var status: Int
  /// HTTP's own words for the status.
  var phrase: String
  var sentence: String
  /// The methods that would be allowed.
  var allow: String?

  static func malformed(_ what: String) -> Refusal {
    Refusal(status: 400, phrase: "Bad Request", sentence: "The request is malformed: \(what).")
  }

  static let foreign = Refusal(
    status: 403, phrase: "Forbidden", sentence: "Pages of other sites may not read this one.")

  static let unknown = Refusal(
    status: 404, phrase: "Not Found", sentence: "There is one page here, and it is at /.")

  static func method(allowed: String) -> Refusal {
    Refusal(
      status: 405, phrase: "Method Not Allowed", sentence: "Only \(allowed) is answered here.",
      allow: allowed)
  }

  static let late = Refusal(
    status: 408, phrase: "Request Timeout", sentence: "The request took too long to arrive.")

  static let body = Refusal(
    status: 413, phrase: "Content Too Large", sentence: "A request may carry no content.")

  static func misdirected(to addresses: [String]) -> Refusal {
    Refusal(
      status: 421, phrase: "Misdirected Request",
      sentence: "This server answers only to \(addresses.joined(separator: ", ")).")
  }

  static let longHead = Refusal(
    status: 431, phrase: "Request Header Fields Too Large", sentence: "The request is too long.")

  static let full = Refusal(
    status: 503, phrase: "Service Unavailable", sentence: "Too many follow this page already.")

  static let version = Refusal(
    status: 505, phrase: "HTTP Version Not Supported", sentence: "HTTP/1.1 is spoken here.")
}
