using System.Text;
using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Market.Calendar;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Newsroom;

public sealed class SecrecyTests
{
    private const string Mark = "Zanzibarquokka";

    [Theory, EachDatabase]
    public async Task A_draft_leaves_no_word_in_the_public_store_the_logs_a_title_or_a_file_on_disk(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var before = await PublicBytesAsync(portal);
        using var editor = await StaffDesk.OpenAsync(portal);
        using var second = await StaffDesk.OpenAsync(portal);
        var id = await editor.SubmitAsync($"{Mark} deal", ("summary", $"{Mark} pays."), ("tags", Mark), ("body", $"About {Mark}."));
        await editor.Browser.ReadAsync($"/admin/announcements?q={Mark}");
        await editor.Browser.Client.GetAsync($"/admin/drafts/{id}/files/{Mark}.csv");
        await editor.SaveAsync(id, 1, ("headline", $"{Mark} again"));

        var review = await second.PageAsync(id);
        using var preview = await second.Browser.Client.GetAsync($"/admin/drafts/{id}/preview");

        review.Title!.ShouldNotContain(Mark);
        (await preview.Content.ReadAsStringAsync()).ShouldContain($"{Mark} deal</h1>");
        (await preview.Content.ReadAsStringAsync()).ShouldContain("<title>Preview - Newsroom</title>");
        portal.Logs.Lines.ShouldNotContain(line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase));
        (await PublicBytesAsync(portal)).ShouldBe(before);
        foreach (var file in Directory.EnumerateFiles(portal.Stores.DataDirectory, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Encoding.Latin1.GetString(bytes.ToArray()).ShouldNotContain(Mark, Case.Insensitive);
        }
    }

    [Theory, EachDatabase]
    public async Task A_preview_runs_no_script_and_is_framed_by_staff_pages_alone(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Framed");

        using var preview = await editor.Browser.Client.GetAsync($"/admin/drafts/{id}/preview");
        using var page = await editor.Browser.Client.GetAsync($"/admin/announcements/{id}");

        var policy = preview.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("frame-ancestors 'self'");
        policy.ShouldContain("sandbox allow-same-origin");
        policy.ShouldNotContain("script");
        preview.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
    }

    [Theory, EachDatabase]
    public async Task A_preview_shows_the_reaction_that_the_page_will_show(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        foreach (var (symbol, beat) in new[] { ("IREN", 7), ("QQQ", 11) })
        {
            await portal.PublishAsync(new PricesItem(symbol, [.. ExchangeCalendar.UsEquities.Sessions(new(2025, 4, 1), new(2025, 11, 3)).Select((day, i) => new BarItem(day, null, null, null, 40 + (i * i % beat), null))]));
        }

        using var editor = await StaffDesk.OpenAsync(portal);
        var id = await editor.WriteAsync("Traded", ("timing", "before_open"), ("releaseAt", "2025-11-03"));
        var preview = await editor.Browser.ReadAsync($"/admin/drafts/{id}/preview");

        preview.QuerySelector("#reaction .sentence").Words().ShouldContain("Its 95% range, ");
        preview.QuerySelector("#reaction .note").Words().ShouldStartWith("Still to come: days −1 to +1 after the close of 4 Nov 2025");
        preview.QuerySelectorAll("script[src], a[href*='/reaction']:not([href='/stock/reactions'])").ShouldBeEmpty();
    }

    private static async Task<string> PublicBytesAsync(TestPortal portal)
    {
        var home = await portal.Client.GetStringAsync("/news");
        var ledger = await portal.Client.GetStringAsync("/api/v1/ledger");
        return home + ledger;
    }
}
