using B2BConnector.Runtime.Scripts;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Tests.Scripts;

public sealed class ScriptCacheTests : IDisposable
{
    private readonly ScriptFolder _scripts = new();
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("b2b-cache-");

    public void Dispose()
    {
        _scripts.Dispose();
        _home.Delete(recursive: true);
    }

    private string Folder => Path.Combine(_home.FullName, "scripts");

    [Fact]
    public void Find_KeptByAnotherProcess_IsTheScript()
    {
        var sources = Sources("public static int Run() => 41 + 1;");
        new ScriptCache(Folder).Keep(sources, Compiled(sources));

        var found = new ScriptCache(Folder).Find(Sources("public static int Run() => 41 + 1;"));

        Assert.Equal(42, found!.Load().Invoke(null, null));
    }

    [Fact]
    public void Find_TextOfALoadedFileChanged_IsNone()
    {
        _scripts.Write("b.csx", "static int Value() => 1;");
        var before = Sources("#load \"b.csx\"\npublic static int Run() => Value();");
        new ScriptCache(Folder).Keep(before, Compiled(before));

        _scripts.Write("b.csx", "static int Value() => 2;");

        Assert.Null(new ScriptCache(Folder).Find(Sources("#load \"b.csx\"\npublic static int Run() => Value();")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(400)]
    public void Find_FileWasCutOff_IsNoneAndKeptAgain(int length)
    {
        var sources = Sources("public static int Run() => 42;");
        var cache = new ScriptCache(Folder);
        cache.Keep(sources, Compiled(sources));
        using (var file = File.OpenWrite(Assert.Single(Directory.GetFiles(Folder))))
        {
            file.SetLength(length);
        }

        Assert.Null(cache.Find(sources));

        cache.Keep(sources, Compiled(sources));
        Assert.Equal(42, cache.Find(sources)!.Load().Invoke(null, null));
    }

    [Fact]
    public void Find_OneByteChanged_IsNone()
    {
        var sources = Sources("public static int Run() => 42;");
        var cache = new ScriptCache(Folder);
        cache.Keep(sources, Compiled(sources));
        var file = Assert.Single(Directory.GetFiles(Folder));
        var bytes = File.ReadAllBytes(file);
        bytes[^100] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Null(cache.Find(sources));
    }

    [Fact]
    public void Folder_OfTheUserOnly()
    {
        var sources = Sources("public static int Run() => 42;");
        new ScriptCache(Folder).Keep(sources, Compiled(sources));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Folder));
        }
    }

    [Fact]
    public void Folder_OthersMayWriteTo_IsNotUsed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var sources = Sources("public static int Run() => 42;");
        var cache = new ScriptCache(Folder);
        cache.Keep(sources, Compiled(sources));
        File.SetUnixFileMode(Folder, File.GetUnixFileMode(Folder) | UnixFileMode.OtherWrite);

        Assert.Null(cache.Find(sources));
        var others = Sources("public static int Run() => 43;");
        cache.Keep(others, Compiled(others));
        Assert.Single(Directory.GetFiles(Folder));
    }

    [Fact]
    public void Folder_CannotBeMade_KeepsNothing()
    {
        var sources = Sources("public static int Run() => 42;");
        var file = Path.Combine(_home.FullName, "file");
        File.WriteAllText(file, "");
        var cache = new ScriptCache(Path.Combine(file, "scripts"));

        cache.Keep(sources, Compiled(sources));

        Assert.Null(cache.Find(sources));
        Assert.Null(new ScriptCache(null).Find(sources));
    }

    [Fact]
    public void Keep_WhatNobodyCompiledForAMonth_IsRemoved()
    {
        var cache = new ScriptCache(Folder);
        var old = Sources("public static int Run() => 1;");
        cache.Keep(old, Compiled(old));
        File.SetLastWriteTimeUtc(Assert.Single(Directory.GetFiles(Folder)), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-31));

        var recent = Sources("public static int Run() => 2;");
        cache.Keep(recent, Compiled(recent));

        Assert.Null(cache.Find(old));
        Assert.NotNull(cache.Find(recent));
    }

    private static ScriptImage Compiled(ScriptSources sources)
    {
        var problems = new List<Problem>();
        var image = ScriptCompiler.Compile(sources, problems);
        Assert.Empty(problems);
        return image!;
    }

    private ScriptSources Sources(string text)
    {
        _scripts.Write("a.csx", text);
        return ScriptSources.Read(_scripts.Workflow, "a.csx", [])!;
    }
}
