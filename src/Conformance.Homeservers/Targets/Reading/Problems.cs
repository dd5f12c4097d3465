using Conformance.Homeservers.Targets.Description;
using Conformance.Spec;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Collects what is wrong with a target file, so that all errors are reported at once.</summary>
internal sealed class Problems
{
    private readonly List<(string File, int Line, string Message)> _found = [];

    public bool Any => _found.Count > 0;

    /// <summary>Adds a problem at a line of a file.</summary>
    public void Add(string file, int line, string message)
    {
        if (!_found.Contains((file, line, message)))
            _found.Add((file, line, message));
    }

    /// <summary>Adds a problem with a value.</summary>
    public void Add(SourceNode node, string message) => Add(node.File, node.Line, message);

    /// <summary>Throws if anything is wrong.</summary>
    /// <exception cref="TargetFileException">Something is wrong; the problems are in the order of the files.</exception>
    public void ThrowIfAny()
    {
        if (!Any)
            return;
        var files = _found.Select(problem => problem.File).Distinct(StringComparer.Ordinal).ToList();
        throw new TargetFileException([.. _found
            .OrderBy(problem => files.IndexOf(problem.File))
            .ThenBy(problem => problem.Line)
            .Select(problem => new Problem(problem.Message) { Place = ErrorPlace.InFile(problem.File, Math.Max(1, problem.Line)) })]);
    }
}
