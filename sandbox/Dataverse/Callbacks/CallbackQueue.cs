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
        return Waiting(session).Where(waiting => waiting.Job.DueOn <= now && (waiting.Job.Decided || !decidedOnly) && Address(session, waiting.Job) is not null).Select(waiting => waiting.Key).ToList();
    });

    /// <summary>The job and the address to send it to, if it is still there and due.</summary>
    public (CallbackJob Job, string Url)? Claim(string key) => store.Read<(CallbackJob, string)?>(session =>
        session.Get(CallbackJob.Table, key) is { } row && new CallbackJob(row) is var job
        && job.State != CallbackOutcome.Failed && job.DueOn <= options.Time.GetUtcNow() && Address(session, job) is { } url
            ? (job, url)
            : null);

    /// <summary>When the next job that is not being sent becomes due; null when nothing waits.</summary>
    public DateTimeOffset? NextDue(ICollection<string> sending) => store.Read(session =>
        Waiting(session).Where(waiting => !sending.Contains(waiting.Key) && Address(session, waiting.Job) is not null).Min(waiting => (DateTimeOffset?)waiting.Job.DueOn));

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
    public JArray Describe() => store.Read(session => new JArray(session.All(CallbackJob.Table).Select(found =>
    {
        found.Row.Remove("body");
        return found.Row;
    })));

    private static IEnumerable<(string Key, CallbackJob Job)> Waiting(IStoreSession session) =>
        session.All(CallbackJob.Table).Select(found => (found.Key, Job: new CallbackJob(found.Row))).Where(found => found.Job.State != CallbackOutcome.Failed);

    private static string? Address(IStoreSession session, CallbackJob job) =>
        session.Get("callbackregistration", job.Registration.ToString()) is { } registration && registration[CallbackEvents.SuspendedMember] is null
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
}
