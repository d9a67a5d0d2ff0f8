using IrenPortal.Hosting;
using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Api;
using IrenPortal.Site.Published;
using Microsoft.AspNetCore.Mvc;

namespace IrenPortal.Site.Verify;

/// <summary>Whether something is on record: by text, file or hash; and the record itself, entry by entry.</summary>
internal static class VerifyEndpoints
{
    /// <summary>The ledger's pages.</summary>
    public const string LedgerPath = VerifyQuery.Path + "/ledger";

    private const string CheckpointPath = "/.well-known/iren-portal-ledger.json";
    private const int RowsAPage = 50;

    public static void MapVerify(this IEndpointRouteBuilder site)
    {
        site.MapGetOrHead(VerifyQuery.Path, Page).AddEndpointFilter<ReaderThrottle.Filter<VerifyThrottle>>();
        site.MapPost(VerifyQuery.Path, CheckAsync).AddEndpointFilter<ReaderThrottle.Filter<VerifyThrottle>>().WithMetadata(new RequestSizeLimitAttribute(VerifyUpload.MostBytes));
        site.MapGetOrHead(LedgerPath, Ledger);
        site.MapGetOrHead(LedgerPath + "/{number:long:min(1)}", Entry);
        site.MapGetOrHead(CheckpointPath, Checkpoint).ExcludeFromDescription();
    }

    private static Task<IResult> Page(HttpRequest request, SiteAnswers answers, LedgerRecords records, DocumentRenderer renderer)
    {
        var query = VerifyQuery.Read(new QueryFields(request.Query));
        return answers.AtAsync(query.Href, async moment => await renderer.RenderAsync<VerifyPage>(new()
        {
            [nameof(VerifyPage.Chrome)] = moment.Chrome,
            [nameof(VerifyPage.Query)] = query,
            [nameof(VerifyPage.Found)] = query.Sha256 is { } sha256 ? await records.OfHashAsync(sha256, moment.Site.Version) : [],
        }));
    }

    // The answer to a post is an address: it can be kept, sent on and loaded again, and nothing of what was brought is in it.
    private static async Task<IResult> CheckAsync(HttpContext http, SiteMoments moments, LedgerRecords records, DocumentRenderer renderer)
    {
        try
        {
            return await VerifyUpload.ReadAsync(http.Request, http.RequestAborted) is { } prints
                ? new SeeOther((await QueryOfAsync(prints, records)).Href)
                : new SeeOther(VerifyQuery.Path);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return await RefusedAsync("The file is larger than 20 MB: work out its SHA-256 yourself and ask by that.", refused.StatusCode);
        }
        catch (Exception torn) when (torn is InvalidDataException or IOException)
        {
            return await RefusedAsync("What was sent is no whole form: choose the file or paste the text again.", StatusCodes.Status400BadRequest);
        }

        async Task<IResult> RefusedAsync(string fault, int status) => new AnswerResult(await renderer.RenderAsync<VerifyPage>(
            new() { [nameof(VerifyPage.Chrome)] = (await moments.NowAsync()).Chrome, [nameof(VerifyPage.Query)] = new VerifyQuery(null, MatchedForm.Exact), [nameof(VerifyPage.Fault)] = fault }, status));
    }

    private static async Task<VerifyQuery> QueryOfAsync(Fingerprints prints, LedgerRecords records) =>
        prints.LineEnds is { } plain && !await records.HaveAsync(prints.Exact) && await records.HaveAsync(plain)
            ? new VerifyQuery(plain, MatchedForm.LineEnds)
            : new VerifyQuery(prints.Exact, MatchedForm.Exact);

    private static Task<IResult> Ledger(HttpRequest request, SiteAnswers answers, LedgerRecords records, DocumentRenderer renderer)
    {
        var page = new QueryFields(request.Query).Number("page", 1, int.MaxValue) ?? 1;
        return answers.AtAsync(FormattableString.Invariant($"{LedgerPath}?{page}"), async moment =>
        {
            // Numbers have no gaps, so the page is a range of them.
            var last = moment.Site.Version - ((page - 1L) * RowsAPage);
            return await renderer.RenderAsync<LedgerPage>(new()
            {
                [nameof(LedgerPage.Chrome)] = moment.Chrome,
                [nameof(LedgerPage.Rows)] = last < 1 ? [] : await records.RangeAsync(Math.Max(1, last - RowsAPage + 1), last, moment.Site.Version),
                [nameof(LedgerPage.Page)] = page,
            });
        });
    }

    private static Task<IResult> Entry(long number, SiteAnswers answers, LedgerRecords records, DocumentRenderer renderer) =>
        answers.AtAsync(FormattableString.Invariant($"{LedgerPath}/{number}"), async moment => await records.OfNumberAsync(number, moment.Site.Version) is { } thing
            ? await renderer.RenderAsync<LedgerEntryPage>(new()
            {
                [nameof(LedgerEntryPage.Chrome)] = moment.Chrome,
                [nameof(LedgerEntryPage.Thing)] = thing,
            })
            : null);

    private static Task<IResult> Checkpoint(SiteAnswers answers, LedgerRecords records) => answers.AtAsync(CheckpointPath, async moment =>
        await records.OfNumberAsync(moment.Site.Version, moment.Site.Version) is { } thing
            ? ApiJson.Answer(new Checkpoint(
                ApiMapping.Item(thing.Entry), moment.Chrome.Absolute("/.well-known/iren-portal-ledger.pem"), moment.Chrome.Absolute("/api/v1/ledger"),
                moment.Chrome.Absolute(FormattableString.Invariant($"{LedgerPath}/{thing.Entry.Number}"))))
            : null);
}
