namespace B2BConnector.Runtime.Definitions;

/// <summary>Writes JSON paths the way Newtonsoft does: a name with special characters stands in brackets.</summary>
internal static class JsonPath
{
    public static string Append(string path, string name)
    {
        var plain = name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '$');
        return plain ? path.Length == 0 ? name : $"{path}.{name}" : $"{path}['{name}']";
    }

    public static string Append(string path, int index) => $"{path}[{index}]";
}
