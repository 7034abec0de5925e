namespace B2BConnector.Runtime.Execution;

/// <summary>Ends the execution of one action with a result; never leaves the pipeline.</summary>
internal sealed class ActionFailure(ActionResult result) : Exception(result.Code)
{
    public ActionResult Result { get; } = result;
}
