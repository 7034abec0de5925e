using System.Globalization;
using System.Text;
using B2BConnector.Connector.Tests.Contract;
using Xunit.Abstractions;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>
/// Requests from a seed, each labelled by an independent reading of the contract: what is invalid is refused in the error shape and
/// changes nothing, what is valid and odd succeeds and reads back as it was sent. REQUESTS_SEED and REQUESTS_COUNT play others.
/// </summary>
public sealed class GeneratedRequestTests(ITestOutputHelper output)
{
    private const int PerWorld = 5_000;
    private const int MostShown = 25;

    [Fact]
    public Task Requests_AQuickShare_AreAnsweredAsTheContractSays() => PlayAsync(1_000, 20260411);

    [Fact]
    [Trait("Tier", "Long")]
    public Task Requests_FiftyThousand_AreAnsweredAsTheContractSays() => PlayAsync(50_000, 20261122);

    private async Task PlayAsync(int requests, int seed)
    {
        seed = Setting("REQUESTS_SEED") ?? seed;
        requests = Setting("REQUESTS_COUNT") ?? requests;
        var contract = CheckedInContract.Load();
        var (counts, operations, problems) = (new SortedDictionary<string, int>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal), new List<string>());
        var odd = 0;
        for (var first = 0; first < requests && problems.Count < MostShown; first += PerWorld)
        {
            await using var subject = await ConnectorUnderTest.BeginAsync();
            var classes = new RequestClasses(contract, subject);
            foreach (var name in classes.Names)
            {
                counts.TryAdd(name, 0);
            }

            var judge = new AnswerOracle(contract, subject);
            for (var number = first; number < Math.Min(first + PerWorld, requests) && problems.Count < MostShown; number++)
            {
                var request = classes.Next(new SeededChoices(unchecked((seed * 397) ^ number)));
                problems.AddRange((await judge.ProblemsAsync(request)).Select(problem => $"{number} {request}\n    {problem}"));
                counts[request.Class]++;
                operations[request.Operation.Id] = operations.GetValueOrDefault(request.Operation.Id) + 1;
                odd += request.Valid ? 1 : 0;
            }

            problems.AddRange(subject.Connector.LogLines.Where(line => line.Contains("Request failed", StringComparison.Ordinal)));
        }

        var report = Report(seed, requests, odd, counts, operations);
        output.WriteLine(report);
        Assert.True(problems.Count == 0, report + "\n" + string.Join('\n', problems.Take(MostShown)));
        Assert.All(counts, pair => Assert.True(pair.Value > 0, $"No request of the class {pair.Key}."));
        Assert.Equal(contract.Operations.Select(operation => operation.Id).Order(StringComparer.Ordinal), operations.Keys);
        Assert.True(odd * 5 >= requests, $"{odd} of {requests} requests were valid; at least a fifth should be.");
    }

    private static string Report(int seed, int requests, int odd, IReadOnlyDictionary<string, int> counts, IReadOnlyDictionary<string, int> operations)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"seed {seed}, {requests} requests, {odd} of them valid\n");
        foreach (var (name, count) in counts.Concat(operations))
        {
            text.Append(CultureInfo.InvariantCulture, $"{count,7} {name}\n");
        }

        return text.ToString();
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}
