namespace Reqnroll;

/// <summary>Writes to the scenario's output, which is shown with its result.</summary>
public interface IReqnrollOutputHelper
{
    /// <summary>Adds a line.</summary>
    void WriteLine(string message);

    /// <summary>Adds a line.</summary>
    /// <param name="format">A composite format.</param>
    /// <param name="args">What is put into it.</param>
    void WriteLine(string format, params object[] args);

    /// <summary>Names a file that belongs to the result.</summary>
    void AddAttachment(string filePath);
}
