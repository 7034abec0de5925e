using B2BConnector.Emulation;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Emulation;

/// <summary>The same semantics in memory and on a file.</summary>
public sealed class EmulatorStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Write_ThatThrows_RollsBackRowsAndSequences(bool onFile)
    {
        using var store = Open(onFile);
        store.Write(session => session.Put("t", "a", new JObject { ["x"] = 1 }));

        Assert.Throws<InvalidOperationException>(() => store.Write(session =>
        {
            session.Put("t", "a", new JObject { ["x"] = 2 });
            session.Put("t", "b", []);
            session.Next("s");
            throw new InvalidOperationException();
        }));

        Assert.Equal((1, 1), store.Read(session => ((int)session.Get("t", "a")!["x"]!, session.Count("t"))));
        Assert.Equal(1, store.Write(session => session.Next("s")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_HandedOut_AreCopies(bool onFile)
    {
        using var store = Open(onFile);
        var row = new JObject { ["x"] = 1 };
        store.Write(session => session.Put("t", "a", row));

        row["x"] = 2;
        store.Read(session => session.Get("t", "a"))!["x"] = 3;
        store.Read(session => session.All("t").Single().Row)["x"] = 4;

        Assert.Equal(1, store.Read(session => (int)session.Get("t", "a")!["x"]!));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Session_WhileWriting_SeesItsOwnRowsInKeyOrder(bool onFile)
    {
        using var store = Open(onFile);

        var keys = store.Write(session =>
        {
            session.Put("t", "b", []);
            session.Put("t", "a", []);
            session.Put("t", "B", []);
            Assert.True(session.Delete("t", "b"));
            Assert.False(session.Delete("t", "b"));
            return session.All("t").Select(row => row.Key).ToList();
        });

        Assert.Equal(["B", "a"], keys);
    }

    [Fact]
    public void File_OpenedAgain_HasRowsAndValuesUnchanged()
    {
        var row = new JObject { ["date"] = "2026-01-01T00:00:00Z", ["money"] = 0.1m, ["null"] = null, ["text"] = "ß\u0000\n" };
        using (var store = Open(true))
        {
            store.Write(session => session.Put("t", "a", row));
            store.Write(session => session.Next("s"));
        }

        using var again = Open(true);

        Assert.True(JToken.DeepEquals(row, again.Read(session => session.Get("t", "a"))));
        Assert.Equal(2, again.Write(session => session.Next("s")));
    }

    [Fact]
    public void File_HeldByAnother_IsRefusedAndFreeAfterwards()
    {
        using (Open(true))
        {
            Assert.Contains("in use", Assert.Throws<SandboxStartException>(() => Open(true)).Message);
        }

        Open(true).Dispose();
    }

    [Fact]
    public void File_OfANewerSchema_IsRefusedInWords()
    {
        Open(true).Dispose();
        using (var connection = new SqliteConnection($"Data Source={_folder.File("store.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("newer version", Assert.Throws<SandboxStartException>(() => Open(true)).Message);
    }

    [Fact]
    public void File_ThatIsNoDatabase_IsRefusedInWords()
    {
        File.WriteAllText(_folder.File("store.db"), new string('x', 5000));

        Assert.Contains("cannot be opened", Assert.Throws<SandboxStartException>(() => Open(true)).Message);
    }

    [Fact]
    public void Reset_WithSeed_ReplacesEverything()
    {
        using var store = Open(true);
        store.Write(session => session.Put("t", "a", []));
        store.Write(session => session.Next("s"));

        store.Reset(session => session.Put("t", "seed", []));

        Assert.Equal("seed", store.Read(session => session.All("t").Single().Key));
        Assert.Equal(1, store.Write(session => session.Next("s")));
    }

    [Fact]
    public void Session_UsedWrongly_SaysSo()
    {
        using var store = Open(false);
        IStoreSession? escaped = null;

        Assert.Throws<InvalidOperationException>(() => store.Read(session => session.Delete("t", "a")));
        Assert.Throws<InvalidOperationException>(() => store.Write(_ => store.Write(_ => 1)));
        store.Write(session => escaped = session);
        Assert.Throws<InvalidOperationException>(() => escaped!.Get("t", "a"));
    }

    [Fact]
    public void Writers_OnManyThreads_AreSerialised()
    {
        using var store = Open(true);

        Parallel.For(0, 200, _ => store.Write(session => session.Put("t", session.Next("s").ToString("D4"), [])));

        Assert.Equal(200, store.Read(session => session.Count("t")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Find_ByColumn_FindsWhatAWalkFinds(int seed)
    {
        using var store = Open(onFile: false);
        var random = new Random(seed);
        JToken?[] values = ["a", "A", "b", "é", "", 7, null];
        for (var i = 0; i < 300; i++)
        {
            var key = random.Next(20).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (i % 7 == 6)
            {
                Assert.Throws<InvalidOperationException>(() => store.Write(session => Change(session, key, fails: true)));
            }
            else
            {
                store.Write(session => Change(session, key, fails: false));
            }

            store.Read(session => Check(session));
        }

        void Change(IStoreSession session, string key, bool fails)
        {
            if (random.Next(3) == 0)
            {
                session.Delete("t", key);
            }
            else
            {
                session.Put("t", key, new JObject { ["x"] = values[random.Next(values.Length)], ["y"] = values[random.Next(values.Length)] });
            }

            Check(session);
            if (fails)
            {
                throw new InvalidOperationException();
            }
        }

        static bool Check(IStoreSession session)
        {
            foreach (var text in new[] { "a", "B", "É", "", "c" })
            {
                var walked = session.Find("t", row => Holds(row, "x", text)).ToList();
                Assert.Equal(walked.Select(found => found.Key), session.Find("t", "x", text).Select(found => found.Key));
                var both = session.Find("t", row => Holds(row, "x", text) && Holds(row, "y", "a")).ToList();
                Assert.Equal(both.Select(found => found.Key), session.Find("t", [("x", text), ("y", "a")], row => Holds(row, "x", text) && Holds(row, "y", "a")).Select(found => found.Key));
                Assert.Equal(both.Select(found => found.Key), session.Look("t", [("x", text)], row => Holds(row, "x", text) && Holds(row, "y", "a")).Select(found => found.Key));
            }

            return true;
        }

        static bool Holds(JObject row, string column, string text) =>
            row[column]!.Type == JTokenType.String && string.Equals((string?)row[column], text, StringComparison.OrdinalIgnoreCase);
    }

    private EmulatorStore Open(bool onFile) => EmulatorStore.Open(onFile ? _folder.File("store.db") : null);
}
