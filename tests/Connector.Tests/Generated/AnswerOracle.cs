using System.Globalization;
using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Sends a request and says what is wrong with how it was answered.</summary>
internal sealed class AnswerOracle(CheckedInContract contract, ConnectorUnderTest subject)
{
    private readonly ReadBack _readBack = new(subject);

    public async Task<List<string>> ProblemsAsync(GeneratedRequest request)
    {
        if (!request.Valid)
        {
            await subject.RememberAsync();
        }

        var answer = await subject.SendAsync(request);
        var problems = request.Valid ? await OfValidAsync(request, answer) : await OfInvalidAsync(request, answer);
        problems.AddRange(subject.Upstream.Problems(request.Attack));
        return problems;
    }

    private async Task<List<string>> OfInvalidAsync(GeneratedRequest request, Answer answer)
    {
        var problems = new List<string>();
        if (answer.Status is < 400 or > 499 || (request.Status is { } wanted && wanted != answer.Status))
        {
            problems.Add($"status {answer.Status} instead of {request.Status?.ToString(CultureInfo.InvariantCulture) ?? "4xx"}: {Text(answer)}");
        }
        else if (request.Method != HttpMethod.Head && answer.ProblemOfShape() is { } shape)
        {
            problems.Add($"the error {shape}: {answer.Status} {Text(answer)}");
        }

        problems.AddRange(await subject.ChangesAsync());
        return problems;
    }

    private async Task<List<string>> OfValidAsync(GeneratedRequest request, Answer answer)
    {
        if (answer.Status is < 200 or > 299)
        {
            return [$"status {answer.Status} instead of 2xx: {Text(answer)}"];
        }

        var problems = AnswerCheck.Problems(contract, request.Operation, answer.Status, answer.Json).ToList();
        if (request.Headers.Any(header => header.Name == "Idempotency-Key"))
        {
            var again = await subject.SendAsync(request);
            if (again.Status != answer.Status || !again.Body.AsSpan().SequenceEqual(answer.Body))
            {
                problems.Add($"repeated under its key it was answered with {again.Status} {Text(again)} instead of {Text(answer)}");
            }
        }

        problems.AddRange(await _readBack.ProblemsAsync(request, answer));
        return problems;
    }

    private static string Text(Answer answer) => System.Text.Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, 500)));
}
