namespace B2BConnector.ApiHub.Policies;

/// <summary>The templateId that a policy class stands for.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PolicyTemplateAttribute(string templateId) : Attribute
{
    public string TemplateId => templateId;
}
