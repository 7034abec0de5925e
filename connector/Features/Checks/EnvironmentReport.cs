using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>Answer of CheckEnvironment.</summary>
internal sealed record EnvironmentReport
{
    [Field("Legal Entity", "Code of the legal entity in Commerce, in lower case.")]
    public string? LegalEntity { get; init; }

    [Field("State", "The worst state of all checks that could be made; those that a person has to make do not count.")]
    public CheckState State { get; init; }

    [Field("Checks", "Everything that was looked at, the worst first.")]
    public IReadOnlyList<CheckResult>? Checks { get; init; }
}
