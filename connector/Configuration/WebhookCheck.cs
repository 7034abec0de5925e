using System.Net;
using B2BConnector.Connector.Delivery;

namespace B2BConnector.Connector.Configuration;

/// <summary>Problems of the section Webhooks.</summary>
internal static class WebhookCheck
{
    private const int ShortestSecret = 32;
    private const int Most = 100;

    public static void Run(WebhookOptions options, bool development, List<string> problems)
    {
        for (var index = 0; index < options.Keys.Count; index++)
        {
            var (path, key) = ($"Webhooks:Keys:{index}", options.Keys[index]);
            if (key.Id.Length is 0 or > 50 || !key.Id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            {
                problems.Add($"{path}:id must have 1 to 50 letters, digits, - and _.");
            }

            if (key.Secret.Length < (development ? 1 : ShortestSecret))
            {
                problems.Add($"{path}:secret is too short. Give at least {ShortestSecret} random characters.");
            }
        }

        foreach (var twice in options.Keys.GroupBy(key => key.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            problems.Add($"Webhooks:Keys holds the id '{twice.Key}' twice. Give every key an id of its own.");
        }

        problems.AddRange(options.Hosts.Where(host => HostPattern.Parse(host) is null).Select(host =>
            $"Webhooks:Hosts holds '{host}'. Give a host such as flows.contoso.com, *.contoso.com or hooks.contoso.com:8443."));
        problems.AddRange(options.PrivateNetworks.Where(network => !IPNetwork.TryParse(network, out _)).Select(network =>
            $"Webhooks:PrivateNetworks holds '{network}'. Give a network such as 10.1.0.0/16."));
        if (options.TimeLimit <= TimeSpan.Zero)
        {
            problems.Add($"Webhooks:TimeLimit is {options.TimeLimit}. It must be longer than zero.");
        }

        if (options.LookInterval <= TimeSpan.Zero)
        {
            problems.Add($"Webhooks:LookInterval is {options.LookInterval}. It must be longer than zero.");
        }

        if (options.Parallel is < 1 or > Most || options.ParallelPerSubscription is < 1 or > Most)
        {
            problems.Add($"Webhooks:Parallel and Webhooks:ParallelPerSubscription must be from 1 to {Most}.");
        }
    }
}
