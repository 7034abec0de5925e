using System.Xml;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation.Faults;

/// <summary>Reads a rule from JSON and remembers everything that is wrong, so that one answer names all of it.</summary>
public sealed class RuleReader(JObject body)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    /// <summary>A name of the enum, in any case; required.</summary>
    public TKind Kind<TKind>(string name)
        where TKind : struct, Enum
    {
        var text = Text(name) ?? "";
        if (Array.Find(Enum.GetNames<TKind>(), known => string.Equals(known, text, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return Enum.Parse<TKind>(found);
        }

        _problems.Add($"'{name}' must be one of {string.Join(", ", Enum.GetNames<TKind>())}.");
        return default;
    }

    public string RequiredText(string name, string remedy)
    {
        if (Text(name) is { Length: > 0 } text)
        {
            return text;
        }

        _problems.Add($"'{name}' is missing. {remedy}");
        return "*";
    }

    public string? Text(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value.Type == JTokenType.String)
        {
            return (string?)value;
        }

        _problems.Add($"'{name}' must be a text.");
        return null;
    }

    public int Count(string name, int otherwise)
    {
        if (Value(name) is not { } value)
        {
            return otherwise;
        }

        if (value.Type == JTokenType.Integer && (long)value is >= int.MinValue and <= int.MaxValue and var count)
        {
            return (int)count;
        }

        _problems.Add($"'{name}' must be a whole number.");
        return otherwise;
    }

    /// <summary>An ISO 8601 duration.</summary>
    public TimeSpan? Duration(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            _problems.Add($"'{name}' must be an ISO 8601 duration like PT20S or PT5M.");
            return null;
        }
    }

    /// <exception cref="EmulatorFault">400 SBX0608: something was wrong, or the body has members nobody asked for.</exception>
    public void RequireSense(IEnumerable<string> more)
    {
        var unknown = body.Properties().Select(property => property.Name).Where(name => !_known.Contains(name)).ToList();
        if (unknown.Count > 0)
        {
            _problems.Add($"Unknown: {string.Join(", ", unknown)}. A switch has {string.Join(", ", _known)}.");
        }

        if (string.Join(" ", _problems.Concat(_problems.Count > 0 ? [] : more)) is { Length: > 0 } problems)
        {
            throw new EmulatorFault(400, "SBX0608", problems);
        }
    }

    private JToken? Value(string name)
    {
        _known.Add(name);
        return body[name] is { Type: not JTokenType.Null } value ? value : null;
    }
}
