namespace B2BConnector.Connector.Features.Checks;

/// <summary>Collects what checks find.</summary>
internal sealed class CheckFindings
{
    private readonly List<CheckResult> _found = [];

    /// <summary>The worst first, else as they were made.</summary>
    public IReadOnlyList<CheckResult> All => [.. _found.OrderByDescending(result => result.State)];

    /// <summary>The worst of what could be looked at: what a person has to look at is neither good nor bad.</summary>
    public CheckState Worst => _found.Select(result => result.State).Where(state => state != CheckState.Confirm).DefaultIfEmpty().Max();

    public void Add(string code, CheckState state, string message) => _found.Add(new CheckResult { Code = code, State = state, Message = message });

    /// <summary>One thing that is either as it should be or not.</summary>
    public bool Add(string code, bool isGood, string good, string bad, CheckState otherwise = CheckState.Failed)
    {
        Add(code, isGood ? CheckState.Passed : otherwise, isGood ? good : bad);
        return isGood;
    }
}
