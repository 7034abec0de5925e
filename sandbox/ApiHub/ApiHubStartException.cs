namespace B2BConnector.ApiHub;

/// <summary>The gateway cannot start: options or the connector's files are wrong. The message lists everything found, one sentence each.</summary>
public sealed class ApiHubStartException(IReadOnlyList<string> problems) : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>The sentences.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
