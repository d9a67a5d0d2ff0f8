using IrenPortal.Data;
using IrenPortal.Tests.Testing;

namespace IrenPortal.Tests.Commands;

/// <summary>The command line as an operator uses it: where the process matters in one of its own, else in this one.</summary>
public sealed class VerbTests
{
    [Theory, EachDatabase]
    public async Task What_is_exported_imports_as_the_same_site(DatabaseProvider provider)
    {
        await using var stores = await PreparedStores.CopyAsync(provider, Repository.Content);
        var first = Directory.CreateTempSubdirectory("irenportal-export-");
        var second = Directory.CreateTempSubdirectory("irenportal-export-");
        await using var other = await TestStores.CreateAsync(provider);
        try
        {
            (await Verb.RunAsync(stores, "export", first.FullName)).ExitCode.ShouldBe(0);
            (await Verb.RunAsync(other, "import", first.FullName)).ExitCode.ShouldBe(0);
            (await Verb.RunAsync(other, "export", second.FullName)).ExitCode.ShouldBe(0);

            Files(second).ShouldBe(Files(first));
            foreach (var file in Files(first))
            {
                (await File.ReadAllBytesAsync(Path.Combine(second.FullName, file))).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(first.FullName, file)), file);
            }
        }
        finally
        {
            first.Delete(recursive: true);
            second.Delete(recursive: true);
        }
    }

    [Theory, EachDatabase]
    public async Task An_export_carries_what_was_corrected(DatabaseProvider provider)
    {
        const string text = "---\nheadline: First\nsummary: A summary.\nstatus: published\nreleaseAt: 2026-09-01T12:00:00Z\ncategory: Corporate\n---\nThe text.\n";
        await using var stores = await TestStores.CreateAsync(provider);
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(stores.ContentDirectory, "announcements")).FullName, "2026-09-01-first.md");
        await File.WriteAllTextAsync(file, text);
        await ImportAloneAsync(stores);
        await File.WriteAllTextAsync(file, text.Replace("The text.", "The better text.", StringComparison.Ordinal).Replace("category:", "reason: A word was wrong.\ncategory:", StringComparison.Ordinal));
        await ImportAloneAsync(stores);
        var export = Directory.CreateTempSubdirectory("irenportal-export-");
        var again = Directory.CreateTempSubdirectory("irenportal-export-");
        await using var other = await TestStores.CreateAsync(provider);
        try
        {
            (await Verb.RunAsync(stores, "export", export.FullName)).ExitCode.ShouldBe(0);
            (await File.ReadAllTextAsync(Path.Combine(export.FullName, "editions", "first", "1.md"))).ShouldContain("The text.");
            (await Verb.RunAsync(other, "import", export.FullName)).ExitCode.ShouldBe(0);
            (await Verb.RunAsync(other, "export", again.FullName)).ExitCode.ShouldBe(0);

            Files(again).ShouldBe(Files(export));
            Files(again).ShouldContain("editions/first/1.md");
        }
        finally
        {
            export.Delete(recursive: true);
            again.Delete(recursive: true);
        }
    }

    [Theory, EachDatabase]
    public async Task An_export_carries_what_was_withdrawn(DatabaseProvider provider)
    {
        await using var stores = await PreparedStores.CopyAsync(provider, Repository.Content);
        var first = Directory.CreateTempSubdirectory("irenportal-export-");
        var second = Directory.CreateTempSubdirectory("irenportal-export-");
        await using var other = await TestStores.CreateAsync(provider);
        try
        {
            foreach (var (folder, mark) in new[] { ("announcements", "status: published"), ("contracts", "title:"), ("events", "title:") })
            {
                var source = Directory.EnumerateFiles(Path.Combine(Repository.Content, folder), "*.md").Order(StringComparer.Ordinal).First();
                var file = Path.Combine(Directory.CreateDirectory(Path.Combine(stores.ContentDirectory, folder)).FullName, Path.GetFileName(source));
                var flag = folder == "announcements" ? "status: withdrawn" : $"withdrawn: true\n{mark}";
                var text = await File.ReadAllTextAsync(source);
                await File.WriteAllTextAsync(file, text.Replace($"\n{mark}", $"\nreason: It was wrong.\n{flag}", StringComparison.Ordinal));
            }

            await ImportAloneAsync(stores);
            (await Verb.RunAsync(stores, "export", first.FullName)).ExitCode.ShouldBe(0);
            (await Verb.RunAsync(other, "import", first.FullName)).ShouldSatisfyAllConditions(r => r.Errors.ShouldBeEmpty(), r => r.ExitCode.ShouldBe(0));
            (await Verb.RunAsync(other, "export", second.FullName)).ExitCode.ShouldBe(0);

            (await Verb.RunAsync(other, "import", first.FullName)).Output.ShouldBe("nothing is new\n");
            (await Verb.RunAsync(other, "verify")).ExitCode.ShouldBe(0);
            Files(first).Count(f => File.ReadAllText(Path.Combine(first.FullName, f)).Contains("reason: It was wrong.", StringComparison.Ordinal)).ShouldBe(3);
            Files(second).ShouldBe(Files(first));
            foreach (var file in Files(first))
            {
                (await File.ReadAllBytesAsync(Path.Combine(second.FullName, file))).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(first.FullName, file)), file);
            }
        }
        finally
        {
            first.Delete(recursive: true);
            second.Delete(recursive: true);
        }
    }

    [Theory, EachDatabase]
    public async Task The_first_import_schedules_an_announcement_by_the_profile_that_it_brings_itself(DatabaseProvider provider)
    {
        await using var stores = await TestStores.CreateAsync(provider);
        var folder = Directory.CreateDirectory(Path.Combine(stores.ContentDirectory, "announcements"));
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "soon.md"),
            "---\nheadline: Soon\nsummary: It comes.\nslug: soon\ncategory: Corporate\nstatus: scheduled\nreleaseAt: 2090-01-02T12:00:00Z\n---\nThe text.\n");

        (await ImportAloneAsync(stores)).ShouldContain("scheduled: announcement ");
    }

    private static async Task<string> ImportAloneAsync(TestStores stores)
    {
        var alone = new Dictionary<string, string> { ["Newsroom:SecondPerson"] = "Optional" };
        var import = await Verb.RunAsync(stores, alone, "", "import", stores.ContentDirectory);
        import.ShouldSatisfyAllConditions(r => r.Errors.ShouldBeEmpty(), r => r.ExitCode.ShouldBe(0));
        return import.Output;
    }

    [Theory, EachDatabase]
    public async Task An_unchanged_import_does_nothing_and_says_so(DatabaseProvider provider)
    {
        await using var stores = await PreparedStores.CopyAsync(provider, Repository.Content);
        var before = await Verb.RunAsync(stores, "verify");

        var again = await Verb.RunAsync(stores, "import", Repository.Content);

        again.ExitCode.ShouldBe(0);
        again.Output.ShouldBe("nothing is new\n");
        before.Output.ShouldContain("ledger entries verified");
        (await Verb.RunAsync(stores, "verify")).Output.ShouldBe(before.Output);
    }

    [Fact]
    public async Task A_second_writer_is_refused_with_one_line()
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);
        using var folder = DataFolderLock.TryTake(stores.DataDirectory);

        var refused = await PortalProcess.RunAsync(stores, "import", Repository.Content);

        refused.ExitCode.ShouldBe(1);
        refused.Output.ShouldBeEmpty();
        refused.Errors.TrimEnd().ShouldBe($"{stores.DataDirectory}: another process writes here; stop it first, or make the change in /admin");
    }

    [Theory]
    [InlineData("Portal:Role", "Reader", "Portal:Role: 'Reader' is no role; write All, Public or Newsroom")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider: 'Oracle' is no database; write Sqlite or Postgres")]
    [InlineData("Portal:PublicOrigin", "example.com", "Portal:PublicOrigin: 'example.com' is no origin; write scheme and host such as https://investors.example.com")]
    [InlineData("Portal:KnownProxies", "10.0.0.300", "Portal:KnownProxies: '10.0.0.300' is no address or network; write for example 10.0.0.7 or 10.0.0.0/24")]
    [InlineData("Newsroom:SecondPerson", "Perhaps", "Newsroom:SecondPerson: 'Perhaps' is no rule; write Required or Optional")]
    [InlineData("Prices:Http:Url", "http://feed.example.com/{symbol}", "Prices:Http:Url: 'http' is not https; only Prices:Http:Addresses=Loopback allows http")]
    public async Task A_wrong_setting_stops_the_start_with_one_line_that_names_the_key(string key, string value, string line)
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);
        using var process = PortalProcess.Start(stores, new Dictionary<string, string> { [key] = value, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" }, "serve");

        var ended = await process.EndAsync();

        ended.ExitCode.ShouldBe(1);
        ended.Output.ShouldBeEmpty();
        ended.Errors.TrimEnd().ShouldBe(line);
    }

    [Fact]
    public async Task A_damaged_database_stops_the_start_with_one_line()
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(stores.DataDirectory, "newsroom.db"), new string('x', 5000));

        var ended = await PortalProcess.RunAsync(stores, "serve");

        ended.ExitCode.ShouldBe(1);
        ended.Output.ShouldBeEmpty();
        ended.Errors.TrimEnd().Split('\n').Length.ShouldBe(1);
        ended.Errors.ShouldContain("database");
    }

    [Fact]
    public async Task A_missing_content_folder_stops_the_first_start()
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);
        Directory.Delete(stores.ContentDirectory, recursive: true);

        var ended = await PortalProcess.RunAsync(stores, "serve");

        ended.ExitCode.ShouldBe(1);
        ended.Errors.TrimEnd().ShouldBe($"Portal:ContentDirectory: {stores.ContentDirectory} does not exist; name the folder that an empty portal starts from");
    }

    [Fact]
    public async Task A_taken_port_stops_the_start_with_one_line()
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}";
        using var process = PortalProcess.Start(stores, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = address }, "serve");

        var ended = await process.EndAsync();

        ended.ExitCode.ShouldBe(1);
        ended.Output.ShouldBeEmpty();
        ended.Errors.ShouldContain($"Failed to bind to address {address}: address already in use.");
    }

    [Fact]
    public async Task Wrong_usage_is_exit_2()
    {
        await using var stores = await TestStores.CreateAsync(DatabaseProvider.Sqlite);

        (await PortalProcess.RunAsync(stores, "publish")).ExitCode.ShouldBe(2);
        (await PortalProcess.RunAsync(stores, "import")).ExitCode.ShouldBe(2);
    }

    private static List<string> Files(DirectoryInfo folder) =>
        [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder.FullName, f.FullName)).Order(StringComparer.Ordinal)];
}
