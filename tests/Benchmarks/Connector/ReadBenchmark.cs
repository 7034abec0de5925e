using System.Net.Http.Headers;
using B2BConnector.Benchmarks.Timing;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>GetProspect against endpoints that do nothing but answer.</summary>
internal static class ReadBenchmark
{
    private const string Path = "prospects/usrt/P-1";

    public static async Task<bool> RunAsync(TextWriter output)
    {
        await using var bare = await BareApi.StartAsync();
        await using var signIn = await SignInServer.StartAsync();
        using var toSignIn = new SameHost(signIn.Address);
        await using var stubbed = await Subject.StartAsync(new OneProspect(), signIn.Settings, toSignIn);
        using var overSocket = new SameHost(bare.Address);
        await using var real = await Subject.StartAsync(overSocket);
        using var byKey = Client(client => client.DefaultRequestHeaders.Add("X-Api-Key", Subject.Key));
        using var byToken = Client(client => client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signIn.Token()));
        using var plain = Client(_ => { });
        var rounds = new Rounds(
        [
            ("bare API", Get(plain, new Uri(bare.Address, "direct/usrt/P-1"))),
            ("connector, API key, stubbed upstream", Get(byKey, new Uri(stubbed.Address, Path))),
            ("connector, JWT, stubbed upstream", Get(byToken, new Uri(stubbed.Address, Path))),
            ("bare endpoint with the same upstream call", Get(plain, new Uri(bare.Address, "upstream/usrt/P-1"))),
            ("connector, API key, upstream over a socket", Get(byKey, new Uri(real.Address, Path))),
        ]);
        if (!await rounds.RunAsync(warmUps: 40, rounds: 81))
        {
            await output.WriteLineAsync("the compiler was still at work when measuring began");
        }

        var limits = new (string Subject, string Baseline, double Least)[]
        {
            ("connector, API key, stubbed upstream", "bare API", 0.60),
            ("connector, JWT, stubbed upstream", "bare API", 0.30),
            ("connector, API key, upstream over a socket", "bare endpoint with the same upstream call", 0.70),
        };
        var all = true;
        foreach (var (subject, baseline, least) in limits)
        {
            var (ratio, (low, high)) = (rounds.Ratio(subject, baseline), rounds.Scatter(subject, baseline));
            all &= ratio >= least;
            await output.WriteLineAsync($"{(ratio >= least ? "ok    " : "MISSED")} {ratio:F2} ({low:F2} to {high:F2}, at least {least:F2}): {Say(subject)}; {Say(baseline)}");
        }

        return all;

        string Say(string name) => $"{name} {rounds.Microseconds(name):F1} µs of processors, {rounds.Bytes(name):N0} bytes, {rounds.PerSecond(name):N0}/s";
    }

    private static HttpClient Client(Action<HttpClient> configure)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
        configure(client);
        return client;
    }

    private static Func<Task> Get(HttpClient client, Uri address) => async () =>
    {
        using var response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    };
}
