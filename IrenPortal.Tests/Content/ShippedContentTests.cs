using IrenPortal.Content;

namespace IrenPortal.Tests.Content;

public sealed class ShippedContentTests
{
    private static readonly string Root = Find();

    [Fact]
    public void The_shipped_content_has_no_issue()
    {
        var (set, issues) = ContentFolder.Read(Root, new ContentFolderOptions(Sample.Now));

        issues.Select(i => i.ToString()).ShouldBeEmpty();
        set.ShouldNotBeNull();
        set.Company!.Ticker.ShouldBe("IREN");
        set.Announcements.Count.ShouldBeGreaterThanOrEqualTo(16);
        set.Contracts.Count.ShouldBeGreaterThanOrEqualTo(5);
        set.Prices.Select(p => p.Symbol).ShouldBe(["IREN", "QQQ"]);
        set.Announcements.Single(a => a.Featured).Slug.ShouldBe("microsoft-ai-cloud-contract");
    }

    [Fact]
    public void Every_shipped_document_survives_writing_and_reading()
    {
        var (set, _) = ContentFolder.Read(Root, new ContentFolderOptions(Sample.Now));
        var context = ContentContext.Of(set!.Company!, Sample.Now);

        foreach (var announcement in set.Announcements)
        {
            var text = AnnouncementFile.Write(announcement);
            var again = AnnouncementFile.Read(AnnouncementFile.PathOf(announcement, context.Zone), text, context).Document!;
            Sample.Json(again).ShouldBe(Sample.Json(announcement));
            AnnouncementFile.Write(again).ShouldBe(text);
        }

        foreach (var contract in set.Contracts)
        {
            var again = ContractFile.Read(ContractFile.PathOf(contract), ContractFile.Write(contract)).Document!;
            Sample.Json(again).ShouldBe(Sample.Json(contract));
        }

        foreach (var page in set.Pages)
        {
            PageFile.Read(PageFile.PathOf(page), PageFile.Write(page)).Document.ShouldBe(page);
        }

        foreach (var item in set.Events)
        {
            Sample.Json(EventFile.Read(EventFile.PathOf(item), EventFile.Write(item)).Document!).ShouldBe(Sample.Json(item));
        }

        Sample.Json(CompanyFile.Read("company.yml", CompanyFile.Write(set.Company!)).Document!).ShouldBe(Sample.Json(set.Company!));
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "wwwroot-content")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run from inside the repository.");
        }

        return Path.Combine(folder.FullName, "wwwroot-content");
    }
}
