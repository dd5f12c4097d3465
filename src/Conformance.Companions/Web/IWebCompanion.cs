namespace Conformance.Companions.Web;

/// <summary>A companion that is reached by HTTP.</summary>
internal interface IWebCompanion
{
    /// <summary>Answers a request; null where the path is not one of its own.</summary>
    WebAnswer? Answer(WebCall call);
}
