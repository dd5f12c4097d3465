using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Reqnroll;

namespace Conformance.Steps.Scenes;

/// <summary>The phrases that step expressions name in braces.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class PhraseTransformations(Scene scene)
{
    /// <summary><c>{actor}</c>: a person's name, e.g. Alice.</summary>
    [StepArgumentTransformation(CallerPhrase.ActorPattern, Name = "actor")]
    public static ActorPhrase Actor(string text) => new(text);

    /// <summary><c>{caller}</c>: who makes a call, e.g. <c>Alice</c>, <c>Alice on "PHONE"</c>, <c>Alice with the access token
    /// "{renewed}"</c>, <c>somebody</c> (without an access token), <c>the new session</c> (that of the last login or registration), <c>a
    /// client with an unknown token</c>, <c>the application service</c>, <c>the application service as Bob</c> (<c>on
    /// "TABLET"</c>).</summary>
    [StepArgumentTransformation(CallerPhrase.Pattern, Name = "caller")]
    public static CallerPhrase Caller(string text) => CallerPhrase.Parse(text);

    /// <summary><c>{devices}</c>: device ids, e.g. <c>"PHONE" and "LAPTOP"</c>; an id may be <c>"{fresh.device}"</c>.</summary>
    [StepArgumentTransformation(DeviceListPhrase.Pattern, Name = "devices")]
    public DeviceListPhrase Devices(string text) => DeviceListPhrase.Parse(text, scene.FillIn);

    /// <summary><c>{answers}</c>: accepted answers, a status or a class of them (<c>4xx</c>), and an error code where it matters, e.g.
    /// <c>404 M_NOT_FOUND or 403</c>.</summary>
    [StepArgumentTransformation(AnswerPhrase.Pattern, Name = "answers")]
    public static AnswerPhrase Answers(string text) => AnswerPhrase.Parse(text);

    /// <summary><c>{expectation}</c>: what a member of a response must be, e.g. <c>a string, if present</c>.</summary>
    [StepArgumentTransformation(ExpectationPhrase.Pattern, Name = "expectation")]
    public ExpectationPhrase Expectation(string text) => ExpectationPhrase.Parse(text, scene.FillIn);

    /// <summary><c>{operation}</c>: an operation by its id, e.g. <c>deleteDevice</c>.</summary>
    [StepArgumentTransformation(OperationPhrase.Pattern, Name = "operation")]
    public static OperationPhrase Operation(string text) => new(text);

    /// <summary><c>{session}</c>: a kind of session, e.g. <c>a refreshed session</c>.</summary>
    /// <exception cref="SuiteErrorException">There is no such kind.</exception>
    [StepArgumentTransformation(SessionKind.Pattern, Name = "session")]
    public static SessionKind Session(string text) => SessionKind.Find(text)
        ?? throw Unknown("session", text, SessionKind.All.Select(kind => kind.Name));

    /// <summary><c>{token}</c>: a kind of token, e.g. <c>a refresh token</c>.</summary>
    /// <exception cref="SuiteErrorException">There is no such kind.</exception>
    [StepArgumentTransformation(TokenKind.Pattern, Name = "token")]
    public static TokenKind Token(string text) => TokenKind.Find(text)
        ?? throw Unknown("token", text, TokenKind.All.Select(kind => kind.Name));

    /// <summary><c>{value}</c>: a text in quotes, a whole number, <c>true</c> or <c>false</c>.</summary>
    [StepArgumentTransformation(ValuePhrase.Pattern, Name = "value")]
    public static ValuePhrase Value(string text) => new(text);

    /// <summary><c>{addresses}</c>: email addresses and telephone numbers, e.g. <c>"{Alice.email}" and "{Alice.phone}"</c>.</summary>
    [StepArgumentTransformation(AddressListPhrase.Pattern, Name = "addresses")]
    public static AddressListPhrase Addresses(string text) => AddressListPhrase.Parse(text);

    private static SuiteErrorException Unknown(string what, string text, IEnumerable<string> known) =>
        new($"the feature speaks of \"{text}\", which is not a kind of {what}", $"choose from {string.Join(", ", known)}.");
}
