namespace Conformance.ReferenceServer.Models;

/// <summary>The types of user identifier objects ("Identifier types" of the client-server API).</summary>
internal static class IdentifierTypes
{
    public const string Phone = "m.id.phone";
    public const string ThirdParty = "m.id.thirdparty";
    public const string User = "m.id.user";
}
