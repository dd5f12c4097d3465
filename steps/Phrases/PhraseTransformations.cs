using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Phrases;

/// <summary>The phrases that step expressions name in braces.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class PhraseTransformations(Scene scene)
{
    /// <summary><c>{actor}</c>: a person's name, e.g. Alice.</summary>
    [StepArgumentTransformation(CallerPhrase.ActorPattern, Name = "actor")]
    public static ActorPhrase Actor(string text) => new(text);

    /// <summary><c>{caller}</c>: who makes a call, e.g. <c>Alice on "PHONE"</c>, <c>Alice with the access token "{renewed}"</c> (<c>in the query</c>), <c>an anonymous client</c>, <c>the application service as Bob</c> (<c>on "TABLET"</c>).</summary>
    [StepArgumentTransformation(CallerPhrase.Pattern, Name = "caller")]
    public static CallerPhrase Caller(string text) => CallerPhrase.Parse(text);

    /// <summary><c>{call}</c>: an operation with its arguments, e.g. <c>getDevice with deviceId "PHONE"</c>, <c>login with each body that is no JSON</c>; or <c>GET /path</c>.</summary>
    [StepArgumentTransformation(CallPhrase.Pattern, Name = "call")]
    public static CallPhrase Call(string text) => CallPhrase.Parse(text);

    /// <summary><c>{devices}</c>: device ids, e.g. <c>"PHONE" and "LAPTOP"</c>; an id may be <c>"{fresh.device}"</c>.</summary>
    [StepArgumentTransformation(DeviceListPhrase.Pattern, Name = "devices")]
    public DeviceListPhrase Devices(string text) => DeviceListPhrase.Parse(text, scene.FillIn);

    /// <summary><c>{answers}</c>: accepted answers, e.g. <c>404 M_NOT_FOUND or 403</c>; one may have to come <c>before authentication</c>, or <c>by soft logout</c>.</summary>
    [StepArgumentTransformation(AnswerPhrase.Pattern, Name = "answers")]
    public static AnswerPhrase Answers(string text) => AnswerPhrase.Parse(text);

    /// <summary><c>{expectation}</c>: what a member of a response must be, e.g. <c>a string, if present</c>.</summary>
    [StepArgumentTransformation(ExpectationPhrase.Pattern, Name = "expectation")]
    public ExpectationPhrase Expectation(string text) => ExpectationPhrase.Parse(text, scene.FillIn);

    /// <summary><c>{manner}</c>: how a stage is answered: <c>with a wrong answer</c> (or <c>password</c>), <c>without an answer</c>, <c>as Bob</c> or <c>without the session</c>.</summary>
    [StepArgumentTransformation(MannerPhrase.Pattern, Name = "manner")]
    public static MannerPhrase Manner(string text) => MannerPhrase.Parse(text);

    /// <summary><c>{page}</c>: how a fallback page is used: <c>its fallback page</c>, then <c>as Bob</c> or <c>with a wrong answer</c>.</summary>
    [StepArgumentTransformation(PagePhrase.Pattern, Name = "page")]
    public static PagePhrase Page(string text) => PagePhrase.Parse(text);

    /// <summary><c>{operation}</c>: an operation by its id, e.g. <c>deleteDevice</c>.</summary>
    [StepArgumentTransformation(OperationPhrase.Pattern, Name = "operation")]
    public static OperationPhrase Operation(string text) => new(text);

    /// <summary><c>{value}</c>: a text in quotes, a whole number, <c>true</c> or <c>false</c>.</summary>
    [StepArgumentTransformation(ValuePhrase.Pattern, Name = "value")]
    public static ValuePhrase Value(string text) => new(text);

    /// <summary><c>{addresses}</c>: email addresses and telephone numbers, e.g. <c>"{Alice.email}" and "{Alice.phone}"</c>.</summary>
    [StepArgumentTransformation(AddressListPhrase.Pattern, Name = "addresses")]
    public static AddressListPhrase Addresses(string text) => AddressListPhrase.Parse(text);
}
