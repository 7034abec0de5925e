using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>The checked-in samples are what the emulator is for: each of them becomes a prospect, letter for letter.</summary>
public sealed class SamplesTests
{
    [Fact]
    public async Task Samples_EachOfThem_BecomesAPendingProspectUnchanged()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var samples = (JArray)SandboxJson.ParseObject(await File.ReadAllTextAsync(Path.Combine(Root(), "samples", "onboarding-requests.json")))["requests"]!;
        var confirmations = new List<(string Id, string Channel, JToken Request)>();
        foreach (var sample in samples)
        {
            var channel = (string)sample["channel"]!;
            confirmations.Add((await sandbox.SubmitAsync((JObject)sample["request"]!, channel), channel, sample["request"]!));
        }

        await sandbox.RunAsync("P-0001");
        Assert.Equal(0, (int?)(await sandbox.RunAsync("synchronize"))["failed"]);

        foreach (var (id, channel, request) in confirmations)
        {
            var status = await sandbox.StatusAsync(id, channel);
            var prospect = await sandbox.ProspectAsync((string)status["prospectId"]!, (string)status["legalEntity"]!);
            Assert.Equal(channel == CommerceSandbox.Us ? "usrt" : "demf", (string?)status["legalEntity"]);
            Assert.Equal((string?)request["companyName"], (string?)prospect["CompanyName"]);
            Assert.Equal($"{request["firstName"]} {request["lastName"]}", (string?)prospect["ProspectName"]);
            Assert.Equal((string?)request["comments"] ?? "", (string?)prospect["Note"]);
            Assert.Equal((string?)request.SelectToken("address.street") ?? "", (string?)prospect["AddressStreet"]);
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "B2BConnector.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
