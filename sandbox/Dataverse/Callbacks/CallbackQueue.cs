using System.Net;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Callbacks;

/// <summary>The job rows: what is due, and what becomes of a job after an attempt.</summary>
internal sealed class CallbackQueue(DataverseOptions options, EmulatorStore store)
{
    /// <summary>Keys of the jobs to send now, oldest first. A job whose registration is gone or suspended waits.</summary>
    /// <param name="decidedOnly">Leaves out what the fault switches were not asked about.</param>
    public List<string> Due(bool decidedOnly) => store.Read(session =>
    {
        var now = options.Time.GetUtcNow();
        return Deliverable(session).Where(waiting => waiting.DueOn <= now && (waiting.Decided || !decidedOnly)).Select(waiting => waiting.Key).ToList();
    });

    /// <summary>The job and the address to send it to, if it is still there and due.</summary>
    public (CallbackJob Job, string Url)? Claim(string key) => store.Read<(CallbackJob, string)?>(session =>
        session.Get(CallbackJob.Table, key) is { } row && new CallbackJob(row) is var job
        && job.State != CallbackOutcome.Failed && job.DueOn <= options.Time.GetUtcNow() && Address(session, job.Registration) is { } url
            ? (job, url)
            : null);

    /// <summary>When the next job that is not being sent becomes due; null when nothing waits.</summary>
    public DateTimeOffset? NextDue(ICollection<string> sending) => store.Read(session =>
        Deliverable(session).Where(waiting => !sending.Contains(waiting.Key)).Min(waiting => (DateTimeOffset?)waiting.DueOn));

    /// <summary>
    /// Ends an attempt: 2xx removes the job; 401, 404 and 410 suspend it and its registration; anything else is tried again later, until
    /// the time for retries is over.
    /// </summary>
    public CallbackOutcome Settle(string key, HttpStatusCode? status, string failure) => store.Write(session =>
    {
        if (session.Get(CallbackJob.Table, key) is not { } row) return CallbackOutcome.Delivered;
        if (status is { } answered && (int)answered is >= 200 and < 300)
        {
            session.Delete(CallbackJob.Table, key);
            ReleaseOvertaken(session, key);
            return CallbackOutcome.Delivered;
        }
        var job = new CallbackJob(row) { LastError = failure };
        job.Attempts++;
        var now = options.Time.GetUtcNow();
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            job.State = CallbackOutcome.Suspended;
            Suspend(session, job, failure);
        }
        else if (now - job.CreatedOn > options.CallbackRetryFor)
        {
            job.State = CallbackOutcome.Failed;
        }
        else
        {
            job.DueOn = now + Delay(job.Attempts);
        }
        session.Put(CallbackJob.Table, key, job.Row);
        return job.State;
    });

    /// <summary>All jobs for people, without their bodies.</summary>
    public JArray Describe() => store.Read(session => new JArray(session.Look(CallbackJob.Table, [], _ => true).Select(found => new JObject(found.Row.Properties().Where(member => member.Name != "body")))));

    /// <summary>Jobs that were not given up, to registrations that take them.</summary>
    private static List<WaitingJob> Deliverable(IStoreSession session)
    {
        var jobs = session.Look(CallbackJob.Table, [], row => new CallbackJob(row).State != CallbackOutcome.Failed)
            .Select(found => (found.Key, Job: new CallbackJob(found.Row))).Select(found => new WaitingJob(found.Key, found.Job.DueOn, found.Job.Decided, found.Job.Registration)).ToList();
        var open = jobs.Select(job => job.Registration).Distinct().Where(registration => Address(session, registration) is not null).ToHashSet();
        return jobs.FindAll(job => open.Contains(job.Registration));
    }

    private static string? Address(IStoreSession session, Guid id) =>
        session.Look("callbackregistration", id.ToString()) is { } registration && registration[CallbackEvents.SuspendedMember] is null
            ? (string?)registration["url"]
            : null;

    private void ReleaseOvertaken(IStoreSession session, string delivered)
    {
        foreach (var (key, row) in session.Find(CallbackJob.Table, row => new CallbackJob(row).Overtakable))
        {
            if (string.CompareOrdinal(key, delivered) >= 0) continue;
            session.Put(CallbackJob.Table, key, new CallbackJob(row) { Overtakable = false, DueOn = options.Time.GetUtcNow() }.Row);
        }
    }

    private static void Suspend(IStoreSession session, CallbackJob job, string reason)
    {
        if (session.Get("callbackregistration", job.Registration.ToString()) is not { } registration) return;
        registration[CallbackEvents.SuspendedMember] = reason;
        session.Put("callbackregistration", job.Registration.ToString(), registration);
    }

    private TimeSpan Delay(int attempts)
    {
        var doubled = options.CallbackRetryFirst.TotalMilliseconds * Math.Pow(2, Math.Min(attempts - 1, 30));
        return TimeSpan.FromMilliseconds(Math.Min(doubled, options.CallbackRetryLongest.TotalMilliseconds));
    }

    private sealed record WaitingJob(string Key, DateTimeOffset DueOn, bool Decided, Guid Registration);
}
