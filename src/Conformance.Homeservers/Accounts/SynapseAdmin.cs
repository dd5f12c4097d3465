using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;

namespace Conformance.Homeservers.Accounts;

/// <summary>
/// Registration with Synapse's shared secret, which the specification does not cover. It makes accounts, and an administrator.
/// </summary>
/// <param name="baseUrl">The server's base URL.</param>
/// <param name="sharedSecret">Its <c>registration_shared_secret</c>. A secret.</param>
/// <param name="timeout">How long one request may take.</param>
internal sealed class SynapseAdmin(Uri baseUrl, string sharedSecret, TimeSpan timeout) : IAccountMaker, IDisposable
{
    private const string RegisterPath = "/_synapse/admin/v1/register";

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = baseUrl, Timeout = timeout };
    private readonly Redactor _redactor = new();
    private string? _accessToken;

    /// <inheritdoc/>
    public async Task<Account> MakeAsync(string localpart, string password, CancellationToken cancellationToken)
    {
        var answer = await RegisterAsync(localpart, password, isAdministrator: false, cancellationToken);
        return new Account(Text(answer, "user_id", RegisterPath), password);
    }

    /// <summary>Makes an administrator, once.</summary>
    /// <returns>The administrator's access token.</returns>
    /// <exception cref="SuiteErrorException">The server refuses.</exception>
    /// <exception cref="NotCheckedException">The server does not answer.</exception>
    public async Task<string> AdministratorTokenAsync(CancellationToken cancellationToken)
    {
        if (_accessToken is null)
        {
            var name = $"conformance-admin-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
            var answer = await RegisterAsync(name, RandomNumberGenerator.GetHexString(32), isAdministrator: true, cancellationToken);
            _accessToken = Text(answer, "access_token", RegisterPath);
        }

        return _accessToken;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<JsonElement> RegisterAsync(
        string localpart, string password, bool isAdministrator, CancellationToken cancellationToken)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, RegisterPath);
        var nonce = Text(await SendAsync(ask, cancellationToken), "nonce", RegisterPath);
        using var make = new HttpRequestMessage(HttpMethod.Post, RegisterPath)
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["nonce"] = nonce,
                ["username"] = localpart,
                ["password"] = password,
                ["admin"] = isAdministrator,
                ["mac"] = Mac(sharedSecret, nonce, localpart, password, isAdministrator),
            }),
        };
        return await SendAsync(make, cancellationToken);
    }

    /// <summary>The proof that the caller knows the shared secret, bound to the request.</summary>
    internal static string Mac(string secret, string nonce, string localpart, string password, bool isAdministrator)
    {
        var message = Encoding.UTF8.GetBytes($"{nonce}\0{localpart}\0{password}\0{(isAdministrator ? "admin" : "notadmin")}");
#pragma warning disable CA5350 // The server wants SHA-1.
        return Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), message));
#pragma warning restore CA5350
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var tried = $"{request.Method} {baseUrl.GetLeftPart(UriPartial.Authority)}{request.RequestUri}";
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var json = ServerJson.Read(body);
            if (response.IsSuccessStatusCode && json is { } answer)
                return answer;
            var code = json?.Text("errcode") is { } text ? $" {text}" : "";
            throw new SuiteErrorException(
                FormattableString.Invariant($"{tried} answers {(int)response.StatusCode}{_redactor.Text(code)}"),
                "the shared secret must be the server's registration_shared_secret, and its listener must serve /_synapse/admin.");
        }
        catch (Exception exception)
            when (exception is HttpRequestException
                || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new NotCheckedException($"{tried} got no answer", exception);
        }
    }

    private string Text(JsonElement answer, string member, string path) =>
        answer.Text(member)
            ?? throw new SuiteErrorException(
                $"{baseUrl.GetLeftPart(UriPartial.Authority)}{path} answers without {member}",
                "is it Synapse?");
}
