using System.Text.Json.Nodes;

namespace B2BConnector.Metadata;

/// <summary>A function as the assembly declares it.</summary>
/// <param name="Name">Name in the Function attribute.</param>
/// <param name="EntryPoint">Namespace.Class.Method.</param>
/// <param name="Trigger">The first parameter, which carries the trigger attribute.</param>
/// <param name="Inputs">JSON schema of the parameters.</param>
/// <param name="Output">JSON schema of the result.</param>
internal sealed record FunctionDeclaration(string Name, string EntryPoint, string Trigger, JsonObject Inputs, JsonObject Output);
