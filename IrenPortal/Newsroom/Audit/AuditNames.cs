using IrenPortal.Data.Newsroom;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Prices;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Audit;

/// <summary>Names for what entries hold as ids, looked up when they are shown.</summary>
/// <param name="People">Display names by user id.</param>
/// <param name="Items">Documents and proposals by subject.</param>
/// <param name="Unreleased">How many of the titles no reader knows.</param>
internal sealed record AuditNames(IReadOnlyDictionary<string, string> People, IReadOnlyDictionary<string, AuditItem> Items, int Unreleased)
{
    /// <summary>Looks the subjects up, as far as <paramref name="by"/> may open them.</summary>
    public static async Task<AuditNames> ReadAsync(NewsroomDbContext newsroom, DraftVault vault, string by, IEnumerable<string> subjects, CancellationToken cancel)
    {
        var ids = subjects.Select(s => Guid.TryParseExact(s, "N", out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        var documents = await newsroom.OpenTo(by).AsNoTracking().Where(d => ids.Contains(d.Id)).ToListAsync(cancel);
        var items = new Dictionary<string, AuditItem>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            var text = (await newsroom.NewestTextAsync(vault, document.Id, cancel))!;
            var one = Desk.Of(document.Kind).One;
            var name = text.Fields.Title is { Length: > 0 } title ? $"{one} “{title}”" : $"an untitled {one}";
            items[document.Id.ToString("N")] = new AuditItem(name, Desk.HrefOf(document.Kind, document.Id), document.Id);
        }

        foreach (var proposal in await newsroom.PriceProposals.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Symbol }).ToListAsync(cancel))
        {
            items[proposal.Id.ToString("N")] = new AuditItem($"prices of {proposal.Symbol}", MarketView.HrefOf(proposal.Id));
        }

        var people = await newsroom.Users.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Called, StringComparer.Ordinal, cancel);
        return new AuditNames(people, items, documents.Count(d => d.State is not DocumentState.Released));
    }

    /// <summary>Who did something.</summary>
    public string Who(string actor) => Who(People, actor);

    /// <summary>Who did something.</summary>
    public static string Who(IReadOnlyDictionary<string, string> people, string actor) =>
        actor == StaffGuard.System ? "The portal" : people.GetValueOrDefault(actor, "Somebody unknown");

    /// <summary>What it was done to.</summary>
    public AuditItem What(string subject)
    {
        if (Items.TryGetValue(subject, out var item))
        {
            return item;
        }

        if (People.TryGetValue(subject, out var person))
        {
            return new AuditItem(person);
        }

        return subject == "all"
            ? new AuditItem("the queue")
            : new AuditItem(Desk.All.FirstOrDefault(d => d.Kind.ToString() == subject) is { } desk ? $"the list of {desk.Title.ToLowerInvariant()}" : subject);
    }
}
