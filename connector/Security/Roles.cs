namespace B2BConnector.Connector.Security;

/// <summary>What a caller may do. Each operation asks for exactly one of these.</summary>
internal static class Roles
{
    /// <summary>Read prospects and follow their changes.</summary>
    public const string Read = "Prospect.Read";

    /// <summary>Approve and reject.</summary>
    public const string Decide = "Prospect.Decide";

    /// <summary>Submit requests, make customers, release a hold.</summary>
    public const string Manage = "Prospect.Manage";

    /// <summary>Subscribe to events.</summary>
    public const string Subscribe = "Subscription.Manage";

    public static readonly IReadOnlyList<string> All = [Read, Decide, Manage, Subscribe];
}
