using IrenPortal.Hosting.Answers;
using IrenPortal.Site.Pages;
using IrenPortal.Site.Published;

namespace IrenPortal.Site;

/// <summary>Answers an address from the newest moment of the site, from the cache where it was asked before.</summary>
public sealed class SiteAnswers(SiteMoments moments, DocumentRenderer renderer)
{
    private const int MostAttempts = 5;

    /// <summary>The answer at an address; the usual 404 where <paramref name="make"/> gives null.</summary>
    /// <param name="address">Path and normalised query; equal addresses have equal answers.</param>
    /// <param name="make">Makes the answer from the moment, and from nothing else that changes.</param>
    public Task<IResult> AtAsync(string address, Func<SiteMoment, Task<Answer?>> make) => AtAsync(_ => address, asked => asked, (moment, _) => make(moment));

    /// <summary>The same where only the site can tell what of a query counts.</summary>
    /// <param name="read">Reads what is asked.</param>
    /// <param name="address">Path and normalised query of what is asked.</param>
    /// <param name="make">Makes the answer from the moment and what is asked.</param>
    public async Task<IResult> AtAsync<TQuery>(Func<SiteMoment, TQuery> read, Func<TQuery, string> address, Func<SiteMoment, TQuery, Task<Answer?>> make)
    {
        for (var attempt = 1; ; attempt++)
        {
            var moment = await moments.NowAsync();
            var query = read(moment);
            try
            {
                return new AnswerResult(await moment.Answers.GetAsync(address(query), () => make(moment, query)) ?? await NotFoundAsync(moment)) { StoreVersion = moment.Site.Version };
            }
            catch (StoreMovedException) when (attempt < MostAttempts)
            {
                // A release came between the moment and what was read for it.
            }
        }
    }

    /// <summary>The same for what needs nothing but the moment.</summary>
    public Task<IResult> AtAsync(string address, Func<SiteMoment, Answer?> make) => AtAsync(address, moment => Task.FromResult(make(moment)));

    /// <summary>The 404 of every unknown address, whatever the reason.</summary>
    public async Task<IResult> NotFoundAsync() => new AnswerResult(await NotFoundAsync(await moments.NowAsync()));

    private async Task<Answer> NotFoundAsync(SiteMoment moment) => (await moment.Answers.GetAsync("404", async () =>
        await renderer.RenderAsync<NotFoundPage>(new() { [nameof(NotFoundPage.Chrome)] = moment.Chrome }, StatusCodes.Status404NotFound)))!;
}
