using System.Globalization;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Wait;

/// <summary>Waits for a span or until a time; the end of the wait is stored before it begins.</summary>
[ActionType("Wait", Secure = SecureParts.Inputs)]
public sealed class WaitAction : IAction
{
    private static readonly string[] Units = ["Second", "Minute", "Hour", "Day", "Week", "Month"];
    private Template inputs = null!;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        inputs = reader.Json.NeedTemplate("inputs");
        var interval = read.Object("interval");
        var until = read.Object("until");
        if (interval is null && until is null && !read.IsStandIn)
        {
            read.Need("interval");
        }

        if (interval is not null)
        {
            interval.Need("count");
            var unit = interval.NeedText("unit");
            if (!unit.StartsWith('@') && unit.Length > 0 && !Units.Contains(unit, StringComparer.OrdinalIgnoreCase))
            {
                interval.Report(RuntimeProblems.BadValue(interval.PathOf("unit"), "unit", unit, string.Join(", ", Units)));
            }

            interval.Finish();
        }

        until?.Need("timestamp");
        until?.Finish();
        read.Finish();
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(inputs);
        if (context.State?["due"] is not { } known)
        {
            if (Due(evaluated, context.Now) is not { } due)
            {
                return ActionResult.Failure("BadRequest", "InvalidWaitInputs", "The span or time of the wait is not valid.");
            }

            known = JsonText.Time(due);
            await context.SaveStateAsync(new JObject { ["due"] = known });
        }

        await context.DelayUntilAsync(JsonText.Time(known), cancellation);
        return ActionResult.Success(code: "OK");
    }

    private static DateTimeOffset? Due(JToken inputs, DateTimeOffset now)
    {
        if (inputs["until"]?["timestamp"] is { } timestamp)
        {
            return DateTimeOffset.TryParse(timestamp.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
        }

        if (!int.TryParse(inputs["interval"]?["count"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return inputs["interval"]!["unit"]!.ToString().ToLowerInvariant() switch
        {
            "second" => now.AddSeconds(count),
            "minute" => now.AddMinutes(count),
            "hour" => now.AddHours(count),
            "day" => now.AddDays(count),
            "week" => now.AddDays(7 * count),
            "month" => now.AddMonths(count),
            _ => null,
        };
    }
}
