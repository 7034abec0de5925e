namespace LogicAppUnit.Mocking;

/// <summary>How a path is compared; upper and lower case count.</summary>
public enum PathMatchType
{
    /// <summary>The whole path.</summary>
    Exact,

    /// <summary>A part of it.</summary>
    Contains,

    /// <summary>Its end.</summary>
    EndsWith,
}
