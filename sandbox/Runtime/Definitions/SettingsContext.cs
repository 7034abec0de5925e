using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>What expressions in parameters.json (app settings) and connections.json (and parameters) can see.</summary>
internal sealed class SettingsContext(ProjectContents project, bool withParameters)
    : EvaluationContext(TimeProvider.System, () => Guid.Empty, new Random(0))
{
    /// <summary>True where parameters() is allowed.</summary>
    public bool WithParameters => withParameters;

    public override string? AppSetting(string name) => project.Settings[name];

    public override JToken Parameter(string name) =>
        withParameters && project.Parameters.TryGetValue(name, out var value) ? value : base.Parameter(name);
}
