namespace Conformance.Cli.Verbs;

/// <summary>What the verb <c>companions</c> prints.</summary>
internal enum CompanionsPart
{
    /// <summary>Everything.</summary>
    All,

    /// <summary>The registration of the application service.</summary>
    Registration,

    /// <summary>The settings of Synapse.</summary>
    Synapse,
}
