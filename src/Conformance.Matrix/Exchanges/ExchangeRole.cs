namespace Conformance.Matrix.Exchanges;

/// <summary>Why the suite made an exchange. It decides whom a schema violation fails.</summary>
public enum ExchangeRole
{
    /// <summary>To prepare the scenario (Given). A violation is recorded in the report's responses and fails no scenario.</summary>
    SetUp,

    /// <summary>The scenario is about it (When).</summary>
    Subject,

    /// <summary>To see what the subject did (Then). A violation is recorded like that of a set-up exchange.</summary>
    Observation,

    /// <summary>To remove what the run made.</summary>
    CleanUp,
}
