using System.Globalization;
using B2BConnector.Dataverse.Faults;
using B2BConnector.Emulation;
using Newtonsoft.Json;

namespace B2BConnector.Dataverse.Callbacks;

/// <summary>Decides what becomes of callbacks before they are sent, as the switches say. The switches are asked outside the transaction.</summary>
internal sealed class CallbackFaultInjector(DataverseOptions options, EmulatorStore store)
{
    private static readonly TimeSpan UsualDelay = TimeSpan.FromSeconds(5);

    /// <summary>Decides about every job that is due and was not decided about, oldest first.</summary>
    /// <returns>True when only jobs that are decided about may be sent; false when there are no switches.</returns>
    public bool Decide()
    {
        if (!options.CallbackFaults.InUse) return false;
        foreach (var (key, info) in Undecided())
        {
            var fault = options.CallbackFaults.Decide(info);
            if (!store.Write(session => Apply(session, key, fault))) continue;
            if (fault?.Kind == CallbackFaultKind.Drop) options.CallbackSettled?.Invoke(CallbackOutcome.Dropped);
        }
        return true;
    }

    private List<(string Key, CallbackInfo Info)> Undecided() => store.Read(session =>
    {
        var now = options.Time.GetUtcNow();
        return session.Look(CallbackJob.Table, [], row => new CallbackJob(row) is { Decided: false, State: not CallbackOutcome.Failed } job && job.DueOn <= now)
            .Select(found => (found.Key, InfoOf(session, found.Key, new CallbackJob(found.Row)))).ToList();
    });

    private static CallbackInfo InfoOf(IStoreSession session, string key, CallbackJob job) => new(
        key,
        job.Registration,
        (string?)session.Look("callbackregistration", job.Registration.ToString())?["entityname"] ?? "",
        (string)job.Body["SdkMessage"]!,
        Guid.Parse((string)job.Body["ItemInternalId"]!, CultureInfo.InvariantCulture),
        job.Body.ToString(Formatting.None));

    private bool Apply(IStoreSession session, string key, CallbackFault? fault)
    {
        if (session.Get(CallbackJob.Table, key) is not { } row) return false;
        var job = new CallbackJob(row) { Decided = true };
        switch (fault?.Kind)
        {
            case CallbackFaultKind.Drop:
                return session.Delete(CallbackJob.Table, key);
            case CallbackFaultKind.Delay or CallbackFaultKind.Reorder:
                job.DueOn = options.Time.GetUtcNow() + (fault.Delay ?? UsualDelay);
                job.Overtakable = fault.Kind == CallbackFaultKind.Reorder;
                break;
            case CallbackFaultKind.Double:
                session.Put(CallbackJob.Table, CallbackJob.NextKey(session), job.Row);
                break;
        }
        session.Put(CallbackJob.Table, key, job.Row);
        return true;
    }
}
