// The platform imports these namespaces into every script, or its template does. None of their types
// are part of what the sandbox offers, but a using directive of a missing namespace would not compile.
using System.ComponentModel;

#pragma warning disable IDE0130, CA1040 // namespaces that do not follow the folder, types without members: both on purpose

namespace Microsoft.Azure.WebJobs
{
    /// <summary>Makes the namespace exist.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public interface INamespaceExists;
}

namespace Microsoft.Azure.WebJobs.Host
{
    /// <summary>Makes the namespace exist.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public interface INamespaceExists;
}

namespace Microsoft.AspNetCore.Mvc
{
    /// <summary>Makes the namespace exist.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public interface INamespaceExists;
}

namespace Microsoft.Extensions.Primitives
{
    /// <summary>Makes the namespace exist.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public interface INamespaceExists;
}
