using System.Data.Common;

namespace B2BConnector.Connector.Store;

/// <summary>Finds what the database said in an exception.</summary>
internal static class StoreProblem
{
    /// <summary>EF Core wraps what fails while it saves, and what it takes for a passing failure, like a server that does not answer.</summary>
    public static DbException? Of(Exception? problem) => problem switch
    {
        null => null,
        DbException found => found,
        _ => Of(problem.InnerException),
    };
}
