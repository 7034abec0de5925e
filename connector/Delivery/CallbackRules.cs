using System.Net;
using System.Net.Sockets;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Delivery;

/// <summary>
/// Which callback addresses are accepted. A callback address is a secret of the subscriber, so no sentence here repeats more of it
/// than its host.
/// </summary>
internal sealed class CallbackRules(IOptions<WebhookOptions> options, IHostEnvironment environment, AddressRules addresses, HostLookup lookup)
{
    public const int Longest = 4000;

    private readonly IReadOnlyList<HostPattern> _hosts = [.. options.Value.AllowedHosts.Select(HostPattern.Parse).OfType<HostPattern>()];

    /// <summary>What is wrong with a callback address, or null. Nothing is asked of any name server.</summary>
    public string? ProblemOf(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "callbackUrl is required.";
        }

        if (text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var callback))
        {
            return $"Give an absolute https address of at most {Longest} characters.";
        }

        if (callback.Scheme != Uri.UriSchemeHttps && !(callback.Scheme == Uri.UriSchemeHttp && environment.IsDevelopment()))
        {
            return "Only https is called.";
        }

        if (callback.UserInfo.Length > 0 || callback.Fragment.Length > 0)
        {
            return "Leave out user name, password and fragment.";
        }

        var host = HostOf(callback);
        if (IPAddress.TryParse(host, out var literal) && !addresses.Allows(literal))
        {
            return $"The address {host} is not one that may be called.";
        }

        return IsAllowed(callback, host) ? null : $"The host '{host}' (port {callback.Port}) is not listed in Webhooks:Hosts. The administrator of the service can add it.";
    }

    /// <summary>As <see cref="ProblemOf"/>, and looks up the host: one that leads to forbidden addresses only is refused at once, one that is not found is not.</summary>
    public async Task<string?> ProblemOfAsync(string? text, CancellationToken cancel)
    {
        if (ProblemOf(text) is { } problem)
        {
            return problem;
        }

        var host = HostOf(new Uri(text!));
        if (IPAddress.TryParse(host, out _))
        {
            return null;
        }

        try
        {
            var found = await lookup(host, cancel);
            return found.Length > 0 && !found.Any(addresses.Allows) ? $"The host '{host}' leads to an address that may not be called." : null;
        }
        catch (SocketException)
        {
            // A name server that fails now need not fail later; each delivery looks again anyway.
            return null;
        }
    }

    /// <summary>In lower case, in the letters of DNS, without the dot that may end a name and without the brackets of IPv6.</summary>
    public static string HostOf(Uri callback) => callback.IdnHost.TrimEnd('.').Trim('[', ']').ToLowerInvariant();

    private bool IsAllowed(Uri callback, string host) =>
        (environment.IsDevelopment() && callback.IsLoopback) || _hosts.Any(pattern => pattern.Allows(callback.HostNameType == UriHostNameType.IPv6 ? $"[{host}]" : host, callback.Port));
}
