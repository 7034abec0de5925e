using B2BConnector.Emulation.Faults;

namespace B2BConnector.Dataverse.Faults;

/// <summary>One switch for callbacks. A script returns one too; then only <see cref="Kind"/> and <see cref="Delay"/> count.</summary>
public sealed record CallbackFault : IFaultRule<CallbackFaultKind, CallbackInfo>
{
    public required CallbackFaultKind Kind { get; init; }

    /// <value>Logical name of the table; null = any.</value>
    public string? Entity { get; init; }

    /// <value>Create, Update or Delete; null = any.</value>
    public string? Message { get; init; }

    /// <value>Text that the body must hold, for example a prospect's number; null = any.</value>
    public string? Contains { get; init; }

    /// <value>How many callbacks are hit before the switch is used up.</value>
    public int Times { get; init; } = 1;

    /// <value>How many matching callbacks pass first.</value>
    public int Skip { get; init; }

    /// <value>Of <see cref="CallbackFaultKind.Delay"/> and, at the longest, of <see cref="CallbackFaultKind.Reorder"/>. Default: five seconds.</value>
    public TimeSpan? Delay { get; init; }

    public bool Fits(CallbackInfo subject) =>
        (Entity is null || string.Equals(Entity, subject.Entity, StringComparison.OrdinalIgnoreCase))
        && (Message is null || string.Equals(Message, subject.Message, StringComparison.OrdinalIgnoreCase))
        && (Contains is null || subject.Body.Contains(Contains, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<string> Problems()
    {
        if (Message is not (null or "Create" or "Update" or "Delete"))
        {
            yield return $"The message '{Message}' is none of Create, Update, Delete.";
        }

        foreach (var problem in FaultLimits.Problems(Kind, Times, Skip, Delay))
        {
            yield return problem;
        }
    }
}
