using IrenPortal.Data;
using IrenPortal.Data.Alerts;
using IrenPortal.Data.Newsroom;
using IrenPortal.Hosting;

namespace IrenPortal.Tests.Structure;

/// <summary>The arrows of the house, held on the compiled assembly.</summary>
public sealed class ArchitectureTests
{
    private const string Root = "IrenPortal";

    private static readonly IReadOnlySet<(Type From, Type To)> References = AssemblyReferences.Of(typeof(PortalApplication).Assembly);

    /// <summary>What each folder may use besides itself.</summary>
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "Market", [] },
        { "Data", [] },
        { "Ui", ["Market"] },
        { "Content", ["Market"] },
        { "Gate", ["Data"] },
        { "Site", ["Data", "Market", "Content", "Ui", "Hosting"] },
        { "Alerts", ["Data", "Market", "Content", "Ui", "Site", "Hosting"] },
        { "Identity", ["Data", "Ui", "Hosting"] },
        { "Newsroom", ["Gate", "Content", "Market", "Identity", "Data", "Ui", "Site", "Hosting"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_folder_uses_only_what_its_arrows_allow(string folder, string[] allowed)
    {
        var strays = References
            .Where(r => FolderOf(r.From) == folder && FolderOf(r.To) is { Length: > 0 } to && to != folder && !allowed.Contains(to))
            .Select(r => $"{r.From.FullName} -> {r.To.FullName}")
            .Order(StringComparer.Ordinal);

        string.Join('\n', strays).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Site")]
    [InlineData("Alerts")]
    [InlineData("Market")]
    [InlineData("Content")]
    [InlineData("Ui")]
    public void Nothing_that_readers_reach_knows_the_private_half_of_the_data(string folder)
    {
        var strays = References
            .Where(r => FolderOf(r.From) == folder && (r.To.Namespace ?? "").StartsWith(typeof(NewsroomDbContext).Namespace!, StringComparison.Ordinal))
            .Select(r => $"{r.From.FullName} -> {r.To.FullName}");

        strays.ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_calls_the_alerts_and_no_reader_page_knows_who_subscribed()
    {
        References.Where(r => FolderOf(r.To) == "Alerts").Select(r => FolderOf(r.From)).Where(f => f != "Alerts").Distinct().ShouldBe(["Hosting"]);
        References.Where(r => FolderOf(r.From) is "Site" or "Gate" or "Identity" && r.To.Namespace == typeof(AlertsDbContext).Namespace).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_gate_and_the_migrator_open_the_public_store_for_writing()
    {
        var users = References.Where(r => r.To == typeof(PublicStoreWriter)).Select(r => r.From.Name).Distinct().Order(StringComparer.Ordinal);

        users.ShouldBe(["PublicGate", "StoreMigrator", "StoreRegistration"]);
    }

    [Fact]
    public void No_drawer_folders()
    {
        string[] drawers = ["Services", "Helpers", "Models", "Common", "Extensions", "Utils"];

        typeof(PortalApplication).Assembly.GetTypes()
            .Where(t => FolderOf(t).Length > 0 && t.Namespace!.Split('.').Intersect(drawers).Any())
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_clock_is_read_through_the_time_provider_alone()
    {
        var folder = Testing.Repository.Content;
        var sources = Directory.EnumerateFiles(Path.Combine(folder, "..", "IrenPortal"), "*.*", SearchOption.AllDirectories)
            .Where(f => (f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal)) && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .ToList();
        sources.Count.ShouldBeGreaterThan(100);

        sources.Where(f => File.ReadAllText(f) is var text && (text.Contains("DateTime.Now", StringComparison.Ordinal) || text.Contains("DateTime.UtcNow", StringComparison.Ordinal) || text.Contains("DateTimeOffset.Now", StringComparison.Ordinal) || text.Contains("DateTimeOffset.UtcNow", StringComparison.Ordinal) || text.Contains("DateTime.Today", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static string FolderOf(Type type)
    {
        var parts = (type.Namespace ?? "").Split('.');
        return parts.Length > 1 && parts[0] == Root ? parts[1] : "";
    }
}
