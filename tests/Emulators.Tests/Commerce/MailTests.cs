using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>BR-23 to BR-25 and the placeholders of the two mails.</summary>
public sealed class MailTests
{
    [Fact]
    public async Task Br23Br25_Approval_QueuesAtOnceAndTheJobSendsTheFile()
    {
        using var folder = new TemporaryFolder();
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.MailFolder = folder.Path);
        var id = await sandbox.PendingAsync();

        await sandbox.ApproveAsync(id);

        Assert.Equal("Queued", (string?)Assert.Single(await sandbox.RowsAsync("/_sandbox/mails"))["state"]);
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Equal(1, (int?)(await sandbox.RunAsync("send-email-notification"))["processed"]);
        Assert.Equal(0, (int?)(await sandbox.RunAsync("Send email notification"))["processed"]);
        Assert.Equal(["usrt-P-000001-approved.eml"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Br23_ApprovedMail_HasItsPlaceholdersInTheRequestersLanguage()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (headers, html) = await MailAsync(sandbox, approve: true);

        Assert.Contains("To: zoe.garcon@example.com", headers);
        Assert.Contains("Beste Zo&#235; Gar&#231;on", html);
        Assert.Contains("L&#39;&#201;picerie &amp; Fils", html);
        Assert.Contains("Contoso B2B US", html);
        Assert.Contains("1011 KN", html);
        Assert.Contains("50% %company% b", html); // a value is not searched for placeholders
    }

    [Fact]
    public async Task Br24_RejectedMail_HasNameAndCompanyOnly()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (headers, html) = await MailAsync(sandbox, approve: false);

        Assert.Contains("X-Notification-Type: B2BProspectRejected", headers);
        Assert.Contains("L&#39;&#201;picerie &amp; Fils", html);
        Assert.DoesNotContain("1011 KN", html);
        Assert.DoesNotContain('%', html);
    }

    [Fact]
    public async Task Mail_SubjectBeyondAscii_IsEncodedInShortLines()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (headers, _) = await MailAsync(sandbox, approve: true, Forms.Full(company: new string('Ж', 100)));

        Assert.All(headers.Split("\r\n"), line => Assert.True(line.Length <= 85, line));
        var words = headers.Split("\r\n").SkipWhile(line => !line.StartsWith("Subject:", StringComparison.Ordinal)).TakeWhile(line => line.Contains("=?utf-8?B?", StringComparison.Ordinal));
        var subject = string.Concat(words.Select(word => Encoding.UTF8.GetString(Convert.FromBase64String(word[(word.IndexOf("?B?", StringComparison.Ordinal) + 3)..^2]))));
        Assert.Equal("Welkom, " + new string('Ж', 100), subject);
    }

    [Fact]
    public async Task Br25_TypeNotMapped_QueuesNoMail()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        await sandbox.SendAsync(HttpMethod.Patch,
            "/data/RetailEventNotificationSettings(dataAreaId='usrt',NotificationType='B2BProspectApproved',ProfileId='B2B')", new JObject { ["Active"] = "No" });

        await sandbox.ApproveAsync(id);

        Assert.Empty(await sandbox.RowsAsync("/_sandbox/mails"));
    }

    private static async Task<(string Headers, string Html)> MailAsync(CommerceSandbox sandbox, bool approve, JObject? form = null)
    {
        var id = await sandbox.PendingAsync(form);
        await (approve ? sandbox.ApproveAsync(id) : sandbox.RejectAsync(id));
        await sandbox.RunAsync("send-email-notification");
        var text = await sandbox.Client.GetStringAsync($"/_sandbox/mails/usrt-{id}-{(approve ? "approved" : "rejected")}.eml");
        var parts = text.Split("\r\n\r\n", 2);
        Assert.All(parts[1].Split("\r\n"), line => Assert.True(line.Length <= 76, line));
        return (parts[0], Decode(parts[1]));
    }

    private static string Decode(string quoted)
    {
        var text = quoted.Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var at = 0; at < text.Length; at++)
        {
            bytes.Add(text[at] == '=' ? Convert.ToByte(text[(at + 1)..(at + 3)], 16) : (byte)text[at]);
            at += text[at] == '=' ? 2 : 0;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
