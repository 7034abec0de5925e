using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Mocking;

/// <summary>Which calls a mock answers. Methods, actions, paths, content types and counts each hold when one of them does; headers and queries when all do.</summary>
public interface IMockRequestMatcher
{
    /// <summary>Any verb.</summary>
    IMockRequestMatcher UsingAnyMethod();

    /// <summary>GET.</summary>
    IMockRequestMatcher UsingGet();

    /// <summary>POST.</summary>
    IMockRequestMatcher UsingPost();

    /// <summary>PUT.</summary>
    IMockRequestMatcher UsingPut();

    /// <summary>PATCH.</summary>
    IMockRequestMatcher UsingPatch();

    /// <summary>DELETE.</summary>
    IMockRequestMatcher UsingDelete();

    /// <summary>One of these verbs.</summary>
    IMockRequestMatcher UsingMethod(params HttpMethod[] methods);

    /// <summary>Made by one of these actions.</summary>
    IMockRequestMatcher FromAction(params string[] actionNames);

    /// <summary>To one of these paths.</summary>
    IMockRequestMatcher WithPath(PathMatchType matchType, params string[] paths);

    /// <summary>With this header.</summary>
    IMockRequestMatcher WithHeader(string name);

    /// <summary>With this header and value; null = any value.</summary>
    IMockRequestMatcher WithHeader(string name, string? value);

    /// <summary>With one of these content types, letter by letter.</summary>
    IMockRequestMatcher WithContentType(params string[] contentTypes);

    /// <summary>With this query parameter.</summary>
    IMockRequestMatcher WithQueryParam(string name);

    /// <summary>With this query parameter and value; null = any value.</summary>
    IMockRequestMatcher WithQueryParam(string name, string? value);

    /// <summary>Only these ones of the calls for which all else holds; the first is 1.</summary>
    IMockRequestMatcher WithMatchCount(params int[] matchCounts);

    /// <summary>Not these ones of the calls for which all else holds; the first is 1.</summary>
    IMockRequestMatcher WithNotMatchCount(params int[] matchCounts);

    /// <summary>With a body for which this holds.</summary>
    IMockRequestMatcher WithContentAsString(Func<string, bool> requestContentMatch);

    /// <summary>With a JSON body for which this holds.</summary>
    IMockRequestMatcher WithContentAsJson(Func<JToken, bool> requestContentMatch);
}
