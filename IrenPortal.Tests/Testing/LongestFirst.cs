using IrenPortal.Tests.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace IrenPortal.Tests.Testing;

/// <summary>Starts the classes that take longest first: one of them begun last would run alone for minutes at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        "StaffPageTests", "ReaderJourneyTests", "SigkillTests", "StaffMatrixTests", "NewsroomJourneyTests", "KillPointTests", "ReleaseJourneyTests",
        "SecondFactorDoorTests", "WritingJourneyTests", "ChartJourneyTests", "EditorJourneyTests", "PeopleJourneyTests",
    ];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => Rank(c.TestCollectionDisplayName)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Rank(string name) => Array.FindIndex(Long, of => name.Contains("." + of, StringComparison.Ordinal)) is var at and >= 0 ? at : Long.Length;
}
