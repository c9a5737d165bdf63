import Testing

@testable import EventCounting
