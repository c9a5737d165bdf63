import Testing

@testable import JourneyMining
