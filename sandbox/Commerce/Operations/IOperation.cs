using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>One thing the emulator answers. One file each in this folder, found by scan; the class name is its name in the trace.</summary>
internal interface IOperation
{
    string Method { get; }

    /// <summary>Route pattern.</summary>
    string Route { get; }

    Task RunAsync(HttpContext context, CommerceSystem system);
}
