using System.Reflection.Metadata;

namespace B2BConnector.Metadata;

/// <summary>A type as far as a JSON schema needs it.</summary>
/// <param name="Name">Full name without arity; "[]" for arrays.</param>
/// <param name="Arguments">Type arguments, or the element of an array.</param>
/// <param name="Definition">Set for types of the assembly itself.</param>
internal sealed record TypeShape(string Name, IReadOnlyList<TypeShape> Arguments, TypeDefinitionHandle? Definition = null)
{
    /// <summary>The result that a caller sees: of a task, what it gives.</summary>
    public TypeShape Awaited() => Name is not ("System.Threading.Tasks.Task" or "System.Threading.Tasks.ValueTask") ? this
        : Arguments is [var result] ? result : new TypeShape("System.Void", []);
}
