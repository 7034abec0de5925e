// Stands in for the platform's package of the same namespace, so that the project builds where that package is not
// available (property WithWorkflowsSdk). Only what the functions use.
#pragma warning disable IDE0130
namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function and gives it its name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name that workflows use in <c>functionName</c>.</summary>
    public string Name { get; } = name;
}
