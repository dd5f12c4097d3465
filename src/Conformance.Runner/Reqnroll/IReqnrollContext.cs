namespace Reqnroll;

/// <summary>What every context knows.</summary>
public interface IReqnrollContext
{
    /// <summary>What went wrong first; null where nothing did.</summary>
    Exception? TestError { get; }
}
