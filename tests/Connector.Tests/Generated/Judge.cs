using System.Globalization;
using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Sends a request and says what is wrong with how it was answered.</summary>
internal sealed class Judge(CheckedInContract contract, World world)
{
    private readonly ReadBack _readBack = new(world);

    public async Task<List<string>> ProblemsAsync(Shot shot)
    {
        if (!shot.Valid)
        {
            await world.RememberAsync();
        }

        var answer = await world.SendAsync(shot);
        var problems = shot.Valid ? await OfValidAsync(shot, answer) : await OfInvalidAsync(shot, answer);
        problems.AddRange(world.Upstream.Problems(shot.Attack));
        return problems;
    }

    private async Task<List<string>> OfInvalidAsync(Shot shot, Answer answer)
    {
        var problems = new List<string>();
        if (answer.Status is < 400 or > 499 || (shot.Status is { } wanted && wanted != answer.Status))
        {
            problems.Add($"status {answer.Status} instead of {shot.Status?.ToString(CultureInfo.InvariantCulture) ?? "4xx"}: {Text(answer)}");
        }
        else if (shot.Method != HttpMethod.Head && answer.ProblemOfShape() is { } shape)
        {
            problems.Add($"the error {shape}: {answer.Status} {Text(answer)}");
        }

        problems.AddRange(await world.ChangesAsync());
        return problems;
    }

    private async Task<List<string>> OfValidAsync(Shot shot, Answer answer)
    {
        if (answer.Status is < 200 or > 299)
        {
            return [$"status {answer.Status} instead of 2xx: {Text(answer)}"];
        }

        var problems = AnswerCheck.Problems(contract, shot.Operation, answer.Status, answer.Json).ToList();
        if (shot.Headers.Any(header => header.Name == "Idempotency-Key"))
        {
            var again = await world.SendAsync(shot);
            if (again.Status != answer.Status || !again.Body.AsSpan().SequenceEqual(answer.Body))
            {
                problems.Add($"repeated under its key it was answered with {again.Status} {Text(again)} instead of {Text(answer)}");
            }
        }

        problems.AddRange(await _readBack.ProblemsAsync(shot, answer));
        return problems;
    }

    private static string Text(Answer answer) => System.Text.Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, 500)));
}
