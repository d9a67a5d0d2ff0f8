using IrenPortal.Identity;
using IrenPortal.Newsroom.Audit;
using IrenPortal.Newsroom.Comments;
using IrenPortal.Newsroom.Compare;
using IrenPortal.Newsroom.Drafting;
using IrenPortal.Newsroom.Editions;
using IrenPortal.Newsroom.Facts;
using IrenPortal.Newsroom.Help;
using IrenPortal.Newsroom.Insiders;
using IrenPortal.Newsroom.Media;
using IrenPortal.Newsroom.Preview;
using IrenPortal.Newsroom.Prices;
using IrenPortal.Newsroom.Queue;
using IrenPortal.Newsroom.Review;
using IrenPortal.Newsroom.Scheduling;
using IrenPortal.Newsroom.Subscribers;

namespace IrenPortal.Newsroom;

/// <summary>Maps the newsroom's documents and commands, for staff alone.</summary>
public static class NewsroomEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapNewsroom(this IEndpointRouteBuilder endpoints)
    {
        var staff = endpoints.MapGroup("").RequireAuthorization(StaffPolicies.Staff).ExcludeFromDescription();
        staff.MapMarket();
        staff.MapSubscribers();
        staff.MapAudit();
        staff.MapHelp();

        // An id in these addresses is a document's.
        var items = staff.MapGroup("").AddEndpointFilter<ItemAccess>();
        items.MapQueue();
        items.MapDrafts();
        items.MapFacts();
        items.MapComparisons();
        items.MapComments();
        items.MapDraftFiles();
        items.MapPreview();
        items.MapInsiders();
        items.MapSchedule();
        items.MapReview();
        items.MapWithdrawals();
    }
}
