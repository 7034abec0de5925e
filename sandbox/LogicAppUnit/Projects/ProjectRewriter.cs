using B2BConnector.Runtime;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Projects;

/// <summary>Changes what is read of a project as LogicAppUnit changes its copy of it; on disk nothing changes.</summary>
internal sealed class ProjectRewriter(ProjectSource source) : IProjectEdits
{
    private const string History = "WithStatelessRunHistory";
    private JObject settings = [];
    private JObject? parameters;

    public string SettingsFile => source.SettingsFile;

    /// <summary>Name of the trigger that a test calls; null without.</summary>
    public string? Trigger { get; private set; }

    public bool Includes(string workflow) => workflow == source.Workflow;

    public void Edit(string file, JToken root)
    {
        if (root is not JObject json)
        {
            return;
        }

        if (file == SettingsFile)
        {
            settings = SettingsRewriter.Values(json, file);
            SettingsRewriter.LeadToMocks(settings, source.Options.ExternalApiUrlsToMock);
            SettingsRewriter.Override(settings, source.Overrides);
            KeepHistory();
        }
        else if (file == "parameters.json")
        {
            parameters = json;
        }
        else if (file == "connections.json")
        {
            new ConnectionsRewriter(settings, parameters).Rewrite(json, source.Options.ManagedApisToMock);
        }
        else if (file == $"{source.Workflow}/workflow.json")
        {
            new WorkflowRewriter(source.Options).Rewrite(json);
            Trigger = WorkflowRewriter.TriggerOf(json);
        }
    }

    // The setting must be there before the workflow itself is read.
    private void KeepHistory()
    {
        var name = $"Workflows.{source.Workflow}.OperationOptions";
        if (source.Kind() != nameof(WorkflowType.Stateless) || (string?)settings[name] == History)
        {
            return;
        }

        settings[name] = source.Options.AutoConfigureWithStatelessRunHistory ? History : throw new TestException(
            $"The workflow '{source.Workflow}' is Stateless, and the app setting '{name}' is not '{History}': there would be no history to test. Set it, or let workflow.autoConfigureWithStatelessRunHistory in testConfiguration.json set it.");
    }
}
