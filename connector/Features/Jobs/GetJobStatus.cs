using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Security;

namespace B2BConnector.Connector.Features.Jobs;

/// <summary>Says when a job of Commerce last ran, which is what a missing prospect or user mostly waits for.</summary>
internal sealed class GetJobStatus : IOperation
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/jobs/{job}", HandleAsync)
        .Connector(
            "GetJobStatus",
            "Get job status",
            "Reads when a batch job of Commerce last ran and how it ended. Prospects, users and mails wait for such jobs; they cannot be started from here.",
            Visibility.Important,
            502)
        .RequiresRole(Roles.Read)
        .Answers<JobStatus>(200, "The state of the job.");

    private static async Task<IResult> HandleAsync(
        [Field("Job", "The job: it pulls requests, synchronizes them, pushes customers to the site, or sends mails.", Symbols = typeof(CommerceJob))] string job,
        JobReader reader,
        CancellationToken cancel)
    {
        if (!Enum.TryParse<CommerceJob>(job, out var wanted) || Enum.GetName(wanted) != job)
        {
            throw ConnectorErrors.InvalidRequest("job", $"job must be one of {string.Join(", ", Enum.GetNames<CommerceJob>())}.");
        }

        return new JsonAnswer(await reader.ReadAsync(wanted, cancel));
    }
}
