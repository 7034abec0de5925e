using System.Security.Cryptography;

namespace B2BConnector.Host.Services;

/// <summary>
/// Ports that this process gives out and no other: between the moment in which one is found free and the moment in which a service listens on it,
/// two sandboxes that start at the same time would take the same.
/// </summary>
internal sealed class PortBlock
{
    /// <summary>
    /// Below what operating systems give to outgoing calls (Linux from 32768, Windows and macOS from 49152): a port that one of those picks while
    /// the services start would be taken before they listen.
    /// </summary>
    public const int First = 10_240, Last = 32_767;

    /// <summary>Ports of one block.</summary>
    public const int Size = 256;

    /// <summary>Has a file for each block, with its first port as name.</summary>
    public static readonly string Folder = Path.Combine(Path.GetTempPath(), "b2b-sandbox-ports");

    private const int Blocks = (Last + 1 - First) / Size;

    // Locked as long as the process lives, also when it is killed: the operating system ends a lock with its process.
    private static readonly List<FileStream> Claims = [];
    private readonly int _first;
    private uint _given;

    private PortBlock(int block) => _first = First + (block * Size);

    /// <summary>A block that no living process has; any, where files cannot be locked.</summary>
    public static PortBlock Claim()
    {
        var start = RandomNumberGenerator.GetInt32(Blocks);
        for (var i = 0; i < Blocks; i++)
        {
            var block = (start + i) % Blocks;
            if (TryLock(block) is { } claim)
            {
                Claims.Add(claim);
                return new PortBlock(block);
            }
        }

        return new PortBlock(start);
    }

    /// <summary>Each once, beginning behind the last one given.</summary>
    public IEnumerable<int> Ports()
    {
        for (var i = 0; i < Size; i++)
        {
            yield return _first + (int)(_given++ % Size);
        }
    }

    private static FileStream? TryLock(int block)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            return new FileStream(Path.Combine(Folder, $"{First + (block * Size)}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
