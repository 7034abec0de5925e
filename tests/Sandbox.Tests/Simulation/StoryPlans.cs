using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>Makes stories from a seed: the same seed gives the same people who do the same at the same times.</summary>
internal static class StoryPlans
{
    private static readonly string[] Channels = ["000000011", "000000012"];

    public static IReadOnlyList<SimulatedStory> Make(int seed, int count)
    {
        var random = new Random(seed);
        var stories = new List<SimulatedStory>();
        for (var i = 0; i < count; i++)
        {
            // One in twelve is a second request of a company that asked before.
            var repeated = i > 0 && random.Next(12) == 0 ? stories[random.Next(i)].Sample : null;
            stories.Add(Make(seed, i, repeated, random));
        }

        return stories;
    }

    /// <summary>One request, for a story whose people are told elsewhere what to do.</summary>
    public static Sample SampleOf(string series, int number, SellerAction action, bool viaConnector) =>
        SampleOf(series, number, Channels[number % 2], viaConnector, Request(series, number), action);

    private static Sample SampleOf(string series, int number, string channel, bool viaConnector, JsonObject request, SellerAction action) => new(
        string.Create(CultureInfo.InvariantCulture, $"s{series}-{number}"),
        channel,
        viaConnector,
        request,
        action,
        action switch { SellerAction.QualifyAndWin => "Approved", SellerAction.LeaveOpen => "Pending", _ => "Rejected" },
        action switch { SellerAction.Disqualify => "Disqualified", SellerAction.LeaveOpen => "Open", _ => "Qualified" });

    private static SimulatedStory Make(int seed, int number, Sample? repeated, Random random)
    {
        var action = random.Next(100) switch
        {
            < 45 => SellerAction.QualifyAndWin,
            < 65 => SellerAction.QualifyAndLose,
            < 85 => SellerAction.Disqualify,
            _ => SellerAction.LeaveOpen,
        };
        var series = seed.ToString(CultureInfo.InvariantCulture);
        var sample = SampleOf(
            series,
            number,
            repeated?.Channel ?? Channels[random.Next(2)],
            random.Next(4) == 0,
            repeated is null ? Request(series, number) : repeated.Request.DeepClone().AsObject(),
            action);
        return new SimulatedStory(sample)
        {
            SubmitAfter = Steps(random, 180),
            Presses = random.Next(8) == 0 ? 2 : 1,
            ThinkAfter = random.Next(3) == 0 ? TimeSpan.Zero : Steps(random, 120),
            CloseAfter = random.Next(3) == 0 ? TimeSpan.Zero : Steps(random, 60),
            Headquarters = random.Next(10) switch { 0 => HeadquartersAction.Approve, 1 => HeadquartersAction.Reject, _ => HeadquartersAction.Nothing },
            HeadquartersAfter = Steps(random, 180),
        };
    }

    /// <summary>Whole steps of ten seconds: many things happen in the same moment.</summary>
    private static TimeSpan Steps(Random random, int most) => TimeSpan.FromSeconds(10 * random.Next(most + 1));

    private static JsonObject Request(string series, int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{series}-{number}");
        return new JsonObject
        {
            ["firstName"] = number % 3 == 0 ? "Zoë" : "Ada",
            ["lastName"] = number % 5 == 0 ? "O'Neill" : "Lovelace",
            ["email"] = $"buyer-{name}@company.example",
            ["phone"] = "+1 206 555 0142",
            ["companyName"] = number % 4 == 0 ? $"Company's {name} & Sons" : $"Company {name}",
            ["companySize"] = 10 + number,
            ["language"] = "en-US",
            ["comments"] = "We would like to buy.",
            ["address"] = new JsonObject
            {
                ["street"] = "Alaskan Way S",
                ["streetNumber"] = "1201",
                ["city"] = "Seattle",
                ["state"] = "WA",
                ["zipCode"] = "98134",
                ["country"] = "USA",
            },
        };
    }
}
