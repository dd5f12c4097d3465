using System.Text.Json;
using Conformance.JsonSchema;
using Conformance.JsonSchema.Compiled;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Judging;

/// <summary>An answer under judgement, with what the specification documents for it. Each thing is worked out once for all
/// checks.</summary>
internal sealed class Answer
{
    private readonly Specification _specification;
    private readonly Lazy<JsonScan> _scan;
    private readonly Lazy<CompiledSchema?> _schema;
    private readonly Lazy<IReadOnlyList<SchemaFinding>> _schemaFindings;

    public Answer(
        Exchange exchange, RecordedResponse response, Specification specification, SpecVersion underTest, Redactor redactor)
    {
        Redactor = redactor;
        _specification = specification;
        Exchange = exchange;
        Response = response;
        Documented = exchange.Operation?.ResponseFor(response.Status);
        MediaType = response.Header("Content-Type")?.Split(';')[0].Trim();
        Expectation = Expect();
        _scan = new(() => JsonScan.Of(response.Body.Span));
        _schema = new(() => Operation is not { } operation ? null
            : (Documented ?? Success) is { Schema: not null } documented ? specification.ResponseSchema(operation, documented, underTest)
            : IsUndocumentedChallenge && specification.TryGetOperation(Operations.DocumentsChallenge, out var model)
                && model.ResponseFor(Status) is { Schema: not null } challenge
                ? specification.ResponseSchema(model, challenge, underTest)
                : null);
        _schemaFindings = new(() => Schema?.Validate(response.Body.Span) ?? []);
    }

    /// <summary>Masks what checks quote.</summary>
    public Redactor Redactor { get; }

    public Exchange Exchange { get; }

    public RecordedResponse Response { get; }

    public Operation? Operation => Exchange.Operation;

    public int Status => Response.Status;

    /// <summary>What the specification documents for this status; null if nothing.</summary>
    public DocumentedResponse? Documented { get; }

    /// <summary>The media type of the Content-Type, without parameters; null without that header.</summary>
    public string? MediaType { get; }

    public bool IsJsonMediaType => string.Equals(MediaType, "application/json", StringComparison.OrdinalIgnoreCase);

    public BodyExpectation Expectation { get; }

    /// <summary>The body read strictly.</summary>
    public JsonScan Scan => _scan.Value;

    /// <summary>The body, if it must be JSON and is JSON; else null.</summary>
    public JsonElement? Json => Expectation == BodyExpectation.Json && Scan.IsJson ? Response.Json : null;

    /// <summary>The schema of this operation and status; null if there is none.</summary>
    public CompiledSchema? Schema => _schema.Value;

    /// <summary>JSON Pointers to the members that the schema of a success does not know; errors may have other members.</summary>
    public IReadOnlyList<string> UnknownMembers(int most) =>
        Status < 300 && Operation is { } operation && Documented is { Schema: not null } documented && Json is { } body
            ? _specification.ResponseMembers(operation, documented)?.Unknown(body, most) ?? []
            : [];

    /// <summary>What the schema finds wrong with the body.</summary>
    public IReadOnlyList<SchemaFinding> SchemaFindings => _schemaFindings.Value;

    /// <summary>How a message names the answer: <c>getDevice 404</c>, or method, path and status where there is no operation.</summary>
    public string Name => Operation is { } operation
        ? $"{operation.Id} {Status}"
        : $"{Exchange.Request.Method} {Exchange.Request.Url.AbsolutePath} {Status}";

    public bool IsClientError => Status is >= 400 and <= 499;

    // A success that is not documented is held against the one that is: its status is wrong, and its body may be so, too.
    private DocumentedResponse? Success => Documented is null && IsUndocumentedSuccess
        ? Operation!.Responses.FirstOrDefault(response => response.Status.StartsWith('2'))
        : null;

    private bool IsUndocumentedSuccess => Operation is { } operation && Status is >= 200 and < 300 && Documented is null
        && !StatusRules.Known.AllowsBeside(operation.Id, Status);

    // The source of some operations with user-interactive authentication, uploadCrossSigningKeys for one, documents no 401.
    private bool IsUndocumentedChallenge => Status == 401 && Documented is null && Json is { } body && ErrorShape.IsChallenge(body);

    private BodyExpectation Expect()
    {
        if (Exchange.Request.Method is "HEAD" or "OPTIONS" || Status is < 200 or 204 or 304)
            return BodyExpectation.None;
        if (Operation is null)
            return IsJsonMediaType || (IsClientError && Exchange.IsOfApi && Status is not (408 or 413 or 414 or 431))
                ? BodyExpectation.Json
                : BodyExpectation.None;
        var documentsJson = (Documented ?? Success)?.MediaTypes.Contains("application/json", StringComparer.OrdinalIgnoreCase) ?? false;
        var documentsOther = (Documented ?? Success)?.MediaTypes
            .Any(type => !type.Equals("application/json", StringComparison.OrdinalIgnoreCase)) ?? false;
        if (documentsOther && (!documentsJson || !IsJsonMediaType))
            return BodyExpectation.None;
        return Status switch
        {
            // "API Standards": every endpoint returns a JSON object, whether its source documents a body or not.
            < 300 => Documented is null && !IsUndocumentedSuccess ? BodyExpectation.None : BodyExpectation.Json,
            < 400 or >= 500 => documentsJson ? BodyExpectation.Json : BodyExpectation.None,
            _ => IsOutsideMatrix() ? BodyExpectation.None : BodyExpectation.Json,
        };
    }

    /// <summary>
    /// Whether a 4xx may come from something that does not speak Matrix. The standard error is demanded of "errors which occur at the
    /// Matrix API level" only:
    /// the files under /.well-known/ are served by any web server, and a request too large may be refused by a proxy before Matrix sees it.
    /// </summary>
    private bool IsOutsideMatrix() =>
        !IsJsonMediaType
        && (Operation!.Path.StartsWith("/.well-known/", StringComparison.Ordinal) || Status is 408 or 413 or 414 or 431);
}
