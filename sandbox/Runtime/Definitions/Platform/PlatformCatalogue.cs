using System.Collections.Frozen;

namespace B2BConnector.Runtime.Definitions.Platform;

/// <summary>
/// Names that Logic Apps Standard knows. They tell what Azure refuses from what only this runtime does not support, and are the first column
/// of docs/coverage.md.
/// </summary>
/// <remarks>
/// Operation types: the Standard designer (Azure/LogicAppsUX, operation manifests and node types). Options and members:
/// https://learn.microsoft.com/azure/logic-apps/logic-apps-workflow-actions-triggers. Host settings:
/// https://learn.microsoft.com/azure/logic-apps/edit-app-settings-host-settings.
/// </remarks>
internal static class PlatformCatalogue
{
    /// <summary>Values of <c>type</c> in actions.</summary>
    public static FrozenSet<string> ActionTypes { get; } = Names(
        "AppendToArrayVariable AppendToStringVariable Compose DecrementVariable IncrementVariable InitializeVariable SetVariable Expression",
        "Foreach If Scope Switch Terminate Until Wait Response Http HttpWebhook ApiConnection ApiConnectionWebhook ApiManagement Function ServiceProvider",
        "Workflow InvokeFunction CSharpScriptCode JavaScriptCode PowerShellCode Join Query Select Table ParseJson Liquid Xslt XmlValidation XmlCompose XmlParse",
        "FlatFileDecoding FlatFileEncoding FlatFileSchemaGeneration IntegrationAccountArtifactLookup SendToBatch Agent NestedAgent AgentHandoff McpClientTool");

    /// <summary>Values of <c>type</c> in triggers.</summary>
    public static FrozenSet<string> TriggerTypes { get; } = Names(
        "Request Recurrence Http HttpWebhook ApiConnection ApiConnectionWebhook ApiManagement ServiceProvider Batch");

    /// <summary>Flags of operationOptions.</summary>
    public static FrozenSet<string> OperationOptions { get; } = Names(
        "DisableAsyncPattern Sequential SingleInstance Asynchronous DisableAutomaticDecompression EnableSchemaValidation SuppressWorkflowHeaders",
        "FailWhenLimitsReached SuppressWorkflowHeadersOnResponse IncludeAuthorizationHeadersInOutputs PersistRequestContextForConcurrencyControl",
        "FailWhenIterationFailed PreserveHttpContent");

    /// <summary>Values of <c>kind</c> at the root.</summary>
    public static FrozenSet<string> Kinds { get; } = Names("Stateful Stateless Agent");

    /// <summary>Values of <c>authentication.type</c> of calls.</summary>
    public static FrozenSet<string> AuthenticationTypes { get; } = Names("None Raw Basic ClientCertificate ActiveDirectoryOAuth ManagedServiceIdentity QueryString");

    /// <summary>Members of definitions that mean something to the platform at one place or another.</summary>
    public static FrozenSet<string> Members { get; } = Names(
        "actions authentication body chunkTransferSettings concurrency conditions contentTransfer contentVersion cookie correlation definition description else",
        "evaluatedRecurrence expression forceHttp headers host inputs kind limit maximumWaitingRuns metadata method operationOptions outputs paginationPolicy parameters",
        "path pathParameters queries recurrence relativePath repetitions requestOptions retryPolicy runAfter runs runtimeConfiguration schema secureData splitOn",
        "splitOnConfiguration staticResult staticResults subscribe tools trackedProperties transformOptions triggers unsubscribe uri");

    /// <summary>Settings of host.json, extensions.workflow.settings, with the platform's default.</summary>
    public static FrozenDictionary<string, string> HostSettings { get; } = new Dictionary<string, string>
    {
        ["Runtime.Backend.FlowRunTimeout"] = "90.00:00:00",
        ["Runtime.Backend.Stateless.FlowRunTimeout"] = "00:05:00",
        ["Runtime.Backend.FlowDefaultForeachItemsLimit"] = "100000",
        ["Runtime.Backend.Stateless.FlowDefaultForeachItemsLimit"] = "100",
        ["Runtime.Backend.FlowDefaultSplitOnItemsLimit"] = "100000",
        ["Runtime.Backend.ForeachDefaultDegreeOfParallelism"] = "20",
        ["Runtime.Backend.MaximumUntilLimitCount"] = "5000",
        ["Runtime.Backend.Stateless.MaximumUntilLimitCount"] = "100",
        ["Runtime.Trigger.MaximumRunConcurrency"] = "100",
        ["Runtime.Trigger.MaximumWaitingRuns"] = "200",
        ["Runtime.ContentLink.MaximumContentSizeInBytes"] = "104857600",
        ["Runtime.FlowRunActionJob.MaximumActionResultSize"] = "209715200",
        ["Runtime.Backend.HttpOperation.RequestTimeout"] = "00:03:45",
        ["Runtime.Backend.HttpOperation.DefaultRetryCount"] = "4",
        ["Runtime.Backend.HttpOperation.DefaultRetryInterval"] = "00:00:07",
        ["Runtime.Backend.HttpOperation.DefaultRetryMinimumInterval"] = "00:00:05",
        ["Runtime.Backend.HttpOperation.DefaultRetryMaximumInterval"] = "01:00:00",
        ["Runtime.Backend.ApiConnectionOperation.RequestTimeout"] = "00:02:00",
        ["Runtime.Backend.FunctionOperation.RequestTimeout"] = "00:03:45",
        ["Runtime.Backend.HttpWebhookOperation.RequestTimeout"] = "00:02:00",
        ["Runtime.Backend.Operation.MaximumRetryCount"] = "90",
        ["Runtime.Backend.TemplateLimits.InputParametersLimit"] = "50",
        ["Runtime.Backend.VariableOperation.MaximumVariableSize"] = "104857600",
        ["Runtime.Backend.VariableOperation.MaximumStatelessVariableSize"] = "1024",
        ["Runtime.ScaleUnitsCount"] = "1",
        ["Runtime.FlowRetentionThreshold"] = "90.00:00:00",
        ["Runtime.FlowRunRetryableActionJobCallback.ActionJobExecutionTimeout"] = "00:10:00",
        ["Runtime.ApplicationInsightTelemetryVersion"] = "v1",
        ["Runtime.WorkflowOperationDiscoveryHostMode"] = "false",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static FrozenSet<string> Names(params string[] lines) =>
        lines.SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
