using System.Diagnostics.CodeAnalysis;

namespace B2BConnector.OData;

/// <summary>Either a value or the problem that prevented it. Mistakes of callers are data here, never exceptions.</summary>
public readonly record struct ODataResult<T>(T? Value, ODataProblem? Problem)
    where T : class
{
    /// <summary>True when <see cref="Value"/> is there.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    public static implicit operator ODataResult<T>(T value) => new(value, null);

    public static implicit operator ODataResult<T>(ODataProblem problem) => new(null, problem);
}
