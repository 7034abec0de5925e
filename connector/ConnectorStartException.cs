namespace B2BConnector.Connector;

/// <summary>
/// The connector cannot start as configured. The message is for the person who starts it: every problem in words, one a
/// line, each with what to do. A host prints it and ends with exit code 2.
/// </summary>
public sealed class ConnectorStartException : Exception
{
    /// <summary>One problem.</summary>
    public ConnectorStartException(string message) : base(message)
    {
    }

    /// <summary>All problems found, reported together.</summary>
    public ConnectorStartException(IReadOnlyCollection<string> problems)
        : base("The connector cannot start:" + string.Concat(problems.Select(problem => "\n- " + problem)))
    {
    }
}
