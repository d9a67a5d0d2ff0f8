using System.Net;
using System.Text.Json;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Gate;
using IrenPortal.Newsroom.Filings;
using IrenPortal.Newsroom.Importing;
using IrenPortal.Tests.Commands;
using IrenPortal.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Newsroom.Filings;

/// <summary>Filings from a file to readers: the gate, the page, the lists for programs, and back into a file.</summary>
public sealed class FilingImportTests
{
    private const string Cik = "0001878848";

    private static readonly Filing Contract = new(
        "0001140361-25-040072", "8-K", new LocalDate(2025, 11, 3), new LocalDate(2025, 11, 2), Instant.FromUtc(2025, 11, 3, 11, 30, 5), "1.01,9.01", 512345, true, true, "ef20058139_8k.htm", "FORM 8-K");

    private static readonly Filing Annual = new("0001878848-26-000052", "10-K", new LocalDate(2026, 8, 27), null, null, "", null, false, false, "iren-20260630.htm", "=Annual, \"2026\"");

    [Theory, EachDatabase]
    public async Task What_is_new_goes_out_what_differs_replaces_and_the_same_again_does_nothing(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var source = new SourceLink("Form 8-K", "https://www.sec.gov/Archives/edgar/data/1878848/000114036125040072/ef20058139_8k.htm");
        await portal.PublishAsync(new AnnouncementBuilder("microsoft") { Sources = [source] }.Build());
        (await portal.Client.GetStringAsync("/filings")).ShouldContain("No filings were brought in yet");

        (await ImportAsync(portal, Contract with { Items = "1.01" })).Changes.ShouldHaveSingleItem().ShouldStartWith("1 filing new, 0 replaced, 0 unchanged; the store is at version ");
        (await ImportAsync(portal, Annual, Contract)).Changes.ShouldHaveSingleItem().ShouldStartWith("1 filing new, 1 replaced, 0 unchanged; ");
        (await ImportAsync(portal, Contract)).ShouldBeEquivalentTo(new ImportReport([], []));

        var list = await portal.Client.JsonAsync("/api/v1/filings");
        list.GetProperty("total").GetInt32().ShouldBe(2);
        var (annual, contract) = (list.GetProperty("items")[0], list.GetProperty("items")[1]);
        Text(annual, "form").ShouldBe("10-K");
        (Text(contract, "formName"), Text(contract, "filedOn"), Text(contract, "reportedOn"), Text(contract, "acceptedAt"), Text(contract, "items"), contract.GetProperty("bytes").GetInt64())
            .ShouldBe(("Current report", "2025-11-03", "2025-11-02", "2025-11-03T11:30:05.000Z", "1.01,9.01", 512345));
        Text(contract, "document").ShouldBe(source.Url);
        Text(contract, "index").ShouldBe("https://www.sec.gov/Archives/edgar/data/1878848/000114036125040072/0001140361-25-040072-index.htm");
        Text(contract, "inlineXbrl").ShouldBe("https://www.sec.gov/ix?doc=/Archives/edgar/data/1878848/000114036125040072/ef20058139_8k.htm");
        contract.GetProperty("announcements")[0].GetProperty("slug").GetString().ShouldBe("microsoft");
        annual.GetProperty("inlineXbrl").ValueKind.ShouldBe(JsonValueKind.Null);
        annual.GetProperty("announcements").GetArrayLength().ShouldBe(0);

        (await portal.Client.JsonAsync("/api/v1/filings?form=8-k&year=2025&pageSize=1")).GetProperty("total").GetInt32().ShouldBe(1);
        (await portal.Client.JsonAsync("/api/v1/filings?year=2024")).GetProperty("total").GetInt32().ShouldBe(0);
        (await portal.Client.GetAsync("/api/v1/filings?year=last")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var csv = (await portal.Client.GetStringAsync("/filings.csv?form=10-K")).Split('\n');
        (csv.Length, csv[1]).ShouldBe((3, "0001878848-26-000052,10-K,Annual report,2026-08-27,,,,\"'=Annual, \"\"2026\"\"\",,https://www.sec.gov/Archives/edgar/data/1878848/000187884826000052/iren-20260630.htm,https://www.sec.gov/Archives/edgar/data/1878848/000187884826000052/0001878848-26-000052-index.htm,,"));

        var page = await portal.Client.GetStringAsync("/filings?form=8-K");
        page.ShouldContain("1 filing</b> matches");
        page.ShouldContain("href=\"/news/microsoft\"");
        (await portal.Client.GetStringAsync("/filings?page=9")).ShouldContain("There is no page 9");
        (await portal.Client.GetStringAsync("/filings?form=S-8")).ShouldContain("No filing matches");
        await VerifiedAsync(portal);
    }

    [Theory, EachDatabase]
    public async Task What_is_refused_changes_nothing_and_a_package_that_was_left_is_finished(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider);
        var before = await VerifiedAsync(portal);
        (await Desk(portal).ImportAsync("x.json", "{}", CancellationToken.None)).Refusals.ShouldHaveSingleItem().ShouldStartWith("x.json:1: the list accessionNumber is missing");
        (await VerifiedAsync(portal)).ShouldBe(before);

        await using (var newsroom = await portal.Services.GetRequiredService<IDbContextFactory<NewsroomDbContext>>().CreateDbContextAsync())
        {
            var vault = portal.Services.GetRequiredService<IrenPortal.Newsroom.DraftVault>();
            var command = new ReleaseCommand("filings-left") { Filings = [new FilingsItem(Cik, [new FilingItem("0001878848-26-000001", "4", new LocalDate(2026, 1, 5), null, null, "", null, false, false, "", "")])] };
            newsroom.PendingReleases.Add(new IrenPortal.Newsroom.Releasing.ReleasePackage(command, []).Seal(vault, "system", PortalOptions.DefaultNow));
            await newsroom.SaveChangesAsync();
        }

        await portal.RestartAsync();
        (await portal.Client.GetStringAsync("/filings")).ShouldContain("Insider");
        (await VerifiedAsync(portal)).ShouldBe(before + 2);
    }

