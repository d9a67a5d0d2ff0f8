using System.Diagnostics;
using IrenPortal.Data;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace IrenPortal.Tests.Gate;

/// <summary>The script of the documentation against a site, and against one that lies.</summary>
public sealed class LedgerScriptTests(RepositoryContent portals) : IClassFixture<RepositoryContent>
{
    [Fact]
    public async Task It_verifies_the_record_from_outside()
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);

        var (code, said, _) = await RunAsync(portal.Client.BaseAddress!);

        code.ShouldBe(0);
        said.ShouldContain(" entries verified, ");
    }

    [Theory]
    [InlineData("/api/v1/ledger", "\"subject\": \"", "\"subject\": \"x", "entry 1: the hash is not that of its fields")]
    [InlineData("/news/", "headline:", "headline: not", "is not what is on record")]
    public async Task A_site_that_lies_is_told_at_the_first_lie(string path, string truth, string lie, string said)
    {
        var portal = await portals.OnAsync(DatabaseProvider.Sqlite);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var liar = builder.Build();
        liar.Urls.Add("http://127.0.0.1:0");
        liar.Run(async context =>
        {
            var bytes = await portal.Client.GetByteArrayAsync(context.Request.Path + context.Request.QueryString);
            if (context.Request.Path.StartsWithSegments(path.TrimEnd('/')))
            {
                bytes = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(bytes).Replace(truth, lie, StringComparison.Ordinal));
            }

            await context.Response.Body.WriteAsync(bytes);
        });
        await liar.StartAsync(TestContext.Current.CancellationToken);

        var (code, _, fault) = await RunAsync(new Uri(liar.Urls.Single()));

        code.ShouldBe(1);
        fault.ShouldContain(said);
    }

    private static async Task<(int Code, string Said, string Fault)> RunAsync(Uri site)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "docs", "verify-ledger.sh"), site.ToString()]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, fault) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said, await fault);
    }
}
