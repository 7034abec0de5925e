// See FunctionAttribute.cs.
#pragma warning disable IDE0130
namespace Microsoft.Azure.Functions.Extensions.Workflows;

/// <summary>Marks the first parameter of a function that workflows call; all parameters come from the action's inputs.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WorkflowActionTriggerAttribute : Attribute;
