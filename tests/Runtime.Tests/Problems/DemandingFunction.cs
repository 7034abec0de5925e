namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>A custom function that the host cannot create.</summary>
public sealed class DemandingFunction(string setting)
{
    public string Run() => setting;
}
