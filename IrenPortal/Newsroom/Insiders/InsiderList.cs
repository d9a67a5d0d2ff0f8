using System.Text;
using IrenPortal.Content;
using IrenPortal.Data.Newsroom;
using IrenPortal.Identity;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Ui.Formats;
using Microsoft.EntityFrameworkCore;

namespace IrenPortal.Newsroom.Insiders;

/// <summary>The insider list as a file: who opened which revision of something unpublished, and when.</summary>
internal static class InsiderList
{
    public static async Task<IResult> AnswerAsync(Guid id, HttpContext http, DraftReading reading, IDbContextFactory<NewsroomDbContext> newsrooms)
    {
        var cancel = http.RequestAborted;
        var openings = await reading.InsidersAsync(id, http.User.StaffId(), cancel);
        await using var newsroom = await newsrooms.CreateDbContextAsync(cancel);
        if (!await newsroom.Documents.AnyAsync(d => d.Id == id, cancel))
        {
            return Results.NotFound();
        }

        var people = await newsroom.Users.ToDictionaryAsync(u => u.Id, u => (u.DisplayName, u.Email), cancel);
        var csv = new CsvText(["At", "Name", "Email", "Revision"]);
        foreach (var opening in openings)
        {
            var (name, email) = people.GetValueOrDefault(opening.UserId, (opening.UserId, ""));
            csv.Row([Format.Machine(opening.At), CsvCell.Text(name), CsvCell.Text(email), CsvCell.Number(opening.Revision)]);
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", $"insiders-{id:N}.csv");
    }
}
