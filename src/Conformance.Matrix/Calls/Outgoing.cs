using Conformance.Matrix.Exchanges;
using Conformance.Spec;

namespace Conformance.Matrix.Calls;

/// <summary>A request ready to go out.</summary>
internal sealed record Outgoing(RecordedRequest Request, Operation? Operation, Caller Caller, ExchangeRole Role, bool ObeyRateLimit);
