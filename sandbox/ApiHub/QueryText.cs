namespace B2BConnector.ApiHub;

/// <summary>A query string whose untouched parts stay byte for byte as received.</summary>
internal sealed class QueryText(string? received)
{
    private readonly List<string> _parts = [.. (received ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)];

    public string? this[string name] => _parts.Where(part => Is(part, name)).Select(Value).FirstOrDefault();

    public void Set(string name, string value)
    {
        _parts.RemoveAll(part => Is(part, name));
        Add(name, value);
    }

    public void Add(string name, string value) => _parts.Add($"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");

    public override string ToString() => _parts.Count == 0 ? "" : "?" + string.Join('&', _parts);

    private static bool Is(string part, string name) => string.Equals(Decode(part.Split('=', 2)[0]), name, StringComparison.OrdinalIgnoreCase);

    private static string Value(string part) => part.Split('=', 2) is [_, var value] ? Decode(value) : "";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
