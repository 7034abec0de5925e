namespace B2BConnector.Wdl.Syntax;

/// <summary>Writes paths the way Newtonsoft does, so that they can be looked up with SelectToken.</summary>
internal static class JsonPath
{
    public static string Member(string path, string name)
    {
        var simple = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
        if (!simple)
        {
            return $"{path}['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";
        }
        return path.Length == 0 ? name : $"{path}.{name}";
    }

    public static string Index(string path, int index) => $"{path}[{index}]";
}
