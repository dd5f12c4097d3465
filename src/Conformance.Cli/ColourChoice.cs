namespace Conformance.Cli;

/// <summary>The values of <c>--color</c>.</summary>
internal enum ColourChoice
{
    /// <summary>Where the output is a terminal.</summary>
    Auto,

    /// <summary>Also into a file or a pipe.</summary>
    Always,

    /// <summary>Not at all.</summary>
    Never,
}
