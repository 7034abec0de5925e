using System.Security.Cryptography;
using System.Text;

namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>
/// The id that create-lead gives the Timeline note of a prospect: UUID version 5 (RFC 9562) of the key, as in workflows/shared/derived_id.csx.
/// </summary>
internal static class NoteId
{
    private static readonly byte[] Space = Convert.FromHexString("5b0e1c7a931d4e528c4f2b610d9e7f33");

    public static string Of(ProspectKey key)
    {
#pragma warning disable CA5350 // Names a row, protects nothing: version 5 is defined with SHA-1.
        var hash = SHA1.HashData([.. Space, .. Encoding.UTF8.GetBytes($"note:{key}")]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString();
    }
}
