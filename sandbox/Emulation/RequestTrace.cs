using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Emulation;

/// <summary>The last requests an emulator answered, for people and tests. Kept in memory only.</summary>
public sealed partial class RequestTrace(TimeProvider time, int capacity = 1000)
{
    private static readonly object ErrorKey = new();

    private readonly Lock _gate = new();
    private readonly Queue<TraceEntry> _entries = new();
    private long _count;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TraceEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Names what the emulator takes the current request for.</summary>
    public static void Name(HttpContext context, string operation) => context.Items[typeof(RequestTrace)] = operation;

    /// <summary>The name given with <see cref="Name"/>, if any.</summary>
    public static string? NameOf(HttpContext context) => context.Items[typeof(RequestTrace)] as string;

    /// <summary>Notes the emulator's code of what went wrong; the first one stays.</summary>
    internal static void Error(HttpContext context, string code) => context.Items.TryAdd(ErrorKey, code);

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    internal TraceEntry Add(HttpContext context, DateTimeOffset at, long started)
    {
        var path = PersonalKey().Replace(context.Request.Path.Value ?? "", "'***'");
        var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
        lock (_gate)
        {
            var entry = new TraceEntry(
                ++_count, at, context.Request.Method, path, context.Caller(), context.Response.StatusCode, Math.Round(elapsed, 3), NameOf(context), context.Items[ErrorKey] as string);
            _entries.Enqueue(entry);
            while (_entries.Count > capacity)
            {
                _entries.Dequeue();
            }

            return entry;
        }
    }

    [GeneratedRegex("'[^']*@[^']*'")]
    private static partial Regex PersonalKey();
}
