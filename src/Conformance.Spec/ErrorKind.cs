namespace Conformance.Spec;

/// <summary>Who can put an error right. The value is the exit code of the command.</summary>
public enum ErrorKind
{
    /// <summary>The user: the command line, a file that it names, or a feature is at fault.</summary>
    Usage = 2,

    /// <summary>The owner of the target, which cannot be reached or used.</summary>
    Target = 3,

    /// <summary>The authors of the suite: it is at fault itself.</summary>
    Suite = 4,
}
