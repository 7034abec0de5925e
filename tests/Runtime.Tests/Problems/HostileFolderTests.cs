using System.Text;
using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>Whatever lies in a folder, the loader answers with problems: it never throws, and it comes to an end.</summary>
public sealed class HostileFolderTests : IDisposable
{
    private const string Good = """
        {"definition":{"$schema":"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#","contentVersion":"1.0.0.0",
        "triggers":{"manual":{"type":"Request","kind":"Http","inputs":{"schema":{}},"conditions":[{"expression":"@equals(1,1)"}]}},
        "actions":{"Init":{"type":"InitializeVariable","inputs":{"variables":[{"name":"v","type":"integer","value":1}]},"runAfter":{}},
        "Loop":{"type":"Until","expression":"@greater(variables('v'),3)","limit":{"count":5,"timeout":"PT1M"},"actions":{"Up":{"type":"IncrementVariable","inputs":{"name":"v","value":1}}},"runAfter":{"Init":["Succeeded"]}},
        "Each":{"type":"Foreach","foreach":"@createArray(1,2)","actions":{"In":{"type":"Compose","inputs":"@{items('Each')} of @{variables('v')}"}},"runAfter":{"Loop":["Succeeded","Failed"]}},
        "Pick":{"type":"Switch","expression":"@string(variables('v'))","cases":{"One":{"case":"1","actions":{}}},"default":{"actions":{"Call":{"type":"Http","inputs":{"method":"GET","uri":"https://example.com","retryPolicy":{"type":"fixed","count":2,"interval":"PT20S"}}}}},"runAfter":{"Each":["Succeeded"]}}},
        "outputs":{}},"kind":"Stateful"}
        """;

    private readonly ProjectFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_TheGoodOne_HasNoProblem() => Assert.Empty(Problems(Good));

    [Fact]
    public void Load_WithByteOrderMarks_ReadsTheText()
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            folder.With("main/workflow.json", "");
            File.WriteAllText(Path.Combine(folder.Path, "main", "workflow.json"), Good, encoding);
            Assert.Empty(Loaded());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("{\"definition\":null,\"kind\":null}")]
    [InlineData("{\"definition\":{\"triggers\":[],\"actions\":\"none\"},\"kind\":{}}")]
    [InlineData("{\"definition\":{\"triggers\":{\"\":null},\"actions\":{\"\":{\"\":\"\"}}},\"kind\":\"\"}")]
    [InlineData("{\"definition\":{\"triggers\":{\"t\":{\"type\":[],\"conditions\":[1,null,{}]}},\"actions\":{\"a\":{\"type\":7,\"runAfter\":{\"a\":[\"Succeeded\"]},\"inputs\":[]}}},\"kind\":\"Stateful\"}")]
    [InlineData("\0\u0001\u0002")]
    public void Load_OddText_SaysWhatIsWrong(string text)
    {
        Assert.NotEmpty(Problems(text));
        foreach (var file in (string[])["parameters.json", "connections.json", "host.json", "local.settings.json"])
        {
            folder.With(file, text);
        }

        Assert.NotEmpty(Problems(text));
    }

    [Fact]
    public void Load_OddValues_InEveryPlace_SaysWhatIsWrong()
    {
        string[] odd = ["null", "7", "-1", "1e999", "\"\"", "\"@\"", "\"@x(\"", "\"@{\"", "[]", "[[]]", "{}", "{\"a\":null}", "true", "\"\\ud800\""];
        var places = System.Text.RegularExpressions.Regex.Matches(Good, """(?<=":)("[^"]*"|\d+|\{\}|\[[^\]]*\])""");
        Assert.InRange(places.Count, 30, 200);
        var random = new Random(7);
        foreach (System.Text.RegularExpressions.Match place in places)
        {
            var value = odd[random.Next(odd.Length)];
            Problems(string.Concat(Good.AsSpan(0, place.Index), value, Good.AsSpan(place.Index + place.Length)));
        }
    }

    [Fact]
    public void Load_MutatedText_NeverThrows()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var text = new StringBuilder(Good);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(text.Length);
                _ = random.Next(4) switch
                {
                    0 => text.Remove(at, Math.Min(random.Next(1, 20), text.Length - at)),
                    1 => text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 40), text.Length - at))),
                    2 => text.Insert(at, "{}[]\":,@'()"[random.Next(11)]),
                    _ => text.Remove(at, text.Length - at),
                };
            }

            Problems(text.ToString());
        }
    }

    [Fact]
    public void Load_DeepJson_IsAProblem()
    {
        Assert.Contains(Problems(Good.Replace("\"inputs\":{\"schema\":{}}", $"\"inputs\":{{\"schema\":{new string('[', 100_000)}", StringComparison.Ordinal)), problem => problem.Code == "RT0001");
        var blocks = string.Concat(Enumerable.Range(0, 100).Select(level => $"\"S{level}\":{{\"type\":\"Scope\",\"actions\":{{")) + new string('}', 200);
        Assert.Contains(Problems(WithActions(blocks)), problem => problem.Code == "RT0024");
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void Load_TwentyThousandActions_EndsWithTheLimit()
    {
        var actions = string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"A{number}\":{{\"type\":\"Compose\",\"inputs\":\"@outputs('A{number + 1}')\",\"runAfter\":{{\"A{(number + 1) % 20_000}\":[\"Succeeded\"]}}}}"));
        var problems = Problems(WithActions(actions));

        Assert.Contains(problems, problem => problem is { Code: "RT0024", Message: var message } && message.Contains("500", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Code == "RT0011");
    }

    [Fact]
    public void Load_NamesWithLineBreaks_StayOnOneLine() =>
        Assert.All(Problems(Good.Replace("\"Loop\":", "\"Lo\\nop\":", StringComparison.Ordinal)), problem => Assert.DoesNotContain('\n', problem.ToString()));

    [Fact]
    public void Load_LinksAndFoldersInsteadOfFiles_AreSaidInWords()
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "a", "workflow.json"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "b"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b", "workflow.json"), Path.Combine(folder.Path, "b", "workflow.json"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "c"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "parameters.json"), Path.Combine(folder.Path, "gone.json"));

        Assert.All(Problems(Good), problem => Assert.Equal("RT0041", problem.Code));
    }

    [Fact]
    public void Load_ThousandConnectionsAndParameters_ComesToAnEnd()
    {
        folder.With("parameters.json", $"{{{string.Join(',', Enumerable.Range(0, 3000).Select(number => $"\"p{number}\":{{\"type\":\"String\",\"value\":\"@appsetting('none{number}')\"}}"))}}}")
            .With("connections.json", $"{{\"managedApiConnections\":{{{string.Join(',', Enumerable.Range(0, 3000).Select(number => $"\"c{number}\":{{}}"))}}}}}");

        Assert.Contains(Problems(Good), problem => problem.Code == "RT0024");
    }

    private static string WithActions(string actions) =>
        """{"definition":{"triggers":{"m":{"type":"Request"}},"actions":{""" + actions + """}},"kind":"Stateful"}""";

    private IReadOnlyList<Problem> Problems(string workflow)
    {
        folder.With("main/workflow.json", workflow);
        return Loaded();
    }

    private IReadOnlyList<Problem> Loaded() => WorkflowProject.Load(folder.Path, new Dictionary<string, string>()).Problems;
}
