namespace B2BConnector.Runtime;

/// <summary>What becomes of a project with author errors, and when scripts are compiled.</summary>
public enum ProjectLoading
{
    /// <summary>One error and there is no project. Scripts are compiled, so that their errors are known: what tests and deployments want.</summary>
    AllOrNothing,

    /// <summary>
    /// As Azure's host does: a workflow with errors is unhealthy and the others run; scripts are compiled by <see cref="WorkflowProject.CompileScripts"/>,
    /// or at their first run.
    /// </summary>
    AsTheHost,
}
