using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Parts of absolute URIs.</summary>
internal static class UriFunctions
{
    [WdlFunction("uriHost", 1)]
    public static JToken UriHost(Arguments arguments) => new JValue(Read(arguments).Host);

    [WdlFunction("uriPath", 1)]
    public static JToken UriPath(Arguments arguments) => new JValue(Read(arguments).AbsolutePath);

    [WdlFunction("uriPathAndQuery", 1)]
    public static JToken UriPathAndQuery(Arguments arguments) => new JValue(Read(arguments).PathAndQuery);

    [WdlFunction("uriPort", 1)]
    public static JToken UriPort(Arguments arguments) => new JValue((long)Read(arguments).Port);

    [WdlFunction("uriScheme", 1)]
    public static JToken UriScheme(Arguments arguments) => new JValue(Read(arguments).Scheme);

    [WdlFunction("uriQuery", 1)]
    public static JToken UriQuery(Arguments arguments) => new JValue(Read(arguments).Query);

    /// <summary>Inferred: the platform's sentence for a text that is no URI was not recorded.</summary>
    private static Uri Read(Arguments arguments) => Uri.TryCreate(arguments.String(0), UriKind.Absolute, out var uri)
        ? uri
        : throw arguments.FailWithHelp($"expects its parameter to be a valid absolute URI. The provided value '{arguments.String(0)}' is not valid.");
}
