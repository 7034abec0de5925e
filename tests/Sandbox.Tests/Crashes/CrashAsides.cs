using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>Who takes part in a story.</summary>
/// <param name="People">They insist while a system is down.</param>
/// <param name="Systems">Commerce, Sales and the runtime.</param>
/// <param name="Connector">The connector, with a key.</param>
/// <param name="Administrator">Reads the issues of this story.</param>
internal sealed record CrashCast(SimulatedPeople People, DemoSystems Systems, HttpClient Connector, SimulatedAdministrator Administrator) : IAsyncDisposable
{
    /// <summary>Whom events are delivered to, in a story where somebody subscribes.</summary>
    public EventListener? Listener { get; set; }

    public async ValueTask DisposeAsync()
    {
        if (Listener is not null)
        {
            await Listener.DisposeAsync();
        }
    }
}

/// <summary>What people do besides the stories.</summary>
internal static class CrashAsides
{
    private const int Open = 726000000, Closed = 726000002;
    private const string Api = "/api/data/v9.2";

    /// <summary>The operations of the connector that no workflow of a story calls.</summary>
    public static async Task CallEveryOtherOperationAsync(CrashCast cast, SimulatedStory story)
    {
        await CallAsync(cast, HttpMethod.Get, $"/prospects?legalEntity={story.Story.LegalEntity}");
        await CallAsync(cast, HttpMethod.Get, "/connection");
        await CallAsync(cast, HttpMethod.Get, "/channels");
        await CallAsync(cast, HttpMethod.Get, "/legal-entities");
        await CallAsync(cast, HttpMethod.Get, "/jobs/SynchronizeRequests");
        await CallAsync(cast, HttpMethod.Get, $"/legal-entities/{story.Story.LegalEntity}/check");
        await CallAsync(cast, HttpMethod.Get, $"/legal-entities/{story.Story.LegalEntity}/customer-groups");
        await CallAsync(cast, HttpMethod.Patch, $"/prospects/{story.Story.LegalEntity}/{story.Story.ProspectId}", new JsonObject { ["comments"] = "Called back." });
        await ReleaseApprovalsAsync(cast, story);
    }

    /// <summary>
    /// Somebody verifies the installation; the jobs of Commerce run. A call that was cut off is made again, under the same name, and so is one whose
    /// report says that the connector was down and nothing could be sent.
    /// </summary>
    public static async Task VerifyInstallationAsync(CrashCast cast, SimulatedStory story)
    {
        const int Turns = 3;
        List<string?> status = [];
        for (var turn = 0; turn < Turns && status.Count == 0; turn++)
        {
            status = await VerifyAsync(cast, story);
        }

        if (status is not ["Rejected"])
        {
            throw new InvalidOperationException($"A verification is one prospect, rejected in the end, not: {string.Join(", ", status)}");
        }
    }

