using System.Globalization;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;

namespace IrenPortal.Newsroom.Facts;

/// <summary>Puts a contract's figure at the end of a text and saves it, for who works without script.</summary>
internal static class FactEndpoints
{
    /// <summary>Name of the button that says which figure.</summary>
    public const string Field = "fact";

    private const string Gone = "The contract has no such figure any more: look at the list again.";

    public static void MapFacts(this IEndpointRouteBuilder staff) => staff.MapPost("/admin/drafts/{id:guid}/facts", AddAsync);

    private static async Task<IResult> AddAsync(Guid id, IFormCollection form, HttpContext http, ContractOnHand contracts, PostedSaves saves, DocumentPages pages)
    {
        var (by, cancel) = (http.User.StaffId(), http.RequestAborted);
        var contract = await contracts.FindAsync(form["contract"].ToString(), by, cancel);
        var fact = contract is null || !int.TryParse(form[Field], NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? null : ContractFact.Of(contract).ElementAtOrDefault(key);

        // What was typed is saved in any case.
        var typed = form.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        if (fact is not null)
        {
            typed[FormShape.Body] = fact.After(form[FormShape.Body].ToString());
        }

        var saved = await saves.SaveAsync(id, new FormCollection(typed), by, cancel);
        return saved switch
        {
            null => Results.NotFound(),
            { Outcome: SaveOutcome.Conflict } => await pages.ShowAsync(http, id, posted: saved.Fields, postedBase: saved.Base),
            { Outcome: SaveOutcome.Locked } => await pages.ShowAsync(http, id, refusals: [SaveAnswers.Locked]),
            _ when fact is null => await pages.ShowAsync(http, id, refusals: [Gone]),
            _ => Results.LocalRedirect(Desk.HrefOf(saved.Fields.Kind, id) + "#field-body"),
        };
    }
}
