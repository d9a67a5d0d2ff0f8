using System.Net;
using IrenPortal.Identity;
using IrenPortal.Tests.Identity;
using IrenPortal.Tests.Newsroom;
using IrenPortal.Tests.Testing;
using NodaTime;

namespace IrenPortal.Tests.Journeys;

/// <summary>A newsroom with something on every page: a document in each state, a correction, a withdrawal, prices that wait.</summary>
public sealed class StaffPages : SharedPortals
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>The cookie of an administrator's sign-in.</summary>
    public string SignIn { get; private set; } = "";

    /// <inheritdoc />
    protected override PortalOptions Options => new()
    {
        Now = SystemClock.Instance.GetCurrentInstant(),
        Settings = new Dictionary<string, string?> { ["Portal:ContentDirectory"] = Repository.Content },
    };

    /// <summary>An address with <c>{name}</c> replaced by the id of the thing of that name.</summary>
    public string Fill(string address) => _ids.Aggregate(address, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));

    /// <inheritdoc />
    protected override async Task SeedAsync(TestPortal portal)
    {
        using var author = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        await SignInAsync(portal);
        Keep("draft", await author.WriteAsync("A draft with a list", ("body", "## Part\n\n- one\n- two\n\n| Hall | MW |\n|---|---:|\n| One | 50 |\n")));
        Keep("timed", await author.WriteAsync("A draft with a time"));
        await ScheduleAsync(portal, author, Guid.Parse(_ids["timed"]));
        Keep("waiting", await author.SubmitAsync("Something in review"));
        await DoneAsync(second.CommandAsync(Guid.Parse(_ids["waiting"]), "comments", ("revision", "2"), ("place", "1"), ("words", "Which hall?")));
        Keep("sent-back", await author.SubmitAsync("Something sent back"));
        await DoneAsync(second.CommandAsync(Guid.Parse(_ids["sent-back"]), "send-back", ("words", "Say which hall.")));
        Keep("scheduled", await ApproveAsync(portal, author, second, "Something scheduled"));
        Keep("released", await PublishAsync(author, second, "Something released"));
        Keep("correction", await PublishAsync(author, second, "Something being corrected"));
        await DoneAsync(author.CommandAsync(Guid.Parse(_ids["correction"]), "correct", ("reason", "A figure was wrong.")));
        Keep("withdrawn", await PublishAsync(author, second, "Something withdrawn"));
        await DoneAsync(author.CommandAsync(Guid.Parse(_ids["withdrawn"]), "withdraw", ("reason", "It was wrong."), ("word", "WITHDRAW")));
        await DoneAsync(second.PublishAsync(Guid.Parse(_ids["withdrawn"])));
        Keep("cancelled", await author.WriteAsync("Something cancelled"));
        await DoneAsync(author.CommandAsync(Guid.Parse(_ids["cancelled"]), "cancel"));
        foreach (var kind in new[] { "contracts", "events", "pages" })
        {
            Keep(kind, await author.BeginAsync(kind));
        }
    }

    private void Keep(string name, Guid id) => _ids[name] = id.ToString("D");

    private async Task SignInAsync(TestPortal portal)
    {
        _ids["person"] = await StaffBrowser.AddAccountAsync(portal, "ada@staff.example", StaffRoles.Admin);
        using var admin = new StaffBrowser(portal);
        using var signedIn = await admin.TrySignInAsync("ada@staff.example");
        SignIn = StaffBrowser.CookieOf(signedIn);
    }

    private static async Task ScheduleAsync(TestPortal portal, StaffDesk desk, Guid id)
    {
        var local = Due(portal);
        await DoneAsync(desk.CommandAsync(id, "schedule", ("base", "2"), ("date", local.Date.ToString("uuuu-MM-dd", null)), ("time", local.TimeOfDay.ToString("HH:mm", null))));
    }

    private static async Task<Guid> ApproveAsync(TestPortal portal, StaffDesk author, StaffDesk second, string headline)
    {
        var id = await author.WriteAsync(headline);
        await ScheduleAsync(portal, author, id);
        await DoneAsync(author.CommandAsync(id, "submit", ("base", "3")));
        await DoneAsync(second.CommandAsync(id, "approve", ("revision", "3"), ("read", "true"), ("typedTime", Due(portal).TimeOfDay.ToString("HH:mm", null))));
        return id;
    }

    private static async Task<Guid> PublishAsync(StaffDesk author, StaffDesk second, string headline)
    {
        var id = await author.SubmitAsync(headline);
        await DoneAsync(second.PublishAsync(id));
        return id;
    }

    private static LocalDateTime Due(TestPortal portal) => (portal.Clock.Now + Duration.FromHours(30)).InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).LocalDateTime;

    private static async Task DoneAsync(Task<HttpResponseMessage> command)
    {
        using var answer = await command;
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }
}
