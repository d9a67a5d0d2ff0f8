using IrenPortal.Content;
using NodaTime;

namespace IrenPortal.Tests.Content;

/// <summary>EDGAR's list as a file: what is read of it, and what is refused.</summary>
public sealed class SubmissionsFileTests
{
    private const string Cik = "0001878848";

    private const string Lists = """
        "accessionNumber": ["0001140361-25-040072", "0001878848-26-000052"],
        "filingDate": ["2025-11-03", "2026-08-27"],
        "reportDate": ["2025-11-02", ""],
        "acceptanceDateTime": ["2025-11-03T11:30:05.000Z", ""],
        "act": ["34", "34"],
        "form": ["8-K", "10-K/A"],
        "items": ["1.01,9.01", ""],
        "size": [512345, null],
        "isXBRL": [1, 0],
        "isInlineXBRL": [1, 0],
        "primaryDocument": ["ef20058139_8k.htm", ""],
        "primaryDocDescription": ["FORM 8-K", ""]
        """;

    private static readonly Filing[] Two =
    [
        new("0001140361-25-040072", "8-K", new LocalDate(2025, 11, 3), new LocalDate(2025, 11, 2), Instant.FromUtc(2025, 11, 3, 11, 30, 5), "1.01,9.01", 512345, true, true, "ef20058139_8k.htm", "FORM 8-K"),
        new("0001878848-26-000052", "10-K/A", new LocalDate(2026, 8, 27), null, null, "", null, false, false, "", ""),
    ];

    private static string List(string lists = Lists, string files = "", string cik = "\"cik\": \"1878848\",") =>
        $"{{\"name\": \"IREN Limited\", {cik} \"filings\": {{\"recent\": {{{lists}}}, \"files\": [{files}]}}}}";

    private static ContentRead<FilingFile> Read(string text, string path = "filings/list.json") => SubmissionsFile.Read(path, text, Cik);

