using System.Globalization;
using B2BConnector.Runtime;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;

namespace B2BConnector.Func;

/// <summary>Standard output: what tools wait for and show. Lines are written whole, whoever writes them.</summary>
internal sealed class HostOutput(TextWriter writer) : IRunObserver
{
    private readonly TextWriter writer = TextWriter.Synchronized(writer);

    public void Line(string text) => writer.WriteLine(text);

    /// <summary>Workflows, the address, and the line with "Host started" for which tools wait; after it what is wrong here.</summary>
    public void Started(WorkflowProject project, Uri address, TimeSpan took)
    {
        foreach (var workflow in project.Workflows.Values.OrderBy(workflow => workflow.Name, StringComparer.Ordinal))
        {
            Line($"Workflow {workflow.Name}: trigger {workflow.Trigger.Name} ({workflow.Trigger.Type})");
        }

        Line($"Now listening on: {address.GetLeftPart(UriPartial.Authority)}");
        Line(string.Create(CultureInfo.InvariantCulture, $"Host started ({took.TotalMilliseconds:0}ms)"));
        if (Globalization.Warning is { } warning)
        {
            Line(warning);
        }

        foreach (var (name, problems) in project.Unhealthy)
        {
            Line($"Workflow {name} is unhealthy and cannot be started:");
            Report(problems);
        }
    }

    /// <summary>Author errors, one a line, in the style of a compiler.</summary>
    public void Report(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Line(problem.ToString());
        }
    }

    public void ActionEnded(ActionEnd action)
    {
        if (action.Status is ActionStatus.Failed or ActionStatus.TimedOut)
        {
            var place = action.Repetition.Length == 0 ? action.Action : $"{action.Action}[{action.Repetition}]";
            Line($"Workflow {action.Workflow}, run {action.RunId}: action {place} {action.Status} ({action.Code ?? "no code"}){(action.Message is null ? "" : $": {action.Message}")}");
        }
    }

    public void RunEnded(RunSummary run) => Line(string.Create(
        CultureInfo.InvariantCulture, $"Workflow {run.Workflow}, run {run.RunId}: {run.Status} in {run.Duration.TotalMilliseconds:0}ms"));
}
