using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>One way to authenticate.</summary>
internal interface IUiaStage
{
    /// <summary>Its type, e.g. <c>m.login.password</c>.</summary>
    string Type { get; }

    /// <summary>Whether it is for registration only, by its clause.</summary>
    bool IsForRegistrationOnly { get; }

    /// <summary>Whether the options let the server offer it.</summary>
    bool IsAvailable => true;

    /// <summary>Whether the owner of an account has what it takes, e.g. a password.</summary>
    bool IsPossibleFor(Account owner) => true;

    /// <summary>What a client must know to attempt it; null for nothing.</summary>
    JsonObject? Params();

    /// <summary>Attempts it: returns if the attempt succeeds.</summary>
    /// <exception cref="MatrixException">The attempt failed. With the status 401 the client may try again; another status goes to the
    /// client as a plain error.</exception>
    ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken);

    /// <summary>The stage's own page, if the stage is performed elsewhere; null if the common form performs it.</summary>
    Reply? OwnPage(UiaSession session) => null;

    /// <summary>The page's form fields for it, as HTML.</summary>
    string FormFields();

    /// <summary>The submitted form, as an <c>auth</c> object.</summary>
    JsonObject ReadForm(IReadOnlyDictionary<string, string> fields);
}
