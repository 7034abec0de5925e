using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>One thing that was looked at.</summary>
internal sealed record CheckResult
{
    [Field("Code", "Short name of the check, the same in every language and version.")]
    public string? Code { get; init; }

    [Field("State", "How the check ended.")]
    public CheckState State { get; init; }

    [Field("Message", "What was found and what to do about it.")]
    public string? Message { get; init; }
}
