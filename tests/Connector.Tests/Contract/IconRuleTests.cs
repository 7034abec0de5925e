using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 67 and 76: the icon. It is an opaque RGB image without interlacing, so its rows can be read as they lie.</summary>
public sealed class IconRuleTests
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private readonly byte[] _file = File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "icon.png"));

    [Fact]
    public void Rule76_Icon_IsASmallOpaqueSquare()
    {
        Assert.Equal(Signature, _file[..8]);
        Assert.InRange(_file.Length, 1, 1_000_000);
        Assert.Equal(Width, BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(20)));
        Assert.InRange(Width, 100, 230);
        Assert.Equal((8, 2, 0), (_file[24], _file[25], _file[28]));
    }

    [Fact]
    public void Rule76_Logo_LeavesAMargin()
    {
        var rows = Pixels();
        var background = rows[0][0];
        var columns = Enumerable.Range(0, Width).Where(x => rows.Any(row => row[x] != background)).ToList();
        var lines = Enumerable.Range(0, Width).Where(y => rows[y].Any(pixel => pixel != background)).ToList();

        Assert.InRange(columns[^1] - columns[0] + 1, 1, Width * 7 / 10);
        Assert.InRange(lines[^1] - lines[0] + 1, 1, Width * 7 / 10);
    }

    [Fact]
    public void Rule67_Background_IsTheBrandColor()
    {
        var color = JsonNode.Parse(File.ReadAllText(RepositoryFiles.PropertiesPath))!["properties"]!["iconBrandColor"]!.ToString();

        Assert.Equal(color, Pixels()[0][0]);
        Assert.NotEqual("#ffffff", color);
    }

    private int Width => BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(16));

    private List<List<string>> Pixels()
    {
        using var data = new MemoryStream();
        for (var at = 8; at < _file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(_file.AsSpan(at));
            if (_file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(_file, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress))
        {
            zlib.CopyTo(inflated);
        }

        var bytes = inflated.ToArray();
        var stride = (Width * 3) + 1;
        Assert.All(Enumerable.Range(0, Width), y => Assert.Equal(0, bytes[y * stride]));
        return [.. Enumerable.Range(0, Width).Select(y => Enumerable.Range(0, Width).Select(x => $"#{Convert.ToHexStringLower(bytes, (y * stride) + 1 + (x * 3), 3)}").ToList())];
    }
}
