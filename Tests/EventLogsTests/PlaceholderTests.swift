import Testing

@testable import EventLogs