    [Theory, EachDatabase]
    public async Task The_verb_imports_and_an_export_of_it_imports_as_the_same(DatabaseProvider provider)
    {
        await using var stores = await PreparedStores.CopyAsync(provider, null);
        await using var other = await TestStores.CreateAsync(provider);
        var folder = Directory.CreateTempSubdirectory("irenportal-filings-");
        try
        {
            var file = Path.Combine(folder.FullName, "list.json");
            await File.WriteAllTextAsync(file, SubmissionsFile.Write(Cik, [Annual, Contract]));
            (await Verb.RunAsync(stores, "filings", "import", file)).ShouldSatisfyAllConditions(r => r.Errors.ShouldBeEmpty(), r => r.Output.ShouldEndWith("\ndone\n"));
            (await Verb.RunAsync(stores, "filings", "import", file)).Output.ShouldBe("nothing is new\n");
            (await Verb.RunAsync(stores, "filings", "import", folder.FullName)).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(1), r => r.Errors.ShouldContain("this is a folder"));

            var export = Path.Combine(folder.FullName, "export");
            (await Verb.RunAsync(stores, "export", export)).ExitCode.ShouldBe(0);
            (await File.ReadAllTextAsync(Path.Combine(export, "filings", $"CIK{Cik}.json"))).ShouldBe(await File.ReadAllTextAsync(file));
            (await Verb.RunAsync(other, "import", export)).Output.ShouldContain("filings: 2 filings new, 0 replaced, 0 unchanged");
            (await Verb.RunAsync(other, "import", export)).Output.ShouldBe("nothing is new\n");
            (await Verb.RunAsync(other, "verify")).ExitCode.ShouldBe(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FilingDesk Desk(TestPortal portal) => portal.Services.GetRequiredService<FilingDesk>();

    private static Task<ImportReport> ImportAsync(TestPortal portal, params IReadOnlyList<Filing> filings) =>
        Desk(portal).ImportAsync("list.json", SubmissionsFile.Write(Cik, filings), CancellationToken.None);

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static async Task<long> VerifiedAsync(TestPortal portal)
    {
        await using var store = portal.OpenPublicStore();
        var result = await StoreVerification.RunAsync(store, CancellationToken.None);
        result.Fault.ShouldBeNull();
        return result.Entries;
    }
}
