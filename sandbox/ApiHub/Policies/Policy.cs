using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Policies;

/// <summary>One policyTemplateInstance of apiProperties.json. A kind of policy = one class with <see cref="PolicyTemplateAttribute"/>.</summary>
internal abstract class Policy(PolicySettings settings)
{
    /// <summary>Whether the policy rewrites bodies of answers, which are then read whole.</summary>
    public virtual bool ChangesBody => false;

    /// <summary>Without a list of operations a policy holds for all.</summary>
    public bool AppliesTo(string operationId) => settings.Operations.Count == 0 || settings.Operations.Contains(operationId);

    public virtual void OnRequest(OutgoingCall call)
    {
    }

    public virtual void OnResponse(OutgoingCall call, HttpResponse response)
    {
    }

    public virtual void OnBody(OutgoingCall call, JToken body, ApiHubOptions options)
    {
    }
}
