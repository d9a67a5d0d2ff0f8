using System.Reflection;
using IrenPortal.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace IrenPortal.Tests.Testing;

/// <summary>Runs a theory once on SQLite and once on PostgreSQL; its only parameter is the <see cref="DatabaseProvider"/>.</summary>
public sealed class EachDatabaseAttribute : DataAttribute
{
    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>(
            [new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite), new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Postgres)]);

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
