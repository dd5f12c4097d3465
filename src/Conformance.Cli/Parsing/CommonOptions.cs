using System.CommandLine;

namespace Conformance.Cli.Parsing;

/// <summary>Options that more than one verb has.</summary>
internal static class CommonOptions
{
    public static Option<string[]> Tags() =>
        Options.Texts("--tags", "EXPRESSION",
            "Only scenarios whose tags meet this, e.g. \"@DEV-14 or (@UIA-10 and not @UIA-11)\"; given twice, both must hold.");

    public static Option<string[]> Filter() =>
        Options.Texts("--filter", "TEXT",
            "Only scenarios about this requirement id, or with this text in their title or file; given twice, one must hold.");

    public static Option<string?> Features() =>
        Options.Text("--features", "DIR", "Features (and requirements.yaml files) from this folder in place of the built-in ones.");

    public static Option<string?> Schemas() =>
        Options.Text("--schemas", "DIR",
            "The specification's data from this folder in place of the built-in one; it holds a folder for each version, e.g. v1.19.");

    public static Option<string[]> Faults() =>
        Options.Texts(
            "--fault", "NAME", "Switch on a fault of the reference homeserver, to see what finds it; may be given more than once.");
}
