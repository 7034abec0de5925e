using System.Globalization;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Callbacks;

/// <summary>One event on its way to one registration: the platform's system job of type "Callback Registration".</summary>
internal sealed class CallbackJob(JObject row)
{
    public const string Table = "$callbackjobs";

    public JObject Row { get; } = row;

    public Guid Registration => Guid.Parse((string)Row["registration"]!, CultureInfo.InvariantCulture);

    public JObject Body => (JObject)Row["body"]!;

    public int Attempts { get => (int)Row["attempts"]!; set => Row["attempts"] = value; }

    public CallbackOutcome State { get => Enum.Parse<CallbackOutcome>((string)Row["state"]!); set => Row["state"] = value.ToString(); }

    public DateTimeOffset CreatedOn => Time("createdon");

    public DateTimeOffset DueOn { get => Time("dueon"); set => Row["dueon"] = Text(value); }

    public string? LastError { get => (string?)Row["lasterror"]; set => Row["lasterror"] = value; }

    /// <summary>Whether the fault switches were asked about it.</summary>
    public bool Decided { get => (bool?)Row["decided"] ?? false; set => Row["decided"] = value; }

    /// <summary>Whether it waits for a later one to be delivered.</summary>
    public bool Overtakable { get => (bool?)Row["overtakable"] ?? false; set => Row["overtakable"] = value; }

    /// <summary>Keys sort in the order of the changes.</summary>
    public static string NextKey(IStoreSession session) => session.Next(Table).ToString("D12", CultureInfo.InvariantCulture);

    public static CallbackJob New(Guid registration, JObject body, DateTimeOffset now) => new(new JObject
    {
        ["registration"] = registration.ToString(),
        ["state"] = CallbackOutcome.Waiting.ToString(),
        ["attempts"] = 0,
        ["createdon"] = Text(now),
        ["dueon"] = Text(now),
        ["body"] = body,
    });

    private DateTimeOffset Time(string name) => DateTimeOffset.Parse((string)Row[name]!, CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);
}
