using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using IrenPortal.Identity;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom;

/// <summary>A member of staff at work in the newsroom: opens pages and sends the forms that they offer.</summary>
internal sealed class StaffDesk(StaffBrowser browser, string userId) : IDisposable
{
    /// <summary>The signed-in browser.</summary>
    public StaffBrowser Browser => browser;

    /// <summary>The account's id.</summary>
    public string UserId => userId;

    /// <summary>Signs somebody new in.</summary>
    public static async Task<StaffDesk> OpenAsync(TestPortal portal, string role = StaffRoles.Editor)
    {
        var (browser, id) = await StaffBrowser.SignedInAsync(portal, role);
        return new StaffDesk(browser, id);
    }

    /// <summary>Presses "New" on a desk and returns the document's id.</summary>
    public async Task<Guid> BeginAsync(string desk = "announcements")
    {
        using var answer = await PostAsync($"/admin/{desk}", $"/admin/{desk}");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    /// <summary>Writes a whole announcement and returns its id; it is at revision 2.</summary>
    public async Task<Guid> WriteAsync(string headline, params (string Name, string Value)[] more)
    {
        var id = await BeginAsync();
        (await SaveAsync(id, 1, [("headline", headline), ("summary", "A summary."), ("category", "AI Cloud"), ("body", "Some words."), .. more])).Revision.ShouldBe(2);
        return id;
    }

    /// <summary>Writes an announcement and hands it over.</summary>
    public async Task<Guid> SubmitAsync(string headline, params (string Name, string Value)[] more)
    {
        var id = await WriteAsync(headline, more);
        using var answer = await CommandAsync(id, "submit", ("base", "2"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return id;
    }

    /// <summary>Saves as the editor's script does.</summary>
    public async Task<(HttpStatusCode Status, int Revision, JsonElement Answer)> SaveAsync(Guid id, int from, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/drafts/{id}/revisions");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new FormUrlEncodedContent([new("base", $"{from}"), new("__RequestVerificationToken", await TokenAsync("/account")), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await browser.Client.SendAsync(request);
        if (answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return (answer.StatusCode, 0, default);
        }

        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (answer.StatusCode, json.TryGetProperty("revision", out var revision) ? revision.GetInt32() : 0, json);
    }

    /// <summary>Sends a command of a document.</summary>
    public Task<HttpResponseMessage> CommandAsync(Guid id, string command, params (string Name, string Value)[] fields) =>
        PostAsync("/account", $"/admin/drafts/{id}/{command}", fields);

    /// <summary>Publishes the revision that the review page binds.</summary>
    public async Task<HttpResponseMessage> PublishAsync(Guid id, string kind = "announcements")
    {
        var page = await browser.ReadAsync($"/admin/{kind}/{id}");
        var form = page.QuerySelector<IHtmlFormElement>("#release");
        form.ShouldNotBeNull("the review page offers no release");
        return await CommandAsync(id, "release", ("revision", ValueOf(form, "revision")), ("key", ValueOf(form, "key")), ("read", "true"));
    }

    /// <summary>Uploads a file to a draft.</summary>
    public async Task<HttpResponseMessage> UploadAsync(Guid id, string name, byte[] bytes)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync("/account")), "__RequestVerificationToken" },
            { new ByteArrayContent(bytes), "file", name },
        };
        return await browser.Client.PostAsync($"/admin/drafts/{id}/files", form);
    }

    /// <summary>The document's staff page.</summary>
    public Task<IDocument> PageAsync(Guid id, string kind = "announcements") => browser.ReadAsync($"/admin/{kind}/{id}");

    /// <inheritdoc />
    public void Dispose() => browser.Dispose();

    private static string ValueOf(IElement form, string name) => form.QuerySelector<IHtmlInputElement>($"input[name={name}]")!.Value;

    /// <summary>Sends a form with the token of the page that offers it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string address, params (string Name, string Value)[] fields) =>
        await browser.Client.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(page)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    private async Task<string> TokenAsync(string page) =>
        (await browser.ReadAsync(page)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
}
