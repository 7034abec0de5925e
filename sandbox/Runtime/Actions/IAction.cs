using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;

namespace B2BConnector.Runtime.Actions;

/// <summary>
/// One action type. An instance belongs to one action of one definition: it compiles its part of the file once and is executed many times, at once.
/// Retries, time-outs, tracked properties, secure data, history and status of the surroundings are the pipeline's concern.
/// </summary>
public interface IAction
{
    /// <summary>Reads and compiles what belongs to the type; every fault is reported to the reader.</summary>
    void Read(ActionReader reader);

    /// <summary>
    /// Does the work of one try. A failure is a result. Allowed exceptions: <see cref="Wdl.WdlException"/> (becomes InvalidTemplate)
    /// and <see cref="OperationCanceledException"/> of <paramref name="cancellation"/>.
    /// </summary>
    Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation);
}
