// Who imports JourneyKit gets the whole pipeline; who needs less imports the module that has it.
@_exported public import JourneyAnalysis
@_exported public import JourneyComparison
@_exported public import JourneyDecisions
@_exported public import JourneyDiagrams
@_exported public import JourneyFormats
@_exported public import JourneyGuardrails
@_exported public import JourneyModel
@_exported public import JourneyPortfolio
@_exported public import JourneyReports
