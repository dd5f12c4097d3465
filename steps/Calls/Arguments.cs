using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Conformance.Steps.Tables;
using Reqnroll;

namespace Conformance.Steps.Calls;

/// <summary>The arguments of a call, as a step gives them.</summary>
/// <param name="scene">The scenario, which fills in <c>{name}</c>.</param>
public sealed class Arguments(Scene scene)
{
    /// <summary>One argument.</summary>
    public JsonObject Of(string name, ValuePhrase value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new JsonObject { [name] = JsonNode.Parse(scene.FillInJson(value.Json)) };
    }

    /// <summary>
    /// The arguments of a table: a name and a value in each row. A dotted name is a member inside a member. A value is text, unless it is
    /// written as JSON
    /// (<c>true</c>, <c>null</c>, <c>5</c>, <c>[…]</c>, <c>{…}</c>, <c>"…"</c>): text that would be taken for JSON stands in quotes.
    /// </summary>
    /// <exception cref="SuiteErrorException">A name is given twice.</exception>
    public JsonObject Of(DataTable table) => Of(Pairs.Of(table));

    /// <summary>Arguments by name, written as in a table.</summary>
    /// <exception cref="SuiteErrorException">A name is given twice.</exception>
    public JsonObject Of(IEnumerable<(string Name, string Value)> written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var arguments = new JsonObject();
        foreach (var (name, value) in written)
            Put(arguments, name, Value(value));
        return arguments;
    }

    /// <summary>The members of a JSON object in a doc string.</summary>
    /// <exception cref="SuiteErrorException">The text is not a JSON object.</exception>
    public JsonObject OfBody(string body)
    {
        try
        {
            if (JsonNode.Parse(scene.FillInJson(body)) is JsonObject members)
                return members;
        }
        catch (JsonException)
        {
            // It is said below.
        }

        throw new SuiteErrorException(
            $"the body {body.ReplaceLineEndings(" ")} is not a JSON object",
            "write one; \"is called with a body that is not JSON\" sends what is none.");
    }

    private JsonNode? Value(string cell)
    {
        if (!LooksLikeJson(cell))
            return JsonValue.Create(scene.FillIn(cell));
        try
        {
            return JsonNode.Parse(scene.FillInJson(cell));
        }
        catch (JsonException)
        {
            throw new SuiteErrorException(
                $"the table's value {cell} begins like JSON but is not valid JSON",
                "put text into quotes.");
        }
    }

    // {Alice.user_id} begins like an object and is text, whatever it stands for.
    private static bool LooksLikeJson(string cell) => cell switch
    {
        ['"', ..] or ['[', ..] or "{}" or "true" or "false" or "null" => true,
        ['{', .. var rest] => rest.TrimStart() is ['"', ..],
        _ => long.TryParse(cell, CultureInfo.InvariantCulture, out _),
    };

    private static void Put(JsonObject arguments, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var owner = arguments;
        foreach (var name in names[..^1])
        {
            if (owner[name] is not JsonObject inner)
                owner[name] = inner = [];
            owner = inner;
        }

        if (!owner.TryAdd(names[^1], value))
            throw new SuiteErrorException($"the table gives the argument \"{path}\" twice", "remove one row.");
    }
}
