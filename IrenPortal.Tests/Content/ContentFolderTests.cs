using IrenPortal.Content;

namespace IrenPortal.Tests.Content;

public sealed class ContentFolderTests : IDisposable
{
    private static readonly ContentFolderOptions Options = new(Sample.Now);
    private readonly string _root = Directory.CreateTempSubdirectory("content-").FullName;

    public ContentFolderTests() => Put("company.yml", Sample.Company);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Put(string path, string text)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static string Added(string file, string line) => Sample.Change(file, "", line);

    private IReadOnlyList<string> Faults(ContentFolderOptions? options = null)
    {
        var (set, issues) = ContentFolder.Read(_root, options ?? Options);
        (set is null).ShouldBe(issues.Count > 0);
        return [.. issues.Select(i => i.ToString().Replace(_root + "/", "", StringComparison.Ordinal))];
    }

    [Fact]
    public void Everything_in_a_folder_is_read_in_ordinal_order()
    {
        Put("announcements/2025-11-03-b.md", Added(Sample.Announcement, "contract: c\nfiles: [terms.csv]"));
        Put("announcements/2025-11-03-a.md", Sample.Announcement);
        Put("contracts/c.md", Added(Sample.Contract, "announcement: b"));
        Put("pages/about.md", "---\ntitle: About\n---\n[Terms](media/terms.csv)");
        Put("events/call.md", "---\ntitle: Call\nstartsAt: 2026-11-05\n---\n");
        Put("prices/IREN.csv", "Date,Close\n2025-11-03,1\n");
        Put("prices/IREN.actions.csv", "ExDate,Kind,Value\n2025-11-03,split,10\n");
        Put("media/terms.csv", "a,b\n");
        Put("README.md", "Not content.");
        Put(".DS_Store", "Not content.");

        var (set, issues) = ContentFolder.Read(_root, Options);

        issues.ShouldBeEmpty();
        set!.Announcements.Select(a => a.Slug).ShouldBe(["a", "b"]);
        set.Contracts.ShouldHaveSingleItem().Announcement.ShouldBe("b");
        set.Pages.ShouldHaveSingleItem();
        set.Events.ShouldHaveSingleItem();
        set.Prices.ShouldHaveSingleItem().Symbol.ShouldBe("IREN");
        set.Actions.ShouldHaveSingleItem().Symbol.ShouldBe("IREN");
        set.Media.ShouldHaveSingleItem().Name.ShouldBe("terms.csv");
        set.Paths[set.Contracts[0]].ShouldBe($"{_root}/contracts/c.md");
    }

    [Fact]
    public void What_files_say_of_each_other_must_be_there()
    {
        Put("announcements/a.md", Added(Sample.Announcement, "contract: deal\nfiles:\n  - terms.csv").Replace("IREN has", "![Hall](media/hall.png) IREN has", StringComparison.Ordinal));
        Put("announcements/b.md", Added(Sample.Announcement, "slug: a"));
        Put("contracts/dell.md", Added(Sample.Contract, "announcement: nothing"));
        Put("prices/SPY.csv", "Date,Close\n2025-11-03,1\n");
        Put("media/term.csv", "a\n");

        Faults().ShouldBe([
            "announcements/a.md:7: `contract` names deal, but there is no contract of that slug: did you mean `dell`?",
            "announcements/a.md:9: there is no file media/terms.csv: did you mean `term.csv`?",
            "announcements/a.md:11: there is no file media/hall.png: put it there or take the name out",
            "announcements/b.md:7: `slug` a is also that of announcements/a.md: write another one",
            "contracts/dell.md:6: `announcement` names nothing, but there is no announcement of that slug: add it under announcements/ or leave the field out",
            "prices/SPY.csv:1: company.yml lists no symbol SPY: add it under `symbols`, or correct the file's name",
        ]);
    }

    [Fact]
    public void What_the_portal_already_has_counts_as_there()
    {
        Put("announcements/a.md", Added(Sample.Announcement, "contract: deal\nfiles: [terms.csv]"));

        Faults(Options with { Contracts = new HashSet<string> { "deal" }, Media = new HashSet<string> { "terms.csv" } }).ShouldBeEmpty();
    }

    [Fact]
    public void A_faulty_file_makes_no_second_fault_elsewhere()
    {
        Put("announcements/a.md", Added(Sample.Announcement, "contract: deal\nfiles: [terms.csv]"));
        Put("contracts/deal.md", Added(Sample.Contract, "colour: red"));
        Put("media/terms.csv", "<svg/>");

        Faults().Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("stray.md")]
    [InlineData("announcements/a.txt")]
    [InlineData("announcements/2025/a.md")]
    [InlineData("drafts/a.md")]
    [InlineData("prices/IREN.xlsx")]
    [InlineData("editions/a/first.md")]
    [InlineData("editions/a/01.md")]
    [InlineData("editions/a.md")]
    [InlineData("editions/events/a/1.md")]
    public void A_file_that_does_not_belong_is_refused(string path)
    {
        Put(path, "x");

        Faults().ShouldHaveSingleItem().ShouldContain("nothing of this name belongs here");
    }

