using System.Globalization;
using System.Text;
using LogicAppUnit.Projects;

namespace LogicAppUnit.Runs;

/// <summary>Writes to the test's output what a person needs when a test fails.</summary>
internal static class RunLog
{
    public static void Write(TestConfigurationLogging options, TestedProject project, IReadOnlyList<(MockRequest Request, List<string> Log)> calls)
    {
        var text = new StringBuilder();
        if (options.WriteFunctionRuntimeStartupLogs)
        {
            text.AppendJoin(Environment.NewLine, project.Findings).AppendLine();
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Calls of workflow '{project.Workflow}': {calls.Count}");
        foreach (var (request, log) in calls)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"    {request.Timestamp:HH:mm:ss.fff}: {request.Method} {request.RequestUri.AbsoluteUri}");
            if (options.WriteMockRequestMatchingLogs)
            {
                text.AppendJoin("", log.Select(line => $"      {line}{Environment.NewLine}"));
            }
        }

        Console.Write(text);
    }
}
