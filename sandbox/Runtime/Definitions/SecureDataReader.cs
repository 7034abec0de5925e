using System.Reflection;
using B2BConnector.Runtime.Actions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads runtimeConfiguration.secureData, and hides also the inputs of actions that use what another one hides.</summary>
internal static class SecureDataReader
{
    private static readonly string[] ActionFunctions = ["body", "outputs", "actions", "actionBody", "actionOutputs", "result"];
    private static readonly string[] TriggerFunctions = ["trigger", "triggers", "triggerBody", "triggerOutputs", "triggerFormDataValue", "triggerFormDataMultiValues", "triggerMultipartBody"];

    public static void Read(ActionDefinition definition, ActionReader reader)
    {
        var parts = definition.Behaviour.GetType().GetCustomAttribute<ActionTypeAttribute>()?.Secure ?? SecureParts.None;
        var (inputs, outputs) = Read(reader.RuntimeConfiguration, parts, $"type {definition.Type}");
        definition.SecureInputs = inputs;
        definition.SecureOutputs = outputs || (inputs && !parts.HasFlag(SecureParts.Outputs));
    }

    public static (bool Inputs, bool Outputs) Read(ObjectReader? runtimeConfiguration, SecureParts supported, string where)
    {
        if (runtimeConfiguration?.Object("secureData") is not { } secure)
        {
            return default;
        }

        var found = SecureParts.None;
        var names = secure.Need("properties") as JArray ?? [];
        for (var i = 0; i < names.Count; i++)
        {
            var path = JsonPath.Append(secure.PathOf("properties"), i);
            var name = names[i].ToString();
            if (!Enum.TryParse<SecureParts>(name, ignoreCase: true, out var part) || part is not (SecureParts.Inputs or SecureParts.Outputs))
            {
                secure.Report(RuntimeProblems.BadValue(path, "properties", name, "inputs, outputs"));
            }
            else if (!supported.HasFlag(part))
            {
                secure.Report(RuntimeProblems.SecureDataUnsupported(path, name.ToLowerInvariant(), where));
            }
            else
            {
                found |= part;
            }
        }

        secure.Finish();
        return (found.HasFlag(SecureParts.Inputs), found.HasFlag(SecureParts.Outputs));
    }

    /// <summary>An action that uses secured outputs gets hidden inputs, as documented; where its outputs repeat its inputs, those too.</summary>
    public static void Spread(WorkflowDefinition workflow)
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var action in workflow.AllActions.Values.Where(action => !action.SecureInputs))
            {
                if (action.Calls.Any(call => ReadsSecured(workflow, call)))
                {
                    action.SecureInputs = true;
                    action.SecureOutputs |= RepeatsInputs(action);
                    changed = true;
                }
            }
        }
    }

    private static bool RepeatsInputs(ActionDefinition action) =>
        action.Behaviour.GetType().GetCustomAttribute<ActionTypeAttribute>()?.Secure == SecureParts.Inputs;

    private static bool ReadsSecured(WorkflowDefinition workflow, FunctionCall call)
    {
        if (TriggerFunctions.Contains(call.Function))
        {
            return workflow.Trigger is { SecureOutputs: true };
        }

        return ActionFunctions.Contains(call.Function)
            && call.LiteralArguments is [{ } name, ..]
            && workflow.AllActions.TryGetValue(name, out var other)
            && other.SecureOutputs;
    }
}
