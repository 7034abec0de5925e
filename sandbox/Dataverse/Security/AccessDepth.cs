namespace B2BConnector.Dataverse.Security;

/// <summary>How far a privilege reaches; the values are those of the platform's depth mask.</summary>
public enum AccessDepth
{
    /// <summary>The privilege is missing.</summary>
    None = 0,

    /// <summary>User: rows of one's own, and of teams one belongs to whose role has the privilege.</summary>
    Basic = 1,

    /// <summary>Business unit.</summary>
    Local = 2,

    /// <summary>Business unit and those below it.</summary>
    Deep = 4,

    /// <summary>The organization.</summary>
    Global = 8,
}
