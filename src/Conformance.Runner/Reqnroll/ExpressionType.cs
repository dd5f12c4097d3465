namespace Reqnroll;

/// <summary>How a step definition's expression is to be read.</summary>
public enum ExpressionType
{
    /// <summary>By its look: a regular expression where it is anchored (<c>^...$</c>) or uses what only those have; else a cucumber expression.</summary>
    Unspecified,

    /// <summary>As a cucumber expression.</summary>
    CucumberExpression,

    /// <summary>As a regular expression, which has to match the whole text.</summary>
    RegularExpression,
}
