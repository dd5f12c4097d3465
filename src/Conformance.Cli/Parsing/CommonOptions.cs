using System.CommandLine;

namespace Conformance.Cli.Parsing;

/// <summary>Options of more than one verb.</summary>
internal static class CommonOptions
{
    public static Option<string[]> Tags() =>
        Options.Texts("--tags", "EXPRESSION",
            "Only scenarios whose tags match this, e.g. \"@DEV-14 or (@UIA-10 and not @UIA-11)\"; if given twice, both must match.");

    public static Option<string[]> Filter() =>
        Options.Texts("--filter", "TEXT",
            "Only scenarios about this requirement (DEV-14) or chapter (DEV), or with this text in their title or file; if given twice, either may match.");

    public static Option<string?> Features() =>
        Options.Text("--features", "DIR", "Features (and requirements.yaml files) from this folder in place of the built-in ones.");

    public static Option<string?> Schemas() =>
        Options.Text("--schemas", "DIR",
            "The specification's data from this folder in place of the built-in data; the folder has a subfolder for each version, e.g. v1.19.");

    public static Option<string[]> Faults() =>
        Options.Texts(
            "--fault", "NAME", "Switch on a fault of the reference homeserver, to see what finds it; may be given more than once.");
}
