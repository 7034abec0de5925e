namespace B2BConnector.Connector.Feed;

/// <summary>What one pass looks at.</summary>
/// <param name="LegalEntity">Whose prospects.</param>
/// <param name="First">Nothing was ever seen of it.</param>
/// <param name="Full">All prospects instead of the pending ones.</param>
/// <param name="BegunAt">What happened in Commerce before this moment is seen.</param>
internal sealed record PassScope(string LegalEntity, bool First, bool Full, DateTimeOffset BegunAt);
