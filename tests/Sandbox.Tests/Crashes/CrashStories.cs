using B2BConnector.Emulation.Faults;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Simulation;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>The smallest set of stories that passes every step.</summary>
internal static class CrashStories
{
    private const string Connector = "/apim/b2bconnector/local", Sales = "/apim/commondataservice/local/api/data/v9.1";

    /// <summary>A status write without effects mails nobody.</summary>
    private const string NoMail = "I6 mails: expected 'approved', found ''";

    public static IReadOnlyList<CrashStory> All { get; } =
    [
        .. Smooth(),
        .. Failing(),
        .. AnswersLost(),
        .. OtherSystems(),

        // Last, so that a point which other stories pass too is played with them.
        new("first start", SellerAction.QualifyAndWin) { IsFirstStart = true },
    ];

    /// <summary>The short ones first: a point belongs to the first story that passes it.</summary>
    private static IEnumerable<CrashStory> Smooth() =>
    [
        new("left open", SellerAction.LeaveOpen) { ViaConnector = true },
        new("disqualified", SellerAction.Disqualify),
        new("approved in headquarters", SellerAction.LeaveOpen) { Headquarters = HeadquartersAction.Approve },
        new("rejected in headquarters", SellerAction.LeaveOpen) { Headquarters = HeadquartersAction.Reject },
        new("won at once", SellerAction.QualifyAndWin) { CloseAfter = TimeSpan.Zero },
        new("lost at once", SellerAction.QualifyAndLose) { CloseAfter = TimeSpan.Zero },
        new("won", SellerAction.QualifyAndWin),
        new("lost", SellerAction.QualifyAndLose),
        new("users of a partner", SellerAction.QualifyAndWin) { Aside = CrashAsides.ManageUsersAsync },
        new("subscriber", SellerAction.LeaveOpen) { Headquarters = HeadquartersAction.Approve, Prelude = CrashSubscriber.SubscribeAsync, Aside = CrashSubscriber.HearAndEndAsync },
        new("administrator", SellerAction.LeaveOpen) { Aside = CrashAsides.CallEveryOtherOperationAsync },
        new("verified", SellerAction.LeaveOpen) { Aside = CrashAsides.VerifyInstallationAsync },
    ];

    /// <summary>Each child fails until its cause is mended and its issue is retried.</summary>
    private static IEnumerable<CrashStory> Failing() =>
    [
        Failing("lead fails", SellerAction.LeaveOpen, $"GET {Connector}/prospects/*") with { HastyRetries = 1 },
        Failing("customers fail", SellerAction.QualifyAndWin, $"POST {Connector}/prospects/*/customers"),
        Failing("customers of a lost lead fail", SellerAction.QualifyAndLose, $"POST {Connector}/prospects/*/customers") with
        {
            CloseAfter = TimeSpan.Zero,
            Excused = ["I8 an issue stays open: ensure-customers"], // rejected meanwhile: there is nothing to make a customer of
        },
        Failing("approval fails", SellerAction.QualifyAndWin, $"POST {Connector}/prospects/*/approve"),
        Failing("rejection fails", SellerAction.Disqualify, $"POST {Connector}/prospects/*/reject"),
        Failing("mirror fails", SellerAction.LeaveOpen, $"PATCH {Sales}/leads*") with { Headquarters = HeadquartersAction.Approve },
        new("issue of an unknown step", SellerAction.LeaveOpen)
        {
            Aside = (cast, story) => CrashAsides.RetryIssueOfStepAsync(cast, story, "unknown-step"),
            Excused = ["I8 an issue stays open: unknown-step"], // it says that a person does it by hand
        },
        new("mirrored again", SellerAction.LeaveOpen) { Headquarters = HeadquartersAction.Approve, Aside = (cast, story) => CrashAsides.RetryIssueOfStepAsync(cast, story, "mirror-decision") },
        new("retry withdrawn", SellerAction.LeaveOpen) { Aside = CrashAsides.WithdrawRetryAsync },
        new("issue of reconcile", SellerAction.LeaveOpen) { Aside = (cast, story) => CrashAsides.RetryIssueOfStepAsync(cast, story, "reconcile") },
    ];

