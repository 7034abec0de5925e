using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests;

/// <summary>Each folder below Cases is a workflow with its expected outline. ACCEPT=1 writes the outlines anew.</summary>
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(CaseRunner.Root, "tests", "Runtime.Tests", "Cases");

    public static TheoryData<string> Names() => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_RunOnce_HasItsOutline(string name)
    {
        var actual = await new CaseRunner(Path.Combine(Folder, name)).RunAsync();
        var file = Path.Combine(Folder, name, "expected.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, actual);
        }

        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), actual);
    }
}
