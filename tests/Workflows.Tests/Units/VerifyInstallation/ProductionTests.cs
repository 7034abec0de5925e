using System.Net;
using LogicAppUnit;

namespace B2BConnector.Workflows.Tests.Units.VerifyInstallation;

/// <summary>In production a verification makes a real prospect: somebody has to say so.</summary>
public sealed class ProductionTests() : WorkflowTest("verify-installation", ProjectVariant.Production)
{
    [Theory]
    [InlineData("""{"legalEntity":"usrt","verification":"V-1"}""")]
    [InlineData("""{"legalEntity":"usrt","verification":"V-1","confirmProduction":true}""")]
    [InlineData("""{"legalEntity":"usrt","verification":"V-1","confirmProduction":false,"testEmail":"mailbox@example.com"}""")]
    public void Verification_Unconfirmed_IsRefusedBeforeAnyCall(string body)
    {
        using var played = Play(runner => runner.WaitForAsynchronousResponse(60), body);

        played.Ends(WorkflowRunStatus.Cancelled).Answers(HttpStatusCode.BadRequest).Called();
        Assert.Equal("production_not_confirmed", (string?)played.Answer()["error"]!["code"]);
    }

    [Fact]
    public void Verification_Confirmed_IsPlayed()
    {
        using var played = Play(
            runner => runner.WaitForAsynchronousResponse(60),
            """{"legalEntity":"usrt","verification":"V-1","confirmProduction":true,"testEmail":"mailbox@example.com"}""");

        played.Ends(WorkflowRunStatus.Succeeded).Answers(HttpStatusCode.OK);
    }
}