    private static IEnumerable<CrashStory> AnswersLost() =>
    [
        new("answer about the lead lost", SellerAction.LeaveOpen) { GatewayFaults = [CrashFaults.Once(FaultKind.FailAfter, $"POST {Sales}/leads")] },
        // The first batch looks for what Sales knows; the later ones write the numbers.
        new("numbers one by one", SellerAction.QualifyAndWin) { DataverseFaults = [new FaultRule { Kind = FaultKind.FailBefore, Route = "POST */$batch", Skip = 1, Times = 1000 }] },
        new("answer about the approval lost", SellerAction.QualifyAndWin) { CommerceFaults = [CrashFaults.Once(FaultKind.FailAfter, "PATCH /data/Prospects*")] },
        new("answer about the customer lost", SellerAction.QualifyAndWin) { CommerceFaults = [CrashFaults.Once(FaultKind.Reset, "POST /data/CustomersV3*")] },
        new("customer write cut off", SellerAction.QualifyAndWin) { CommerceFaults = [CrashFaults.Once(FaultKind.FailBefore, "POST /data/CustomersV3*")] },
        new("approval held up", SellerAction.QualifyAndWin) { CommerceFaults = [new FaultRule { Kind = FaultKind.Throttle, Route = "PATCH /data/Prospects*", Times = 6 }] },
        new("answer to the form lost", SellerAction.LeaveOpen) { ViaConnector = true, CommerceFaults = [CrashFaults.Once(FaultKind.FailAfter, "POST /Commerce/*")] },
        new("form held up", SellerAction.LeaveOpen) { ViaConnector = true, CommerceFaults = [new FaultRule { Kind = FaultKind.Throttle, Route = "POST /Commerce/*", Times = 6 }] },
    ];

    private static IEnumerable<CrashStory> OtherSystems() =>
    [
        new("closed after approval", SellerAction.LeaveOpen) { Variant = CrashVariant.Closing, Headquarters = HeadquartersAction.Approve },
        new("closed after rejection", SellerAction.LeaveOpen) { Variant = CrashVariant.Closing, Headquarters = HeadquartersAction.Reject },
        new("parents unknown", SellerAction.QualifyAndWin) { Variant = CrashVariant.NoParents },
        new("composed", SellerAction.QualifyAndWin) { Variant = CrashVariant.Composing, ViaConnector = true, Excused = [NoMail] },
        new("approved without hierarchy", SellerAction.QualifyAndWin)
        {
            Variant = CrashVariant.NoEffects,
            EndsInIssue = true,
            Aside = CrashAsides.ReleaseApprovalsAsync,
            Excused = [NoMail, "I7 hierarchies: 0", "I8 an issue stays open: decide-prospect"],
        },
        new("unheard, won", SellerAction.QualifyAndWin) { Variant = CrashVariant.Unheard },
        new("unheard, lost", SellerAction.QualifyAndLose) { Variant = CrashVariant.Unheard },
        new("unheard, never handed over", SellerAction.LeaveOpen)
        {
            Variant = CrashVariant.Unheard,
            GatewayFaults = [CrashFaults.Always(FaultKind.Unavailable, $"GET {Connector}/triggers/*created*")],
        },
        new("unheard, disqualified", SellerAction.Disqualify) { Variant = CrashVariant.Unheard },
        new("unheard, approved in headquarters", SellerAction.LeaveOpen)
        {
            Variant = CrashVariant.Unheard,
            Headquarters = HeadquartersAction.Approve,
            GatewayFaults = [CrashFaults.Always(FaultKind.Unavailable, $"GET {Connector}/triggers/*decided*")],
        },
    ];

    private static CrashStory Failing(string name, SellerAction action, string route) =>
        new(name, action) { GatewayFaults = [CrashFaults.Always(FaultKind.FailBefore, route)], EndsInIssue = true };
}
