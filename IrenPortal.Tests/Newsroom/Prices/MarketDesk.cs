using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Identity;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom.Prices;

/// <summary>A member of staff at the market page.</summary>
internal sealed class MarketDesk(StaffBrowser browser, string userId) : IDisposable
{
    public const string Header = "Date,Open,High,Low,Close,Volume\n";

    /// <summary>The signed-in browser.</summary>
    public StaffBrowser Browser => browser;

    /// <summary>The account's id.</summary>
    public string UserId => userId;

    /// <summary>Signs somebody new in.</summary>
    public static async Task<MarketDesk> OpenAsync(TestPortal portal, string role = StaffRoles.Editor)
    {
        var (browser, id) = await StaffBrowser.SignedInAsync(portal, role);
        return new MarketDesk(browser, id);
    }

    /// <summary>Posts the form with files by field, name and bytes, and with further values.</summary>
    public async Task<HttpResponseMessage> PostAsync(string symbol, IReadOnlyList<(string Field, string Name, byte[] Bytes)> files, string rows = "")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync()), "__RequestVerificationToken" },
            { new StringContent(symbol), "symbol" },
            { new StringContent(rows), "rows" },
        };
        foreach (var (field, name, bytes) in files)
        {
            form.Add(new ByteArrayContent(bytes), field, name);
        }

        return await browser.Client.PostAsync("/admin/market/proposals", form);
    }

    /// <summary>Uploads rows as a file; the answer must lead to a proposal, whose id it returns.</summary>
    public async Task<Guid> ProposeAsync(string symbol, string rows)
    {
        using var answer = await PostAsync(symbol, [("prices", "rows.csv", Encoding.UTF8.GetBytes(Header + rows))]);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>A proposal's page.</summary>
    public Task<IDocument> PageAsync(Guid id) => browser.ReadAsync($"/admin/market/proposals/{id}");

    /// <summary>The digest that a proposal's page binds; null where it offers no yes.</summary>
    public async Task<string?> DigestAsync(Guid id) => (await PageAsync(id)).QuerySelector<IHtmlInputElement>("input[name=digest]")?.Value;

    /// <summary>Says yes to what the page shows, or to another digest.</summary>
    public async Task<HttpResponseMessage> AcceptAsync(Guid id, bool looked = false, string? digest = null) =>
        await CommandAsync(id, "accept", ("digest", digest ?? await DigestAsync(id) ?? "none"), ("looked", looked ? "true" : ""));

    /// <summary>Says no.</summary>
    public Task<HttpResponseMessage> RejectAsync(Guid id) => CommandAsync(id, "reject");

    /// <inheritdoc />
    public void Dispose() => browser.Dispose();

    /// <summary>Has the sources asked now.</summary>
    public Task<HttpResponseMessage> LookAsync() => SendAsync("/admin/market/look");

    private Task<HttpResponseMessage> CommandAsync(Guid id, string command, params (string Name, string Value)[] fields) => SendAsync($"/admin/market/proposals/{id}/{command}", fields);

    private async Task<HttpResponseMessage> SendAsync(string address, params (string Name, string Value)[] fields) => await browser.Client.PostAsync(
        address,
        new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync()), .. fields.Where(f => f.Value.Length > 0).Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    private async Task<string> TokenAsync() =>
        (await browser.ReadAsync("/account")).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
}
