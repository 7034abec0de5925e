using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Errors;

/// <summary>What the connector really answered in a situation.</summary>
internal sealed record DrivenError(string What, string Expected, int Status, string Code, string Sentence)
{
    /// <summary>Reads the answer; an error with several problems gives one line for each.</summary>
    public static async Task<IReadOnlyList<DrivenError>> ReadAsync(string what, string expected, Task<HttpResponseMessage> call)
    {
        using var response = await call;
        await TestConnector.ErrorAsync(response);
        var error = (await TestConnector.JsonAsync(response))["error"]!;
        var (status, code) = ((int)response.StatusCode, error["code"]!.GetValue<string>());
        return code == "invalid_request" && error["details"] is { } details
            ? [.. details.AsArray().Select(detail => new DrivenError(what.Length > 0 ? what : $"`{detail!["target"]!.GetValue<string>()}`", expected, status, code, detail!["message"]!.GetValue<string>()))]
            : [new DrivenError(what, expected, status, code, error["message"]!.GetValue<string>())];
    }
}
