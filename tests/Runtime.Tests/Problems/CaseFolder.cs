using System.Text;
using B2BConnector.Runtime.Tests.CloudFlows;
using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>The folder of a case on disk.</summary>
internal sealed class CaseFolder : IDisposable
{
    private const string Before = """
        {"definition":{"$schema":"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#","contentVersion":"1.0.0.0",
        """;

    private const string Request = """{"manual":{"type":"Request","kind":"Http","inputs":{}}}""";
    private readonly ProjectFolder folder = new();
    private readonly List<FileStream> inUse = [];
    private readonly bool isMissing;
    private readonly FlowFolder? flow;

    public CaseFolder(ProblemCase one)
    {
        if (one.Files.Any(file => file.Name.StartsWith("flow ", StringComparison.Ordinal)))
        {
            flow = new FlowFolder().With(Part(one, "flow actions") ?? "{}", references: Part(one, "flow references") ?? "");
            return;
        }

        foreach (var (name, note, text) in one.Files)
        {
            var file = Path.Combine(folder.Path, name);
            switch (name, note)
            {
                // The part begins on the first line, so that lines of the case are lines of the file.
                case ("actions", _):
                    folder.With("main/workflow.json", $$$"""{{{Before}}}"triggers":{{{Request}}},"actions":{{{text}}},"outputs":{}},"kind":"Stateful"}""");
                    break;
                case ("triggers", _):
                    folder.With("main/workflow.json", $$$"""{{{Before}}}"triggers":{{{text}}},"actions":{},"outputs":{}},"kind":"Stateful"}""");
                    break;
                case (_, "no folder"):
                    isMissing = true;
                    break;
                case (_, "missing"):
                    File.Delete(file);
                    break;
                case (_, "Latin-1"):
                    folder.With(name, "");
                    File.WriteAllText(file, text, Encoding.Latin1);
                    break;
                case (_, "34 MB"):
                    folder.With(name, text + new string(' ', 34_000_000 - text.Length));
                    break;
                case (_, "an assembly with GoodFunction and DemandingFunction"):
                    folder.With(name, "");
                    File.Copy(typeof(GoodFunction).Assembly.Location, file, overwrite: true);
                    break;
                case (_, "6000 unknown properties"):
                    folder.With(name, text.Replace("\"actions\": {}", $"\"actions\": {{\"A\":{{\"type\":\"Compose\",\"inputs\":1,{string.Join(',', Enumerable.Range(1, 6000).Select(number => $"\"p{number}\":1"))}}}}}", StringComparison.Ordinal));
                    break;
                case (_, "an expression of 8193 characters"):
                    folder.With(name, text.Replace("\"actions\": {}", $"\"actions\": {{\"A\":{{\"type\":\"Compose\",\"inputs\":\"@'{new string('x', 8191)}'\"}}}}", StringComparison.Ordinal));
                    break;
                case (_, "129 nested arrays"):
                    folder.With(name, text.Replace("\"actions\": {}", $"\"actions\": {{\"A\":{{\"type\":\"Compose\",\"inputs\":{new string('[', 129)}{new string(']', 129)}}}}}", StringComparison.Ordinal));
                    break;
                case (_, "in use by another program"):
                    folder.With(name, text);
                    inUse.Add(new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
                    break;
                case (_, ""):
                    folder.With(name, text);
                    break;
                default:
                    throw new InvalidOperationException($"No case knows what '{note}' means.");
            }
        }
    }

    /// <summary>What the loader says, a line each; the folder is called project.</summary>
    public string Problems()
    {
        var path = flow?.Path ?? (isMissing ? folder.Path + "-none" : folder.Path);
        var problems = (flow?.Load() ?? WorkflowProject.Load(path, new Dictionary<string, string>())).Problems;
        return string.Concat(problems.Select(problem => Shown(problem.ToString(), path) + "\n"));
    }

    public void Dispose()
    {
        inUse.ForEach(file => file.Dispose());
        flow?.Dispose();
        folder.Dispose();
    }

    private static string? Part(ProblemCase one, string name) => one.Files.FirstOrDefault(file => file.Name == name).Text;

    private static string Shown(string text, string path) => text
        .Replace(path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
        .Replace(path, "project", StringComparison.Ordinal)
        .Replace(Path.GetFileName(path) + "/", "", StringComparison.Ordinal)
        .Replace('\\', '/');
}
