using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Support;

/// <summary>Requests of <c>samples/</c>, up to where they are prospects.</summary>
internal static class SampleStory
{
    private static readonly Lazy<IReadOnlyList<Sample>> All = new(() => Sample.Load(Path.Combine(Repository.Root, "samples", "onboarding-requests.json")));

    public static Sample Find(string sampleId) => All.Value.Single(sample => sample.Id == sampleId);

    /// <summary>Somebody in Commerce headquarters decides.</summary>
    public static Task DecideInHeadquartersAsync(DemoSystems systems, Story story, string status) => systems.Headquarters.PatchAsync(
        $"/data/Prospects(dataAreaId='{story.LegalEntity}',ProspectId='{story.ProspectId}')?cross-company=true", new JsonObject { ["B2BProspectStatus"] = status }, CancellationToken.None);

    /// <summary>A request that has become a prospect.</summary>
    public static async Task<Story> ProspectAsync(DemoSystems systems, string sampleId)
    {
        var story = new Story(Find(sampleId));
        story.ConfirmationId = await systems.SubmitAsync(story.Sample, CancellationToken.None);
        await systems.RunRequestJobsAsync(CancellationToken.None);
        var state = await systems.RequestStateAsync(story, CancellationToken.None);
        (story.LegalEntity, story.ProspectId) = ((string?)state["legalEntity"], (string?)state["prospectId"]);
        return story;
    }
}
