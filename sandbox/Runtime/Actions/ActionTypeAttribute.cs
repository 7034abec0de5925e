using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime.Actions;

/// <summary>Names the value of <c>type</c> in workflow.json that the class implements.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ActionTypeAttribute(string type) : Attribute
{
    /// <summary>The type, compared without regard to case.</summary>
    public string Type { get; } = type;

    /// <summary>Where the type exists.</summary>
    public WorkflowHosts Hosts { get; init; } = WorkflowHosts.Both;

    /// <summary>What secureData may name on actions of this type.</summary>
    public SecureParts Secure { get; init; } = SecureParts.Both;

    /// <summary>What the platform's type can do and this one cannot, for docs/coverage.md; empty when nothing is missing.</summary>
    public string Missing { get; init; } = "";
}
