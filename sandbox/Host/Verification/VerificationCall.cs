using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Host.Verification;

/// <summary>Calls verify-installation, here or in Azure, and follows its status address to the report.</summary>
internal sealed class VerificationCall(HttpClient http, TimeProvider time) : IDisposable
{
    private const int MostFailedLooks = 20;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Asks, and follows to the report.</summary>
    /// <param name="address">Address of the workflow's trigger.</param>
    /// <param name="options">What is to be verified.</param>
    /// <param name="between">Done between two looks at the status address; is given the id of the run.</param>
    /// <param name="stop">Ends the waiting, not the run.</param>
    /// <exception cref="SandboxFailure">The call was refused, or no report came.</exception>
    public async Task<JsonObject> ReportAsync(Uri address, VerificationOptions options, Func<string, Task> between, CancellationToken stop)
    {
        var (status, run) = await BeginAsync(address, options, stop);
        var until = time.GetUtcNow() + options.Patience;
        for (var failed = 0; ;)
        {
            await between(run);
            await Task.Delay(Look, time, stop);
            try
            {
                using var answer = await http.GetAsync(status, stop);
                if (answer.StatusCode != HttpStatusCode.Accepted)
                {
                    return await ReadAsync(answer, stop);
                }

                failed = 0;
            }
            catch (HttpRequestException problem) when (++failed <= MostFailedLooks && problem.StatusCode is null)
            {
                // The host restarts: the run goes on by itself.
            }

            if (time.GetUtcNow() > until)
            {
                throw new SandboxFailure($"No report within {options.Patience}. The run {run} goes on; call again with --name {options.Name} to go on with it.");
            }
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(Uri Status, string Run)> BeginAsync(Uri address, VerificationOptions options, CancellationToken stop)
    {
        using var content = new StringContent(options.ToJson().ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var answer = await http.PostAsync(address, content, stop);
            return answer is { StatusCode: HttpStatusCode.Accepted, Headers.Location: { } status }
                ? (new Uri(address, status), answer.Headers.TryGetValues("x-ms-workflow-run-id", out var ids) ? ids.First() : "")
                : throw Refusal(answer.StatusCode, await answer.Content.ReadAsStringAsync(stop));
        }
        catch (HttpRequestException problem)
        {
            throw new SandboxFailure($"{address.GetLeftPart(UriPartial.Authority)} does not answer ({problem.Message}). Is the address right, and does the Logic App run?");
        }
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        var text = await answer.Content.ReadAsStringAsync(stop);
        return answer.IsSuccessStatusCode && Parse(text) is { } report && report["checks"] is JsonArray ? report : throw Refusal(answer.StatusCode, text);
    }

    private static SandboxFailure Refusal(HttpStatusCode status, string text) =>
        new($"The verification was answered with {(int)status}: {(string?)Parse(text)?["error"]?["message"] ?? "no report. Is this the address of verify-installation?"}");

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
