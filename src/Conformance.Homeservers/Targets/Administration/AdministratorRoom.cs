using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Targets.Administration;

/// <summary>A room in which a homeserver takes commands and answers them.</summary>
/// <param name="alias">The room's alias.</param>
/// <param name="specification">The operations.</param>
/// <param name="send">Makes a call as the administrator, and gives its successful answer.</param>
/// <param name="patience">How long an answer may take.</param>
internal sealed class AdministratorRoom(
    string alias, Specification specification, Func<OperationCall, CancellationToken, Task<RecordedResponse>> send, TimeSpan patience)
{
    private const string NextStep = "check room, message and answer in the target file.";
    private const int LongestPollMilliseconds = 5_000;

    // A server that does not wait at a sync is not asked more often than this.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Says something, and waits for the answer.</summary>
    /// <param name="message">The message. May contain secrets.</param>
    /// <param name="answer">What the answer looks like; null to wait for none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The group of the answer; null where there is none.</returns>
    /// <exception cref="SuiteErrorException">No such answer comes in time.</exception>
    public async Task<string?> SayAsync(string message, Regex? answer, CancellationToken cancellationToken)
    {
        var room = await EnterAsync(cancellationToken);
        var since = answer is null ? null : Next(await SyncAsync(null, TimeSpan.Zero, cancellationToken));
        var sent = await CallAsync(
            Operations.SendMessage, cancellationToken, ("roomId", room), ("eventType", "m.room.message"),
            ("txnId", Guid.NewGuid().ToString("N")), ("msgtype", "m.text"), ("body", message));
        if (answer is null)
            return null;
        var own = sent.Json?.Text("event_id");
        var began = TimeProvider.System.GetTimestamp();
        var heard = 0;
        while (TimeProvider.System.GetElapsedTime(began) is var waited && waited < patience)
        {
            var sync = await SyncAsync(since, patience - waited, cancellationToken);
            foreach (var text in Messages(sync, room).Where(said => said.Text("event_id") != own).Select(Body).OfType<string>())
            {
                heard++;
                if (answer.Match(text) is { Success: true } match)
                    return match.Groups.Count > 1 ? match.Groups[1].Value : null;
            }

            since = Next(sync);
            await Task.Delay(Pause, cancellationToken);
        }

        throw new SuiteErrorException(
            FormattableString.Invariant(
                $"{alias} has no answer like \"{answer}\" within {patience.TotalSeconds:0.#} s ({heard} other messages came)"),
            NextStep);
    }

    private async Task<string> EnterAsync(CancellationToken cancellationToken)
    {
        var found = await CallAsync(Operations.GetRoomIdByAlias, cancellationToken, ("roomAlias", alias));
        var room = found.Json?.Text("room_id")
            ?? throw new SuiteErrorException($"the server names no room of the alias {alias}", NextStep);
        var joined = await CallAsync(Operations.GetJoinedRooms, cancellationToken);
        if (joined.Json?.Items("joined_rooms")?.Any(each => each.Text() == room) != true)
            await CallAsync(Operations.JoinRoomById, cancellationToken, ("roomId", room));
        return room;
    }

    private Task<RecordedResponse> SyncAsync(string? since, TimeSpan most, CancellationToken cancellationToken)
    {
        var timeout = Math.Min((int)most.TotalMilliseconds, LongestPollMilliseconds);
        return since is null
            ? CallAsync(Operations.Sync, cancellationToken, ("timeout", timeout))
            : CallAsync(Operations.Sync, cancellationToken, ("timeout", timeout), ("since", since));
    }

    private Task<RecordedResponse> CallAsync(
        string operation, CancellationToken cancellationToken, params (string Name, JsonNode? Value)[] arguments) =>
        send(
            new OperationCall
            {
                Operation = specification.GetOperation(operation),
                Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal),
            },
            cancellationToken);

    private static string? Next(RecordedResponse sync) => sync.Json?.Text("next_batch");

    private static IEnumerable<JsonElement> Messages(RecordedResponse sync, string room) =>
        sync.Json?.Member("rooms")?.Member("join")?.Member(room)?.Member("timeline")?.Items("events") ?? [];

    private static string? Body(JsonElement message) => message.Member("content")?.Text("body");
}
