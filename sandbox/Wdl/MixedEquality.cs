namespace B2BConnector.Wdl;

/// <summary>When values of different types are equal.</summary>
public enum MixedEquality
{
    /// <summary>Never (measured in the cloud).</summary>
    Never,

    /// <summary>A boolean equals its text: equals(true, 'True') (recorded on the local host).</summary>
    BooleanAndText,

    /// <summary>A boolean equals its number: equals(true, 1) (documented).</summary>
    BooleanAndNumber,
}
