using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;
using B2BConnector.Host.Verification;
using Spectre.Console;

namespace B2BConnector.Host.CommandLine;

/// <summary>The verb <c>verify</c>.</summary>
internal static class VerifyCommand
{
    private const string Trigger = "/workflows/verify-installation/triggers/When_a_verification_is_asked_for/listCallbackUrl";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(SharedOptions shared)
    {
        var url = new Option<string?>("--url") { Description = "Address of the trigger of verify-installation in Azure. Default: a sandbox is started and verified." };
        var entity = new Option<string>("--legal-entity") { Description = "Legal entity of the test request.", DefaultValueFactory = _ => "usrt" };
        var name = new Option<string?>("--name") { Description = "Name of the verification; the same again goes on with the same test request. Default: one from the time." };
        var channel = new Option<string?>("--channel") { Description = "Online channel of the test request. Default: the only one of the legal entity." };
        var email = new Option<string?>("--test-email") { Description = "Mailbox for Commerce's mail about the rejection." };
        var production = new Option<bool>("--confirm-production") { Description = "Says that the test request may be made in production." };
        var patience = new Option<int>("--patience") { Description = "Minutes to wait for the report.", DefaultValueFactory = _ => 60 };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON on standard output, everything else on standard error." };
        var command = new Command("verify", "Verifies an installation with a test request and prints what passed, failed or waits, and what to do. Ends with 1 unless everything passed.")
        {
            url, entity, name, channel, email, production, patience, json,
        };
        command.SetAction((parsed, stop) => SandboxCommand.GuardAsync(
            () =>
            {
                var verification = new VerificationOptions(
                    parsed.GetValue(entity)!,
                    parsed.GetValue(name) ?? TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture),
                    parsed.GetValue(channel),
                    parsed.GetValue(email),
                    parsed.GetValue(production),
                    TimeSpan.FromMinutes(parsed.GetValue(patience)));
                var output = parsed.GetValue(json);
                return RunAsync(parsed.GetValue(url) is { } address ? Address(address) : null, () => shared.Read(parsed), verification, output, stop);
            },
            stop));
        return command;
    }

    private static async Task<int> RunAsync(Uri? url, Func<SandboxOptions> options, VerificationOptions verification, bool json, CancellationToken stop)
    {
        var console = TextConsole.Create(toError: json);
        console.MarkupLine($"Verification [bold]{Markup.Escape(verification.Name)}[/] of {Markup.Escape(verification.LegalEntity)}.");
        var report = url is null ? await OfSandboxAsync(options(), verification, console, stop) : await OfInstallationAsync(url, verification, stop);
        if (json)
        {
            await Console.Out.WriteLineAsync(report.ToJsonString(Indented));
        }
        else
        {
            VerificationTable.Show(console, report);
        }

        return (string?)report["result"] == "passed" ? 0 : 1;
    }

    private static async Task<JsonObject> OfInstallationAsync(Uri url, VerificationOptions verification, CancellationToken stop)
    {
        using var call = new VerificationCall(new HttpClient(), TimeProvider.System);
        return await call.ReportAsync(url, verification, _ => Task.CompletedTask, stop);
    }

    private static async Task<JsonObject> OfSandboxAsync(SandboxOptions options, VerificationOptions verification, IAnsiConsole console, CancellationToken stop)
    {
        // A folder of its own: its clock runs ahead of that of a sandbox that people use.
        options.Data = options.Data is null ? null : Path.Combine(options.Data, "verify");
        SandboxData.Delete(options.DataFolder);
        var clock = new SkippingClock();
        options.Time = clock;
        await using var app = await SandboxApp.StartAsync(options, SandboxServices.All & ~SandboxServices.Console, stop);
        using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
        using var call = new VerificationCall(new HttpClient(), TimeProvider.System);
        var driver = new SandboxDriver(systems, clock, console);
        var address = (string)(await systems.Runtime.PostAsync($"{DemoSystems.Management}{Trigger}?{DemoSystems.ApiVersion}", null, stop))["value"]!;
        return await call.ReportAsync(new Uri(address), verification, run => driver.GoOnAsync(run, stop), stop);
    }

    private static Uri Address(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        ? address
        : throw new SandboxFailure($"--url is no address: {url}. Copy it from the trigger of verify-installation.");
}
