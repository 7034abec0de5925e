using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Mocking;

/// <summary>Which calls a mock answers. Start with <see cref="Create"/>.</summary>
public class MockRequestMatcher : IMockRequestMatcher
{
    private readonly HashSet<HttpMethod> methods = [];
    private readonly List<string> actions = [];
    private readonly List<(PathMatchType Type, string Path)> paths = [];
    private readonly Dictionary<string, string?> headers = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> contentTypes = [];
    private readonly Dictionary<string, string?> queries = new(StringComparer.Ordinal);
    private readonly List<int> counts = [];
    private readonly List<int> otherCounts = [];
    private Func<string, bool>? text;
    private Func<JToken, bool>? json;
    private int matches;

    private MockRequestMatcher()
    {
    }

    /// <summary>Matches every call until something is asked.</summary>
    public static IMockRequestMatcher Create() => new MockRequestMatcher();

    /// <inheritdoc/>
    public IMockRequestMatcher UsingAnyMethod()
    {
        methods.Clear();
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher UsingGet() => UsingMethod(HttpMethod.Get);

    /// <inheritdoc/>
    public IMockRequestMatcher UsingPost() => UsingMethod(HttpMethod.Post);

    /// <inheritdoc/>
    public IMockRequestMatcher UsingPut() => UsingMethod(HttpMethod.Put);

    /// <inheritdoc/>
    public IMockRequestMatcher UsingPatch() => UsingMethod(HttpMethod.Patch);

    /// <inheritdoc/>
    public IMockRequestMatcher UsingDelete() => UsingMethod(HttpMethod.Delete);

    /// <inheritdoc/>
    public IMockRequestMatcher UsingMethod(params HttpMethod[] methods)
    {
        this.methods.UnionWith(NotEmpty(methods, nameof(methods)));
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher FromAction(params string[] actionNames)
    {
        actions.AddRange(NotEmpty(actionNames, nameof(actionNames)));
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithPath(PathMatchType matchType, params string[] paths)
    {
        this.paths.AddRange(NotEmpty(paths, nameof(paths)).Select(path => (matchType, path)));
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithHeader(string name) => WithHeader(name, null);

    /// <inheritdoc/>
    public IMockRequestMatcher WithHeader(string name, string? value)
    {
        headers[NotEmpty(name, nameof(name))] = value;
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithContentType(params string[] contentTypes)
    {
        this.contentTypes.AddRange(NotEmpty(contentTypes, nameof(contentTypes)));
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithQueryParam(string name) => WithQueryParam(name, null);

    /// <inheritdoc/>
    public IMockRequestMatcher WithQueryParam(string name, string? value)
    {
        queries[NotEmpty(name, nameof(name))] = value;
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithMatchCount(params int[] matchCounts)
    {
        counts.AddRange(NotEmpty(matchCounts, nameof(matchCounts)));
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithNotMatchCount(params int[] matchCounts)
    {
        otherCounts.AddRange(NotEmpty(matchCounts, nameof(matchCounts)));
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithContentAsString(Func<string, bool> requestContentMatch)
    {
        ArgumentNullException.ThrowIfNull(requestContentMatch);
        text = requestContentMatch;
        return this;
    }

    /// <inheritdoc/>
    public IMockRequestMatcher WithContentAsJson(Func<JToken, bool> requestContentMatch)
    {
        ArgumentNullException.ThrowIfNull(requestContentMatch);
        json = requestContentMatch;
        return this;
    }

    /// <summary>Null when the call matches, otherwise why it does not. Counts the calls for which all but the count holds.</summary>
    internal string? Refuse(ReceivedCall call) => Differs(call) ?? CountDiffers(Interlocked.Increment(ref matches));

    private string? Differs(ReceivedCall call)
    {
        if (methods.Count > 0 && !methods.Contains(call.Request.Method))
        {
            return $"The method is {call.Request.Method}, not {string.Join(" or ", methods)}.";
        }

        if (actions.Count > 0 && (call.Header(ReceivedCall.ActionHeader) is not { } action || !actions.Contains(action)))
        {
            return call.Header(ReceivedCall.ActionHeader) is { } other
                ? $"The action is '{other}', not {Quoted(actions)}."
                : $"The call has no header '{ReceivedCall.ActionHeader}', which names the action: the workflow suppresses it.";
        }

        if (paths.Count > 0 && !paths.Exists(path => Fits(path.Type, call.Request.RequestUri!.AbsolutePath, path.Path)))
        {
            return $"The path is '{call.Request.RequestUri!.AbsolutePath}', not {Quoted(paths.Select(path => $"{path.Type} {path.Path}"))}.";
        }

        return NamedDiffers("header", headers, call.Header)
            ?? NamedDiffers("query parameter", queries, call.Query)
            ?? ContentDiffers(call);
    }

    private string? ContentDiffers(ReceivedCall call) =>
        contentTypes.Count > 0 && !contentTypes.Contains(call.ContentType) ? $"The content type is '{call.ContentType}', not {Quoted(contentTypes)}."
        : text is not null && !text(call.Text) ? "The content does not match."
        : json is not null && !json(call.Json) ? "The JSON content does not match."
        : null;

    private string? CountDiffers(int count) =>
        counts.Count > 0 && !counts.Contains(count) ? $"It is match {count}, not {string.Join(" or ", counts)}."
        : otherCounts.Contains(count) ? $"It is match {count}, which is left out."
        : null;

    private static string? NamedDiffers(string kind, Dictionary<string, string?> wanted, Func<string, string?> actual)
    {
        foreach (var (name, value) in wanted)
        {
            if (actual(name) is not { } found)
            {
                return $"The call has no {kind} '{name}'.";
            }

            if (value is not null && value != found)
            {
                return $"The {kind} '{name}' is '{found}', not '{value}'.";
            }
        }

        return null;
    }

    private static bool Fits(PathMatchType type, string actual, string path) => type switch
    {
        PathMatchType.Exact => actual == path,
        PathMatchType.Contains => actual.Contains(path, StringComparison.Ordinal),
        _ => actual.EndsWith(path, StringComparison.Ordinal),
    };

    private static string Quoted(IEnumerable<string> values) => string.Join(" or ", values.Select(value => $"'{value}'"));

    private static T[] NotEmpty<T>(T[]? values, string name) => values is { Length: > 0 } ? values : throw new ArgumentNullException(name);

    private static string NotEmpty(string? value, string name) => string.IsNullOrEmpty(value) ? throw new ArgumentNullException(name) : value;
}