    /// <summary>What became of the prospects of the verification.</summary>
    private static async Task<List<string?>> VerifyAsync(CrashCast cast, SimulatedStory story)
    {
        const string Trigger = $"{DemoSystems.Management}/workflows/verify-installation/triggers/When_a_verification_is_asked_for/listCallbackUrl?{DemoSystems.ApiVersion}";
        await cast.People.UntilAsync(async () =>
        {
            var address = new Uri((string)(await cast.Systems.Runtime.PostAsync(Trigger, null, CancellationToken.None))["value"]!).PathAndQuery;
            await cast.Systems.Runtime.PostAsync(address, new JsonObject { ["legalEntity"] = "usrt", ["verification"] = story.Sample.Id }, CancellationToken.None);
            return true;
        });
        await cast.People.UntilAsync(async () =>
        {
            await cast.Systems.RunRequestJobsAsync(CancellationToken.None);
            var runs = await cast.Systems.RunsAsync("verify-installation", null, CancellationToken.None);
            return runs.All(run => (string?)run["properties"]!["status"] is not ("Running" or "Waiting"));
        });
        return [.. (await cast.Systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=CompanyName,B2BProspectStatus", CancellationToken.None))
            .Where(row => (string?)row["CompanyName"] == $"{Invariants.VerifiedCompany}{story.Sample.Id}").Select(row => (string?)row["B2BProspectStatus"])];
    }

    public static Task ReleaseApprovalsAsync(CrashCast cast, SimulatedStory story) =>
        CallAsync(cast, HttpMethod.Post, $"/approvals/{story.Story.LegalEntity}/release");

    public static async Task RetryIssueOfStepAsync(CrashCast cast, SimulatedStory story, string step)
    {
        await OpenIssueAsync(cast, story, step);
        await cast.Administrator.LookAsync();
    }

    /// <summary>Closed before the replay looks: the event of the Retry was a hint, nothing is to be done.</summary>
    public static async Task WithdrawRetryAsync(CrashCast cast, SimulatedStory story)
    {
        await OpenIssueAsync(cast, story, "create-lead");
        await cast.Administrator.LookAsync();
        var filter = Uri.EscapeDataString($"b2b_prospectid eq '{story.Story.ProspectId}'");
        foreach (var issue in await cast.Systems.Sales.ListAsync($"{Api}/b2b_syncissues?$select=b2b_syncissueid&$filter={filter}", CancellationToken.None))
        {
            await cast.Systems.Sales.PatchAsync($"{Api}/b2b_syncissues({(string)issue["b2b_syncissueid"]!})", new JsonObject { ["b2b_status"] = Closed }, CancellationToken.None);
        }
    }

    private static Task OpenIssueAsync(CrashCast cast, SimulatedStory story, string step) => cast.Systems.Sales.PostAsync(
        $"{Api}/b2b_syncissues",
        new JsonObject
        {
            ["b2b_name"] = step,
            ["b2b_legalentity"] = story.Story.LegalEntity,
            ["b2b_prospectid"] = story.Story.ProspectId,
            ["b2b_step"] = step,
            ["b2b_status"] = Open,
        },
        CancellationToken.None);

    /// <summary>A colleague is added to the approved partner, changed and removed, and its credit limit set; a repetition after a crash adds nobody twice.</summary>
    public static async Task ManageUsersAsync(CrashCast cast, SimulatedStory story)
    {
        var filter = Uri.EscapeDataString($"OrganizationName eq '{story.Sample.Company.Replace("'", "''", StringComparison.Ordinal)}' and PartyType eq 'Organization'");
        var company = (await cast.Systems.Headquarters.ListAsync($"/data/CustomersV3?cross-company=true&$select=CustomerAccount&$filter={filter}", CancellationToken.None)).Single();
        var partner = $"/partners/{story.Story.LegalEntity}/{(string)company["CustomerAccount"]!}";
        var email = $"colleague-{story.Sample.Id}@company.example";
        await CallAsync(cast, HttpMethod.Get, $"{partner}/hierarchy");
        await CallAsync(cast, HttpMethod.Post, $"{partner}/users", new JsonObject { ["firstName"] = "Grace", ["lastName"] = "Hopper", ["email"] = email });
        var users = (await CallAsync(cast, HttpMethod.Get, $"{partner}/users"))["value"]!.AsArray();
        var added = users.Single(user => (string?)user!["email"] == email)!;
        var address = $"{partner}/users/{(string)added["partyNumber"]!}";
        await CallAsync(cast, HttpMethod.Patch, address, new JsonObject { ["lastName"] = "Murray" });
        await CallAsync(cast, HttpMethod.Delete, address);
        await CallAsync(cast, HttpMethod.Patch, $"{partner}/credit-limit", new JsonObject { ["amount"] = 25000 });
        await CallAsync(cast, HttpMethod.Get, $"{partner}/credit-limit");
    }

    public static async Task<JsonObject> CallAsync(CrashCast cast, HttpMethod method, string path, JsonObject? body = null, Action<HttpResponseMessage>? look = null)
    {
        var answered = new JsonObject();
        await cast.People.UntilAsync(async () =>
        {
            using var request = new HttpRequestMessage(method, path);
            request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await cast.Connector.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode is >= 400 and < 500 and not (408 or 409 or 429))
            {
                throw new InvalidOperationException($"{method} {path} was refused with {(int)answer.StatusCode}: {text}");
            }

            look?.Invoke(answer);
            answered = answer.IsSuccessStatusCode && text.Length > 0 ? JsonNode.Parse(text) as JsonObject ?? [] : [];
            return answer.IsSuccessStatusCode;
        });
        return answered;
    }
}
