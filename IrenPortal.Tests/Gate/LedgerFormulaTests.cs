using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IrenPortal.Data;
using IrenPortal.Gate;
using IrenPortal.Tests.Testing;
using IrenPortal.Ui.Formats;

namespace IrenPortal.Tests.Gate;

/// <summary>The ledger checked from outside: by the published formula, the published key and openssl.</summary>
public sealed class LedgerFormulaTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    private static readonly string[] HashedFields = ["number", "at", "kind", "subject", "sha256", "previous"];

    [Theory, EachDatabase]
    public async Task Hashes_follow_from_the_fields_and_signatures_fit_the_published_key(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var entries = await EntriesAsync(portal);
        var folder = Directory.CreateTempSubdirectory("irenportal-ledger-");
        try
        {
            var (key, hash, signature) = (Path.Combine(folder.FullName, "key.pem"), Path.Combine(folder.FullName, "hash"), Path.Combine(folder.FullName, "signature"));
            await File.WriteAllBytesAsync(key, (await portal.Client.ReceiveAsync("/.well-known/iren-portal-ledger.pem")).Body);
            var previous = new string('0', 64);
            foreach (var entry in entries)
            {
                var line = string.Join('\n', HashedFields.Select(f => entry.GetProperty(f).ToString()));
                entry.GetProperty("previous").GetString().ShouldBe(previous);
                entry.GetProperty("hash").GetString().ShouldBe(LedgerChain.Sha256(line), line);
                previous = entry.GetProperty("hash").GetString()!;
            }

            foreach (var entry in new[] { entries[0], entries[entries.Count / 2], entries[^1] })
            {
                await File.WriteAllBytesAsync(hash, Convert.FromHexString(entry.GetProperty("hash").GetString()!));
                await File.WriteAllBytesAsync(signature, Convert.FromBase64String(entry.GetProperty("signature").GetString()!));
                (await OpensslAsync("pkeyutl", "-verify", "-pubin", "-inkey", key, "-in", hash, "-sigfile", signature)).ShouldBe(0);
                await File.WriteAllBytesAsync(hash, new byte[32]);
                (await OpensslAsync("pkeyutl", "-verify", "-pubin", "-inkey", key, "-in", hash, "-sigfile", signature)).ShouldNotBe(0);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, EachDatabase]
    public async Task The_hash_of_an_announcement_is_that_of_its_Markdown_address(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        foreach (var entry in (await EntriesAsync(portal)).Where(e => e.GetProperty("kind").GetString() == "announcement"))
        {
            var parts = entry.GetProperty("subject").GetString()!.Split('/');
            (await portal.Client.ReceiveAsync($"/news/{parts[0]}.md?version={parts[1]}")).Sha256.ShouldBe(entry.GetProperty("sha256").GetString());
        }
    }

    [Theory, EachDatabase]
    public async Task The_footer_of_a_page_shows_the_newest_entry(DatabaseProvider database)
    {
        var portal = await portals.OnAsync(database);
        var head = (await EntriesAsync(portal))[^1];
        var page = (await portal.Client.ReceiveAsync("/about")).Text;

        page.ShouldContain(Format.HashStart(head.GetProperty("hash").GetString()!));
        page.ShouldContain("/verify/ledger");
    }

    private static async Task<IReadOnlyList<JsonElement>> EntriesAsync(TestPortal portal)
    {
        var entries = new List<JsonElement>();
        JsonElement list;
        do
        {
            var after = entries.Count == 0 ? 0 : entries[^1].GetProperty("number").GetInt64();
            list = await portal.Client.JsonAsync(string.Create(CultureInfo.InvariantCulture, $"/api/v1/ledger?after={after}&pageSize=10"));
            entries.AddRange(list.GetProperty("items").EnumerateArray());
        }
        while (list.GetProperty("total").GetInt32() > 10);
        return entries;
    }

    private static async Task<int> OpensslAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
