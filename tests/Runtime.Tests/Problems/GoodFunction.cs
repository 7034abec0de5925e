namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>A custom function with nothing wrong; cases load this assembly as theirs.</summary>
public sealed class GoodFunction
{
    public int Run(int number) => number;
}