    [Fact]
    public void Earlier_editions_come_with_their_versions()
    {
        Put("announcements/a.md", Added(Sample.Announcement, "slug: a\nreason: A figure was wrong"));
        Put("contracts/deal.md", Sample.Contract);
        Put("pages/about.md", "---\ntitle: About\n---\nNew.");
        Put("editions/a/1.md", Added(Sample.Announcement, "slug: a"));
        Put("editions/contracts/deal/2.md", Sample.Contract);
        Put("editions/contracts/deal/1.md", Sample.Contract);
        Put("editions/pages/about/1.md", "---\ntitle: About\n---\nOld.");

        var (set, issues) = ContentFolder.Read(_root, Options);

        issues.ShouldBeEmpty();
        set!.EarlierAnnouncements.ShouldHaveSingleItem().Version.ShouldBe(1);
        set.EarlierContracts.Select(e => (e.Slug, e.Version, e.Document.Slug)).ShouldBe([("deal", 1, "deal"), ("deal", 2, "deal")]);
        set.EarlierPages.ShouldHaveSingleItem().Document.Body.ShouldBe("Old.");
    }

    [Fact]
    public void Earlier_editions_have_no_gap_and_a_newest()
    {
        Put("announcements/a.md", Added(Sample.Announcement, "slug: a"));
        Put("editions/a/2.md", Added(Sample.Announcement, "slug: b"));
        Put("editions/gone/1.md", Added(Sample.Announcement, "slug: gone"));

        Faults().ShouldBe([
            "editions/a/2.md:1: the editions of a have a gap below 2.md: name them 1.md, 2.md and so on",
            "editions/a/2.md:7: `slug` is b in the folder of a: write `slug: a`",
            "editions/gone/1.md:1: the announcement gone has earlier editions, but no newest one: add it under announcements/ or take them out",
        ]);
    }

    [Fact]
    public void One_file_is_read_with_the_company_and_the_media_beside_it()
    {
        Put("announcements/a.md", Added(Sample.Announcement, "files: [terms.csv]"));
        Put("media/terms.csv", "a,b\n");
        Put("media/other.csv", "a,b\n");

        var (set, issues) = ContentFolder.Read($"{_root}/announcements/a.md", Options);

        issues.ShouldBeEmpty();
        set!.Company.ShouldBeNull();
        set.Announcements.ShouldHaveSingleItem().Slug.ShouldBe("a");
        set.Media.ShouldHaveSingleItem().Name.ShouldBe("terms.csv");
    }

    [Theory]
    [InlineData("note.md", Sample.Announcement)]
    [InlineData("deal.md", Sample.Contract)]
    [InlineData("help.md", "---\ntitle: Help\n---\nWords.")]
    [InlineData("call.md", "---\ntitle: Call\nstartsAt: 2026-11-05\n---\n")]
    public void One_file_outside_a_content_folder_is_known_by_its_fields(string name, string text)
    {
        Put(name, text);

        var (set, issues) = ContentFolder.Read($"{_root}/{name}", Options);

        issues.ShouldBeEmpty();
        (set!.Announcements.Count + set.Contracts.Count + set.Pages.Count + set.Events.Count).ShouldBe(1);
    }

    [Fact]
    public void A_folder_without_company_needs_one_that_the_portal_knows()
    {
        File.Delete(Path.Combine(_root, "company.yml"));
        Put("announcements/a.md", Sample.Announcement);

        Faults().ShouldHaveSingleItem().ShouldStartWith("company.yml:1: the file is missing");
        Faults(Options with { Company = CompanyFile.Read("c", Sample.Company).Document }).ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_on_their_line()
    {
        Directory.CreateDirectory(Path.Combine(_root, "pages"));
        File.WriteAllBytes(Path.Combine(_root, "pages/a.md"), [.. "---\ntitle: a\n"u8, 0xC3, 0x28, .. "\n---\n"u8]);

        Faults().ShouldBe(["pages/a.md:3: the line holds bytes that are not UTF-8: save the file as UTF-8"]);
    }

    [Fact]
    public void A_path_that_is_not_there_is_one_issue() =>
        ContentFolder.Read("no/such/folder", Options).Issues.ShouldHaveSingleItem().ToString().ShouldBe("no/such/folder:1: there is no such file or folder: name one that exists");
}
