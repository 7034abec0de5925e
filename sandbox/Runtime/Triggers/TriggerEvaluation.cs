using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>What expressions of a trigger see: parameters, settings, and after the event the trigger's outputs.</summary>
internal sealed class TriggerEvaluation(EngineServices services, WorkflowDefinition workflow, JObject? record, Func<string>? callback)
    : EvaluationContext(services.Options.Time, services.Options.Ids, services.Random)
{
    public override JToken Parameter(string name) =>
        services.Contents.ParameterOf(workflow, name) ?? base.Parameter(name);

    public override LanguageOptions Options => workflow.Flow is null ? base.Options : CloudFlow.Language;

    public override string? AppSetting(string name) => services.Contents.Settings[name];

    public override JToken Trigger() => record ?? base.Trigger();

    public override JToken Workflow() => new JObject { ["id"] = $"/workflows/{workflow.Id}", ["name"] = workflow.Name, ["type"] = "workflows" };

    public override string ListCallbackUrl() => callback is null ? base.ListCallbackUrl() : callback();
}
