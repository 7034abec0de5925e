using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Parts of absolute URIs.</summary>
internal static class UriFunctions
{
    private const int MaxLength = 65_520;

    [WdlFunction("uriHost", 1)]
    public static JToken UriHost(Arguments arguments) => Tokens.Of(Read(arguments).Host);

    [WdlFunction("uriPath", 1)]
    public static JToken UriPath(Arguments arguments) => Tokens.Of(Read(arguments).AbsolutePath);

    [WdlFunction("uriPathAndQuery", 1)]
    public static JToken UriPathAndQuery(Arguments arguments) => Tokens.Of(Read(arguments).PathAndQuery);

    [WdlFunction("uriPort", 1)]
    public static JToken UriPort(Arguments arguments) => Tokens.Of((long)Read(arguments).Port);

    [WdlFunction("uriScheme", 1)]
    public static JToken UriScheme(Arguments arguments) => Tokens.Of(Read(arguments).Scheme);

    [WdlFunction("uriQuery", 1)]
    public static JToken UriQuery(Arguments arguments) => Tokens.Of(Read(arguments).Query);

    /// <summary>Inferred: the platform's sentence for a text that is no URI was not recorded. .NET 10 has no limit any more, the host's .NET 8 has.</summary>
    private static Uri Read(Arguments arguments) => arguments.String(0).Length < MaxLength && Uri.TryCreate(arguments.String(0), UriKind.Absolute, out var uri)
        ? uri
        : throw arguments.FailWithHelp($"expects its parameter to be a valid absolute URI. The provided value '{arguments.String(0)}' is not valid.");
}
