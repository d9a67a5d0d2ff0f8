using IrenPortal.Identity.Factors;
using NodaTime;

namespace IrenPortal.Tests.Identity;

/// <summary>The enrolment page with its key, and the app that has read it.</summary>
internal sealed record EnrolForm(string Token, string Offer, byte[] Key)
{
    public static async Task<EnrolForm> ReadAsync(StaffBrowser browser)
    {
        var page = await browser.ReadAsync("/account/enrol");
        string Value(string name) => page.QuerySelector($"form[action='/account/enrol/code'] input[name={name}]")!.GetAttribute("value")!;
        return new EnrolForm(Value("__RequestVerificationToken"), Value("offer"), FromBase32(page.QuerySelector("main li code")!.TextContent));
    }

    public string CodeAt(Instant at) => TimeCodes.At(Key, TimeCodes.StepOf(at));

    public Task<HttpResponseMessage> SendAsync(StaffBrowser browser, string code) => browser.Client.PostAsync(
        "/account/enrol/code", new FormUrlEncodedContent([new("__RequestVerificationToken", Token), new("offer", Offer), new("code", code)]));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
