using System.Text;
using B2BConnector.Connector.Delivery;

namespace B2BConnector.Connector.Tests.Webhooks;

public sealed class SignatureTests
{
    /// <summary>The example that the reference libraries of Standard Webhooks test with, published at standard-webhooks/standard-webhooks.</summary>
    [Fact]
    public void Signature_OfThePublishedExample_IsThePublishedOne()
    {
        var key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        var signature = WebhookSignature.Sign([key], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("{\"test\": 2432232314}"));

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    public void Signature_OfTwoKeys_HoldsBothSeparatedBySpace()
    {
        var (old, current) = (new byte[32], Enumerable.Repeat((byte)1, 32).ToArray());

        var signature = WebhookSignature.Sign([current, old], "id", 1, "{}"u8);

        Assert.Equal($"{WebhookSignature.Sign([current], "id", 1, "{}"u8)} {WebhookSignature.Sign([old], "id", 1, "{}"u8)}", signature);
    }

    [Fact]
    public void Key_ForTwoSubscriptions_GivesEachSecretsOfItsOwn()
    {
        var key = new WebhookKey("a", "secret");
        var (one, other) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));

        var secrets = new[] { key.SigningSecret(one), key.SigningSecret(other), key.Token(one), key.Token(other), key.SigningSecret(one)["whsec_".Length..] };

        Assert.Equal(secrets.Length, secrets.Distinct().Count());
        Assert.Equal(32, Convert.FromBase64String(secrets[0]["whsec_".Length..]).Length);
        Assert.Equal("https://a.example/?sig=1", key.Reveal(one, key.Protect(one, "https://a.example/?sig=1")));
    }
}
