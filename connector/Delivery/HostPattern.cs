using System.Globalization;
using System.Text.RegularExpressions;

namespace B2BConnector.Connector.Delivery;

/// <summary>One entry of the hosts that may be called: a host, or <c>*.</c> and the end of a host, and a port when it is not 443.</summary>
internal sealed partial record HostPattern(string Host, bool WithSubdomains, int Port)
{
    private const int PortOfHttps = 443;

    /// <summary>Null when the text is no such entry. <c>*.com</c> is none: it would allow everybody.</summary>
    public static HostPattern? Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var port = match.Groups["port"].Success ? int.Parse(match.Groups["port"].Value, CultureInfo.InvariantCulture) : PortOfHttps;
        var (host, below) = (match.Groups["host"].Value.ToLowerInvariant(), match.Groups["any"].Success);
        return port is < 1 or > 65535 || (below && !host.Contains('.')) ? null : new HostPattern(host, below, port);
    }

    public bool Allows(string host, int port) =>
        port == Port && (WithSubdomains ? host.EndsWith("." + Host, StringComparison.Ordinal) : host == Host);

    [GeneratedRegex(@"\A(?<any>\*\.)?(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?|\[[0-9a-fA-F:.]{2,45}\])(?::(?<port>[0-9]{1,5}))?\z")]
    private static partial Regex Form();
}
