using System.Security.Cryptography;

namespace B2BConnector.Emulation;

/// <summary>The id sources there are: real randomness for a running sandbox, a seed for tests.</summary>
public static class IdSources
{
    /// <summary>Version 4 ids from the operating system's randomness.</summary>
    public static Guid Random()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return Version4(bytes);
    }

    /// <summary>The same version 4 ids in the same order for the same seed. Safe to call from several threads.</summary>
    public static IdSource Seeded(int seed)
    {
        var random = new Random(seed);
        var gate = new Lock();
        return () =>
        {
            Span<byte> bytes = stackalloc byte[16];
            lock (gate)
            {
                random.NextBytes(bytes);
            }

            return Version4(bytes);
        };
    }

    private static Guid Version4(Span<byte> bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
