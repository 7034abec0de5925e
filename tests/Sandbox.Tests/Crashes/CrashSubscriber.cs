using System.Text.Json.Nodes;
using B2BConnector.Sandbox.Tests.Simulation;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>
/// Somebody who wants events delivered: subscribes before the story, hears of it although the receiver fails once and refuses once, and
/// ends the subscriptions.
/// </summary>
internal static class CrashSubscriber
{
    private const string Created = "prospect.created";
    private const string Decided = "prospect.decided";

    public static async Task SubscribeAsync(CrashCast cast, SimulatedStory story)
    {
        cast.Listener = await EventListener.StartAsync(new() { [Created] = 500, [Decided] = 404 });
        await BeginAsync(cast, Created);
        await BeginAsync(cast, Decided);
    }

    public static async Task HearAndEndAsync(CrashCast cast, SimulatedStory story)
    {
        var (listener, prospect) = (cast.Listener!, $"{story.Story.LegalEntity}:{story.Story.ProspectId}");

        // What the receiver refused suspended the subscription: subscribing again lets it go on.
        await cast.People.UntilAsync(async () =>
        {
            await BeginAsync(cast, Decided);
            return listener.HasAccepted(Created, prospect) && listener.HasAccepted(Decided, prospect);
        });
        await CrashAsides.CallAsync(cast, HttpMethod.Get, "/subscriptions/dead-deliveries");
        await CrashAsides.CallAsync(cast, HttpMethod.Post, "/subscriptions/dead-deliveries/retry");
        foreach (var type in new[] { Created, Decided })
        {
            var end = await BeginAsync(cast, type);
            await CrashAsides.CallAsync(cast, HttpMethod.Delete, end);
            await CrashAsides.CallAsync(cast, HttpMethod.Delete, end);
        }

        var problems = listener.Problems();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', problems));
        }
    }

    /// <summary>Subscribes, and gives the path that ends the subscription: the same however often it is asked.</summary>
    private static async Task<string> BeginAsync(CrashCast cast, string type)
    {
        var end = "";
        var answer = await CrashAsides.CallAsync(
            cast,
            HttpMethod.Post,
            $"/subscriptions/{type.Replace('.', '-')}?source=All",
            new JsonObject { ["callbackUrl"] = cast.Listener!.Callback },
            response => end = response.Headers.Location?.PathAndQuery ?? end);
        cast.Listener.Trust(type, (string)answer["signingSecret"]!);
        return end;
    }
}
