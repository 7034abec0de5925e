using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Verification;

/// <summary>A whole sandbox under virtual time, and a person who asks verify-installation whether it works.</summary>
internal sealed class VerifiedSandbox(DemoSystems systems, VirtualTime time, HttpClient caller, string mailFolder)
{
    private const string Api = "/api/data/v9.2";
    private const string Company = Invariants.VerifiedCompany;

    public DemoSystems Systems => systems;

    public VirtualTime Time => time;

    /// <param name="play">What happens there.</param>
    /// <param name="change">Sets the systems.</param>
    /// <param name="parameters">Values in parameters.json that differ from the delivered ones.</param>
    /// <param name="services">What runs.</param>
    /// <param name="rewrite">Writes the copy of the workflows anew.</param>
    public static async Task PlayAsync(
        Func<VerifiedSandbox, Task> play,
        Action<SandboxOptions>? change = null,
        JsonObject? parameters = null,
        SandboxServices services = SandboxServices.All & ~SandboxServices.Console,
        Action<string>? rewrite = null)
    {
        using var folder = new TemporaryFolder();
        var time = new VirtualTime();
        var options = VirtualSandbox.Options(time, 1);
        if (parameters is not null || rewrite is not null)
        {
            options.Workflows = folder.CopyOfWorkflows();
            Change(Path.Combine(options.Workflows, "parameters.json"), parameters ?? []);
            rewrite?.Invoke(options.Workflows);
        }

        change?.Invoke(options);
        await time.RunAsync(async () =>
        {
            await using var app = await SandboxApp.StartAsync(options, services);
            using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
            using var caller = new HttpClient { BaseAddress = app.Addresses.Runtime, Timeout = Timeout.InfiniteTimeSpan };
            await play(new VerifiedSandbox(systems, time, caller, app.MailFolder));
        });
    }

    /// <summary>Asks, and gives the address of the report.</summary>
    public async Task<Uri> BeginAsync(string verification, JsonObject? more = null)
    {
        using var answer = await AskAsync(verification, more);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return answer.Headers.Location!;
    }

    public async Task<HttpResponseMessage> AskAsync(string verification, JsonObject? more = null)
    {
        var address = (string)(await systems.Runtime.PostAsync(
            $"{DemoSystems.Management}/workflows/verify-installation/triggers/When_a_verification_is_asked_for/listCallbackUrl?{DemoSystems.ApiVersion}", null, CancellationToken.None))["value"]!;
        var body = more?.DeepClone().AsObject() ?? [];
        body["legalEntity"] = "usrt";
        body["verification"] = verification;
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await caller.PostAsync(new Uri(address), content);
    }

    /// <summary>Looks every minute until the report is there.</summary>
    public async Task<(HttpStatusCode Status, JsonObject Body)> FollowAsync(Uri address)
    {
        while (true)
        {
            using var answer = await caller.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.Accepted)
            {
                return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
            }

            await time.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Asks, lets the jobs of Commerce run every five minutes, and waits for the report.</summary>
    public async Task<Report> VerifyAsync(string verification, JsonObject? more = null, params string[] jobs)
    {
        using var over = new CancellationTokenSource();
        var schedule = time.StartAsync(() => time.EveryAsync(
            TimeSpan.FromMinutes(5),
            async () =>
            {
                foreach (var job in jobs)
                {
                    await systems.RunJobAsync(job, CancellationToken.None);
                }
            },
            over.Token));
        var (status, body) = await FollowAsync(await BeginAsync(verification, more));
        await over.CancelAsync();
        await time.StandAsideAsync(schedule);
        Assert.Equal(HttpStatusCode.OK, status);
        return new Report(body);
    }

    /// <summary>Status of each test prospect in Commerce.</summary>
    public async Task<IReadOnlyList<string>> ProspectsAsync() =>
        [.. (await systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=CompanyName,B2BProspectStatus", CancellationToken.None))
            .Where(row => ((string)row["CompanyName"]!).StartsWith(Company, StringComparison.Ordinal)).Select(row => (string)row["B2BProspectStatus"]!)];

    /// <summary>State of each test lead in Sales.</summary>
    public async Task<IReadOnlyList<int>> LeadsAsync() =>
        [.. (await systems.Sales.ListAsync($"{Api}/leads?$select=statecode&$filter={Uri.EscapeDataString($"startswith(companyname,'{Company}')")}", CancellationToken.None)).Select(row => (int)row["statecode"]!)];

    public async Task<int> CustomersAsync() => (await systems.Headquarters.ListAsync("/data/CustomersV3?cross-company=true&$select=CustomerAccount", CancellationToken.None)).Count;

    /// <summary>Kinds of the mails that Commerce sent to an address.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string address)
    {
        await systems.RunJobAsync("send-email-notification", CancellationToken.None);
        return [.. Directory.EnumerateFiles(mailFolder, "*.eml").Where(file => File.ReadAllText(file).Contains(address, StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file).Split('-')[^1])];
    }

    private static void Change(string file, JsonObject values)
    {
        var parameters = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var (name, value) in values)
        {
            parameters[name]!["value"] = value!.DeepClone();
        }

        File.WriteAllText(file, parameters.ToJsonString());
    }
}
