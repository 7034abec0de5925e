using System.Reflection;
using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Operations;
using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Jobs;

/// <summary>All batch jobs by name, scanned once, and their execution, which leaves a row in BatchJobs.</summary>
internal sealed class JobCatalogue
{
    private readonly Dictionary<string, IJob> _byName = new(StringComparer.OrdinalIgnoreCase);

    // One execution at a time: two runs of one job would both see the same open rows.
    private readonly Lock _running = new();

    /// <exception cref="SandboxStartException">Two jobs share a name.</exception>
    public JobCatalogue(IEnumerable<Type> types)
    {
        All = [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IJob)))
            .Select(type => (IJob)Activator.CreateInstance(type)!).OrderBy(job => job.Names[0], StringComparer.Ordinal)];
        foreach (var (job, name) in All.SelectMany(job => job.Names.Select(name => (job, name))))
        {
            if (!_byName.TryAdd(name, job))
            {
                throw new SandboxStartException($"Two jobs are called '{name}': {_byName[name].GetType().Name} and {job.GetType().Name}; rename one.");
            }
        }
    }

    public static JobCatalogue OfThisAssembly() => new(Assembly.GetExecutingAssembly().GetTypes());

    public IReadOnlyList<IJob> All { get; }

    /// <summary>Runs the job and returns what to tell the caller.</summary>
    /// <exception cref="EmulatorFault">404 CE0006: no such job.</exception>
    public JObject Run(CommerceSystem system, string name)
    {
        if (!_byName.TryGetValue(name, out var job))
        {
            throw CommerceErrors.UnknownJob(name, All.SelectMany(known => known.Names));
        }

        lock (_running)
        {
            var start = system.Options.Time.GetUtcNow();
            var result = job.Run(system);
            var end = system.Options.Time.GetUtcNow();
            var row = system.Write(headquarters => headquarters.Insert(BatchJobs.Definition, new JObject
            {
                ["BatchJobRecId"] = 5_637_144_576 + headquarters.Store.Next("BatchJob"),
                ["JobDescription"] = job.Names[0],
                ["Status"] = "Finished",
                ["StartDateTime"] = start.ToString("yyyy-MM-ddTHH:mm:ssZ"),
                ["EndDateTime"] = end.ToString("yyyy-MM-ddTHH:mm:ssZ"),
                ["OrigStartDateTime"] = start.ToString("yyyy-MM-ddTHH:mm:ssZ"),
                ["ExecutingBy"] = "Admin",
            }));
            return new JObject
            {
                ["job"] = job.Names[0],
                ["status"] = "Finished",
                ["processed"] = result.Processed,
                ["failed"] = result.Failed,
                ["batchJobRecId"] = row["BatchJobRecId"]!.DeepClone(),
            };
        }
    }
}
