namespace B2BConnector.Runtime.Storage;

/// <summary>How records name the parts that the history must not show.</summary>
internal static class Secure
{
    public static string? Text(bool inputs, bool outputs) => (inputs, outputs) switch
    {
        (true, true) => "inputs,outputs",
        (true, false) => "inputs",
        (false, true) => "outputs",
        _ => null,
    };

    public static bool Hides(string? secured, string part) => secured?.Split(',').Contains(part) == true;
}
