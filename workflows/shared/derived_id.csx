using System.Security.Cryptography;
using System.Text;

// UUID version 5 (RFC 9562): the same prospect always gets the same ids, so a second run finds what the first one made.
static Guid DerivedId(string name)
{
    var space = new byte[] { 0x5b, 0x0e, 0x1c, 0x7a, 0x93, 0x1d, 0x4e, 0x52, 0x8c, 0x4f, 0x2b, 0x61, 0x0d, 0x9e, 0x7f, 0x33 };
    byte[] hash;
    using (var sha = SHA1.Create()) hash = sha.ComputeHash(space.Concat(Encoding.UTF8.GetBytes(name)).ToArray());
    hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
    hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
    return Guid.Parse(BitConverter.ToString(hash, 0, 16).Replace("-", ""));
}
