using System.Globalization;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Features.Jobs;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>The batch jobs are there, did not fail, and came to an end lately.</summary>
internal sealed class JobCheck(JobReader reader, IOptions<JobOptions> options, TimeProvider time) : IEnvironmentCheck
{
    public string Code => "job";

    public async Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        foreach (var job in Enum.GetValues<CommerceJob>())
        {
            var status = await reader.ReadAsync(job, cancel);
            var name = status.Description ?? status.Names![0];
            if (status.State == JobState.Missing)
            {
                findings.Add(Code, CheckState.Warning, $"Commerce has no batch job '{name}' ({job}). Schedule it as a recurring batch, or add its name under Jobs:{job}.");
            }
            else if (status.State is JobState.Error or JobState.Canceled or JobState.Hold)
            {
                findings.Add(Code, CheckState.Failed, $"Batch job '{name}' ({job}) is in the state {status.State}. Look at it in Commerce under Batch jobs.");
            }
            else
            {
                findings.Add(
                    Code,
                    status.LastEndedAt is { } end && time.GetUtcNow() - end <= options.Value.ExpectedWithin,
                    string.Create(CultureInfo.InvariantCulture, $"Batch job '{name}' ({job}) last ended at {status.LastEndedAt:u}."),
                    string.Create(CultureInfo.InvariantCulture, $"Batch job '{name}' ({job}) did not come to an end within {options.Value.ExpectedWithin}. Schedule it as a recurring batch."),
                    CheckState.Warning);
            }
        }
    }
}