    [Fact]
    public void The_list_and_an_older_file_of_it_are_read()
    {
        var list = Read(List(files: """{"name": "CIK0001878848-submissions-001.json", "filingCount": 900}"""));
        var older = Read($"{{{Lists}}}", "CIK0001878848-submissions-001.json");

        list.Issues.ShouldBeEmpty();
        list.Document!.Filings.ShouldBe(Two);
        (list.Document.Cik, list.Document.Older.ShouldHaveSingleItem()).ShouldBe((Cik, "CIK0001878848-submissions-001.json"));
        older.Document!.Filings.ShouldBe(Two);
        older.Document.Older.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_written_reads_back_and_is_the_same_however_often()
    {
        var text = SubmissionsFile.Write(Cik, Two);

        Read(text).Document!.Filings.ShouldBe([Two[1], Two[0]]);
        SubmissionsFile.Write(Cik, Read(text).Document!.Filings).ShouldBe(text);
    }

    [Theory]
    [InlineData("", 1, "the file is not JSON (")]
    [InlineData("[1]", 1, "the file holds no JSON object")]
    [InlineData("{}", 1, "the list accessionNumber is missing")]
    [InlineData("{\n\"filings\": 7}", 2, "filings is `7`: write an object")]
    [InlineData("{\n\"filings\": {}}", 2, "the list accessionNumber is missing")]
    [InlineData("{\n\"filings\": {\n\"recent\": []}}", 3, "recent is `[]`: write an object")]
    [InlineData("{\"accessionNumber\": {}}", 1, "accessionNumber is no list")]
    [InlineData("{\"accessionNumber\": []}", 1, "filingDate is missing")]
    [InlineData("{\"\\ud800\": 1}", 1, "the")]
    public void A_file_of_another_shape_is_refused_with_its_line(string text, int line, string reason) =>
        Read(text).Issues.ShouldContain(i => i.Line == line && i.Message.StartsWith(reason, StringComparison.Ordinal), string.Join('\n', Read(text).Issues));

    [Theory]
    [InlineData("\"0001878848-26-000052\"]", "\"0001878848-26-000052\", \"x\"]", "filingDate has 2 entries, accessionNumber 3: write one a row")]
    [InlineData("[512345, null]", "[512345]", "size has 1 entries, accessionNumber 2")]
    [InlineData("[512345, null]", "7", "size is no list")]
    [InlineData("0001140361-25-040072", "1140361-25-40072", "accessionNumber[0] is `1140361-25-40072`: write one such as 0001140361-25-040072")]
    [InlineData("0001140361-25-040072", "0001878848-26-000052", "accessionNumber[1] is 0001878848-26-000052, as that of an entry before: keep one")]
    [InlineData("\"2025-11-03\"", "\"3 Nov 2025\"", "filingDate[0] is `3 Nov 2025`: write a date")]
    [InlineData("\"2025-11-03\"", "\"2025-02-30\"", "filingDate[0] is `2025-02-30`: write a date")]
    [InlineData("\"2025-11-03\"", "null", "filingDate[0] is ``: write a date")]
    [InlineData("\"2025-11-02\"", "\"0025-11-02\"", "reportDate[0] is `0025-11-02`: write a date")]
    [InlineData("\"2025-11-02\"", "20251102", "reportDate[0] is `20251102`: write a text")]
    [InlineData("2025-11-03T11:30:05.000Z", "2025-11-03T11:30:05", "acceptanceDateTime[0] is `2025-11-03T11:30:05`: write an instant")]
    [InlineData("\"8-K\"", "\"\"", "form[0] is ``: write one such as 8-K")]
    [InlineData("\"8-K\"", "\"A form with far too long a name\"", "form[0] is `A form with far too long a name`")]
    [InlineData("\"8-K\"", "\"<b>\"", "form[0] is `<b>`")]
    [InlineData("\"8-K\"", "\"\\ud800\"", "form[0] is ")]
    [InlineData("512345", "-1", "size[0] is `-1`: write a whole number of bytes")]
    [InlineData("512345", "1e99", "size[0] is `1e99`")]
    [InlineData("\"isXBRL\": [1", "\"isXBRL\": [2", "isXBRL[0] is `2`: write 0 or 1")]
    [InlineData("ef20058139_8k.htm", "../../cgi-bin/x", "primaryDocument[0] is `../../cgi-bin/x`: write the document's name")]
    [InlineData("ef20058139_8k.htm", "javascript:alert(1)", "primaryDocument[0] is ")]
    [InlineData("ef20058139_8k.htm", "a/../b.htm", "primaryDocument[0] is ")]
    [InlineData("FORM 8-K", "FORM\\u202E8-K", "primaryDocDescription[0] holds the invisible direction control U+202E: remove it")]
    public void An_entry_with_a_fault_refuses_the_whole_list(string text, string with, string reason)
    {
        var read = Read(List(Lists.Replace(text, with, StringComparison.Ordinal)));

        read.Document.ShouldBeNull();
        read.Issues.ShouldContain(i => i.Message.StartsWith(reason, StringComparison.Ordinal), string.Join('\n', read.Issues));
    }

    [Fact]
    public void A_list_of_another_company_is_refused_by_its_number_and_by_its_name()
    {
        Sample.Only(Read(List(cik: "\"cik\": 320193,")).Issues).ShouldBe("filings/list.json:1: cik is `320193`, and that of company.yml 0001878848: take the company's own list");
        Sample.Only(Read($"{{{Lists}}}", "CIK0000320193-submissions-001.json").Issues).ShouldEndWith("take the company's own list");
    }

    [Theory]
    [InlineData("CIK0000320193-submissions-001.json")]
    [InlineData("../CIK0001878848-submissions-001.json")]
    [InlineData("https://elsewhere.example/")]
    public void An_older_file_that_leads_elsewhere_is_refused(string name) =>
        Sample.Only(Read(List(files: $$"""{"name": "{{name}}"}""")).Issues).ShouldEndWith("it must be CIK0001878848-submissions-001.json or the like");

    [Fact]
    public void A_filing_in_two_files_of_a_folder_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("irenportal-filings-");
        try
        {
            var filings = folder.CreateSubdirectory("filings").FullName;
            File.WriteAllText(Path.Combine(folder.FullName, "company.yml"), Sample.Company + "cik: \"0001878848\"\n");
            File.WriteAllText(Path.Combine(filings, "a.json"), List());
            ContentFolder.Read(folder.FullName, new ContentFolderOptions(Sample.Now)).Set!.Filings.ShouldHaveSingleItem().Filings.Count.ShouldBe(2);

            File.WriteAllText(Path.Combine(filings, "b.json"), List());
            ContentFolder.Read(folder.FullName, new ContentFolderOptions(Sample.Now)).Issues.Select(i => i.Message)
                .ShouldContain($"the filing 0001140361-25-040072 is also in {folder.FullName}/filings/a.json: keep it in one of them");

            File.WriteAllText(Path.Combine(folder.FullName, "company.yml"), Sample.Company);
            ContentFolder.Read(folder.FullName, new ContentFolderOptions(Sample.Now)).Issues.ShouldAllBe(i => i.Message.StartsWith("company.yml has no `cik`", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
