using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl;

/// <summary>
/// What expressions can see of the run they belong to. Every member throws <see cref="WdlException"/> with the platform's text
/// when the thing is missing or not allowed at this place. Returned tokens are read, never changed; JSON null is a token, not C# null.
/// </summary>
public interface IEvaluationContext
{
    /// <summary>Clock of utcNow and its relatives.</summary>
    TimeProvider Time { get; }

    /// <summary>Source of guid().</summary>
    IdSource Ids { get; }

    /// <summary>Source of rand().</summary>
    Random Random { get; }

    /// <summary>How the language behaves where its sources contradict each other.</summary>
    LanguageOptions Options => LanguageOptions.Default;

    /// <summary>Value of parameters('name').</summary>
    JToken Parameter(string name);

    /// <summary>Value of appsetting('name'); null when there is no such setting.</summary>
    string? AppSetting(string name);

    /// <summary>Value of variables('name').</summary>
    JToken Variable(string name);

    /// <summary>The record of an action: name, inputs, outputs, startTime, endTime, trackingId, clientTrackingId, code, status, error.</summary>
    JToken Action(string name);

    /// <summary>The record of the action itself, in tracked properties and webhook inputs.</summary>
    JToken CurrentAction();

    /// <summary>The trigger's record: name, outputs {headers, queries, body}, startTime and so on.</summary>
    JToken Trigger();

    /// <summary>The current item of the innermost loop or data operation (null), or of the loop with that name.</summary>
    JToken Item(string? loop);

    /// <summary>0-based count of the iteration of an enclosing Until loop.</summary>
    int IterationIndex(string loop);

    /// <summary>Records of the direct children of a scope.</summary>
    JToken Result(string scope);

    /// <summary>{id, name, run: {id, name, type}}.</summary>
    JToken Workflow();

    /// <summary>Address the subscribed service calls back.</summary>
    string ListCallbackUrl();
}
