using System.Text;
using IrenPortal.Content;
using IrenPortal.Data;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using IrenPortal.Hosting;
using IrenPortal.Identity;
using IrenPortal.Identity.Accounts;
using IrenPortal.Identity.SignIn;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Newsroom.Review;
using IrenPortal.Tests.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace IrenPortal.Tests.Identity.Matrix;

/// <summary>Who gets what: every staff route, asked by everybody. A route without a row fails, and so does a row without a route.</summary>
public sealed class StaffMatrixTests
{
    [Theory, EachDatabase]
    public async Task Everybody_gets_from_every_staff_route_what_the_table_says(DatabaseProvider provider)
    {
        await using var portal = await TestPortal.StartAsync(provider, new PortalOptions
        {
            Customize = b => b.Services.Configure<StaffSignInOptions>(o => (o.AttemptsPerAddress, o.AttemptsPerAccount) = (10_000, 10_000)),
        });
        var expired = (await StaffActor.SignedInAsync(portal, "expired", StaffRoles.Admin)).Former();
        portal.Clock.Advance(Duration.FromHours(2));
        var author = await StaffActor.SignedInAsync(portal, "author", StaffRoles.Editor);
        var approver = await StaffActor.SignedInAsync(portal, "approver", StaffRoles.Editor);
        var admin = await StaffActor.SignedInAsync(portal, "admin", StaffRoles.Admin);
        var disabled = (await StaffActor.SignedInAsync(portal, "disabled", StaffRoles.Admin)).Former();
        (await portal.Services.GetRequiredService<StaffAccounts>().DisableAsync(admin.UserId!, disabled.UserId!, CancellationToken.None)).Done.ShouldBeTrue();
        StaffActor[] everybody =
        [
            StaffActor.Stranger(portal), disabled, expired, await StaffActor.SignedInAsync(portal, "outsider", StaffRoles.Editor), author, approver, admin,
        ];
        everybody.Select(a => a.Name).ShouldBe(StaffMatrix.Columns);

        var seen = new List<string>();
        foreach (var (method, pattern) in Routes(portal))
        {
            var row = new StringBuilder($"{method} {pattern.RawText}");
            foreach (var actor in everybody)
            {
                var ids = pattern.RawText!.Contains("{id", StringComparison.Ordinal) ? await MakeAsync(portal, pattern.RawText, author.UserId!, approver.UserId!) : Guid.Empty;
                var thread = pattern.RawText.Contains("{thread", StringComparison.Ordinal) ? await CommentAsync(portal, pattern.RawText, ids, approver.UserId!) : Guid.Empty;
                row.Append(' ').Append(await actor.TryAsync(method, Fill(pattern, ids, thread), StaffMatrix.Fields()));
            }

            seen.Add(row.ToString());
        }

        Array.ForEach(everybody, a => a.Dispose());
        seen.Except(StaffMatrix.Rows, StringComparer.Ordinal).ShouldBeEmpty("what is answered is not what the table says, or the table has no row for it");
        StaffMatrix.Rows.Except(seen, StringComparer.Ordinal).ShouldBeEmpty("the table has rows for routes that are not there");
    }

    /// <summary>Every method of every staff route.</summary>
    internal static IEnumerable<(string Method, RoutePattern Pattern)> Routes(TestPortal portal) =>
        portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<RouteAudience>() == RouteAudience.Staff)
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"]).Select(m => (Method: m, e.RoutePattern)))
            .Where(r => r.Method is not ("HEAD" or "OPTIONS" or "CONNECT"))
            .DistinctBy(r => r.Method + r.RoutePattern.RawText);

    // A fresh thing for each question: an earlier one may have released or discarded it.
    private static async Task<Guid> MakeAsync(TestPortal portal, string route, string author, string approver)
    {
        var cancel = CancellationToken.None;
        var services = portal.Services;
        if (route.Contains("/proposals/", StringComparison.Ordinal))
        {
            var files = new PriceFiles("IREN", new PriceText("rows.csv", "Date,Close\n2025-11-03,40\n"), null);
            var (plan, refusals) = await services.GetRequiredService<PricePlanner>().ReadAsync(files, cancel);
            refusals.ShouldBeEmpty();
            return await services.GetRequiredService<PriceDesk>().ProposeAsync(plan!, new PriceSender(PriceOrigin.Person, "rows.csv", author), cancel);
        }

        var drafts = services.GetRequiredService<DraftDesk>();
        var kind = Desk.All.FirstOrDefault(d => route.StartsWith(d.Href.TrimStart('/'), StringComparison.Ordinal) || route.StartsWith(d.Href, StringComparison.Ordinal))?.Kind ?? EditionKind.Announcement;
        var id = await drafts.CreateAsync(kind, author, cancel);
        var fields = DraftFields.Empty(kind).With(FormShape.TitleOf(kind), $"Matrix {id:N}").With("summary", "A summary.").With("category", "AI Cloud").With("body", "Some words.");
        (await drafts.SaveAsync(id, 1, fields.Values, author, cancel)).Outcome.ShouldBe(SaveOutcome.Saved);
        (await services.GetRequiredService<DraftMedia>().AddAsync(id, new MediaFile("a.csv", "text/csv", "a,b\n"u8.ToArray()), author, cancel)).ShouldBeNull();
        (await services.GetRequiredService<InsiderDesk>().SetAsync(id, [author, approver], author, cancel)).ShouldBeNull();
        if (route.EndsWith("/release", StringComparison.Ordinal) || route.EndsWith("/approve", StringComparison.Ordinal) || route.EndsWith("/send-back", StringComparison.Ordinal))
        {
            (await services.GetRequiredService<ReviewDesk>().SubmitAsync(id, 2, null, author, cancel)).ShouldBeEmpty();
        }

        return id;
    }

    private static async Task<Guid> CommentAsync(TestPortal portal, string route, Guid document, string by)
    {
        var (cancel, desk) = (CancellationToken.None, portal.Services.GetRequiredService<CommentDesk>());
        (await desk.AddAsync(document, 2, CommentPlace.Whole, quote: "", "Say more.", by, cancel)).ShouldBeNull();
        var text = DraftFields.Empty(EditionKind.Announcement);
        var thread = (await portal.Services.GetRequiredService<CommentReading>().OfAsync(document, text, by, cancel)).ShouldHaveSingleItem().Id;
        if (route.EndsWith("/reopen", StringComparison.Ordinal))
        {
            (await desk.ResolveAsync(document, thread, by, cancel)).ShouldBeNull();
        }

        return thread;
    }

    /// <summary>A path of a route.</summary>
    internal static string Fill(RoutePattern pattern, Guid id, Guid thread = default) =>
        "/" + string.Join('/', pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "id" } => id.ToString(),
            RoutePatternParameterPart { Name: "thread" } => thread.ToString(),
            RoutePatternParameterPart { Name: "name" } => "a.csv",
            RoutePatternParameterPart { Name: "number" or "revision" } => "1",
            _ => "any",
        }))));
}
