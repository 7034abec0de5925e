using System.Net;
using System.Net.Http.Headers;
using System.Text;
using B2BConnector.Commerce;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Builder;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>A Commerce emulator on a free port, and the few calls every test makes.</summary>
internal sealed class CommerceSandbox : IAsyncDisposable
{
    public const string Us = "000000011";
    public const string Eu = "000000012";

    private readonly WebApplication _app;

    private CommerceSandbox(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-administrator");
    }

    public HttpClient Client { get; }

    public static async Task<CommerceSandbox> StartAsync(Action<CommerceOptions>? configure = null)
    {
        var options = new CommerceOptions { Ids = IdSources.Seeded(1) };
        configure?.Invoke(options);
        var app = CommerceApp.Build(options);
        await app.StartAsync();
        return new CommerceSandbox(app);
    }

    public Task<(HttpStatusCode Status, JObject Body, HttpResponseMessage Response)> SendAsync(
        HttpMethod method, string address, JObject? body = null, params (string Name, string Value)[] headers) =>
        SendAsync(method, address, body, CancellationToken.None, headers);

    public async Task<(HttpStatusCode Status, JObject Body, HttpResponseMessage Response)> SendAsync(
        HttpMethod method, string address, JObject? body, CancellationToken stop, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = new StringContent(body.ToString(), Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Client.SendAsync(request, stop);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.StartsWith('{') ? SandboxJson.ParseObject(text) : [], response);
    }

    public async Task<JObject> GetAsync(string address)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Get, address);
        Assert.True(status == HttpStatusCode.OK, $"GET {address} answered {(int)status}: {body}");
        return body;
    }

    public async Task<JArray> RowsAsync(string address) => (JArray)(await GetAsync(address))["value"]!;

    public async Task<JObject> PostAsync(string address, JObject body)
    {
        var (status, answer, _) = await SendAsync(HttpMethod.Post, address, body);
        Assert.True(status == HttpStatusCode.Created, $"POST {address} answered {(int)status}: {answer}");
        return answer;
    }

    public async Task<JObject> RunAsync(string job)
    {
        var (status, body, _) = await SendAsync(HttpMethod.Post, $"/jobs/{Uri.EscapeDataString(job)}/run");
        Assert.True(status == HttpStatusCode.OK, $"Job {job} answered {(int)status}: {body}");
        return body;
    }

    public async Task<string> SubmitAsync(JObject form, string channel = Us) =>
        (string)(await PostAsync($"/site/{channel}/onboarding-requests", form))["confirmationId"]!;

    public Task<JObject> StatusAsync(string confirmationId, string channel = Us) => GetAsync($"/site/{channel}/onboarding-requests/{confirmationId}");

    /// <summary>From the form to the pending prospect; returns its id.</summary>
    public async Task<string> PendingAsync(JObject? form = null, string channel = Us)
    {
        var confirmation = await SubmitAsync(form ?? Forms.Full(), channel);
        await RunAsync("P-0001");
        await RunAsync("synchronize");
        var status = await StatusAsync(confirmation, channel);
        Assert.True((string?)status["state"] == "Prospect", status.ToString());
        return (string)status["prospectId"]!;
    }

    public static string Key(string prospectId, string company = "usrt") => $"/data/Prospects(dataAreaId='{company}',ProspectId='{prospectId}')?cross-company=true";

    public Task<JObject> ProspectAsync(string prospectId, string company = "usrt") => GetAsync(Key(prospectId, company));

    /// <summary>Writes the decision and returns status and error text.</summary>
    public async Task<(HttpStatusCode Status, string Error)> DecideAsync(string prospectId, string status, string company = "usrt")
    {
        var (code, body, _) = await SendAsync(HttpMethod.Patch, Key(prospectId, company), new JObject { ["B2BProspectStatus"] = status });
        return (code, (string?)body.SelectToken("error.innererror.message") ?? "");
    }

    public async Task ApproveAsync(string prospectId, string company = "usrt") =>
        Assert.Equal((HttpStatusCode.NoContent, ""), await DecideAsync(prospectId, "Approved", company));

    public async Task RejectAsync(string prospectId, string company = "usrt") =>
        Assert.Equal((HttpStatusCode.NoContent, ""), await DecideAsync(prospectId, "Rejected", company));

    /// <summary>Customers of a type, without the channel's default customer.</summary>
    public async Task<List<JObject>> CustomersAsync(string type, string company = "usrt") =>
        [.. (await RowsAsync($"/data/CustomersV3?cross-company=true&$filter=dataAreaId eq '{company}' and PartyType eq '{type}'"))
            .OfType<JObject>().Where(customer => !customer["CustomerAccount"]!.ToString().EndsWith("DEFAULT", StringComparison.Ordinal))];

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
