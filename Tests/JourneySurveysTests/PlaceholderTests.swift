import Testing

@testable import JourneySurveys
