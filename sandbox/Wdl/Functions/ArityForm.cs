namespace B2BConnector.Wdl.Functions;

/// <summary>The platform writes its arity sentences in three ways.</summary>
internal enum ArityForm
{
    /// <summary>"… was invoked with '2' parameter(s)."</summary>
    Counted,

    /// <summary>"… was invoked with '2' parameters."</summary>
    CountedPlural,

    /// <summary>"… was invoked with no parameters."</summary>
    None,
}
