using Conformance.Cli.Verbs;

namespace Conformance.Cli.Tests;

/// <summary>Runs command lines in this process and keeps what they write.</summary>
internal sealed class TestShell : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>Standard output.</summary>
    public string Output => _output.ToString();

    /// <summary>Standard error.</summary>
    public string Error => _error.ToString();

    /// <summary>Runs a command line.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(params string[] arguments) => RunAsync(CancellationToken.None, arguments);

    /// <summary>Runs a command line that can be cancelled.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        new CommandLine(new Shell { Output = _output, Error = _error }).RunAsync(arguments, cancellationToken);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
