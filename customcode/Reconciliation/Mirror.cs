namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>Values of the column b2b_prospectstatus.</summary>
internal static class Mirror
{
    public const int Pending = 726000000;
    public const int Approved = 726000001;
    public const int Rejected = 726000002;
    public const int Unknown = 726000003;
}
