namespace B2BConnector.Connector.Features.Checks;

/// <summary>Looks at one precondition of a legal entity. A new one is a new class and its registration.</summary>
internal interface IEnvironmentCheck
{
    /// <summary>Code under which it is reported when it cannot be made at all.</summary>
    string Code { get; }

    Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel);
}
