namespace B2BConnector.Emulation.Faults;

/// <summary>What a switchboard needs to know of a rule about <typeparamref name="TSubject"/>.</summary>
public interface IFaultRule<out TKind, in TSubject>
{
    TKind Kind { get; }

    /// <value>How many subjects are hit before the switch is used up.</value>
    int Times { get; }

    /// <value>How many matching subjects pass first.</value>
    int Skip { get; }

    bool Fits(TSubject subject);

    /// <summary>What is wrong with the rule, in sentences a person can act on; empty when nothing is.</summary>
    IEnumerable<string> Problems();
}
