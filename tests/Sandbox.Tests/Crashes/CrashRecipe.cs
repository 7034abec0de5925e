namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>One story in which the process dies at the given points, one after another; the last one is what the recipe is for. None: the story is only watched.</summary>
internal sealed record CrashRecipe(CrashStory Story, IReadOnlyList<string> Deaths)
{
    public string Text => Deaths.Count == 0 ? Story.Name : $"{Story.Name}: {string.Join(" -> ", Deaths)}";
}
