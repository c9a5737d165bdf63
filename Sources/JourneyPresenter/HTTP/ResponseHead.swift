#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The first line and the fields of a response.
///
/// Every connection carries one answer: there is then no second request to be read wrongly, and no
/// idle connection to keep.
struct ResponseHead: Sendable {
  private var lines: [String]

  private init(_ status: String, type: String) {
    lines = [
      "HTTP/1.1 \(status)",
      "Content-Type: \(type)",
      "Connection: close",
      "Cache-Control: no-store",
      "Content-Security-Policy: frame-ancestors 'none'",
      "Cross-Origin-Opener-Policy: same-origin",
      "Cross-Origin-Resource-Policy: same-origin",
      "Referrer-Policy: no-referrer",
      "X-Content-Type-Options: nosniff",
    ]
  }

  /// The page; what it may load and run is said in the page itself.
  static func page(length: Int, cookie: String) -> ResponseHead {
    var head = ResponseHead("200 OK", type: "text/html; charset=utf-8")
    head.lines.append("Content-Length: \(length)")
    head.lines.append("Set-Cookie: \(cookie); Path=/events; HttpOnly; SameSite=Strict")
    return head
  }

  /// Events without an end.
  static let events = ResponseHead("200 OK", type: "text/event-stream; charset=utf-8")

  static func refusal(_ refusal: Refusal, length: Int) -> ResponseHead {
    var head = ResponseHead(
      "\(refusal.status) \(refusal.phrase)", type: "text/plain; charset=utf-8")
    head.lines.append("Content-Length: \(length)")
    if let allow = refusal.allow { head.lines.append("Allow: \(allow)") }
    return head
  }

  var bytes: Data { Data((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) }
}
