namespace Conformance.Reports.Model;

/// <summary>What kind of thing stands behind failures that belong together.</summary>
public enum CauseKind
{
    /// <summary>An operation that the server does not have: 404 or 405, with <c>M_UNRECOGNIZED</c> or without a Matrix error.</summary>
    NotImplemented,

    /// <summary>The server fails to handle a request: it answers with a status of 500 or above.</summary>
    ServerError,

    /// <summary>The server does something other than the specification says.</summary>
    Deviation,
}
