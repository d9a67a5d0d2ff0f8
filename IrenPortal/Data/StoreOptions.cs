using IrenPortal.Data.Alerts;
using IrenPortal.Data.Newsroom;
using IrenPortal.Data.Public;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IrenPortal.Data;

/// <summary>How each provider's context is opened.</summary>
internal static class StoreOptions
{
    public static void Reader(DbContextOptionsBuilder builder, DatabaseSettings settings) =>
        Reader(builder, settings.Provider, settings.PublicReader, PublicDbContext.Schema);

    public static void NewsroomReader(DbContextOptionsBuilder builder, DatabaseSettings settings) =>
        Reader(builder, settings.Provider, settings.NewsroomReader, NewsroomDbContext.Schema);

    public static void PublicWriter(DbContextOptionsBuilder builder, DatabaseSettings settings) =>
        Writer(builder, settings.Provider, settings.PublicWriter, PublicDbContext.Schema);

    public static void Newsroom(DbContextOptionsBuilder builder, DatabaseSettings settings) =>
        Writer(builder, settings.Provider, settings.NewsroomWriter, NewsroomDbContext.Schema);

    public static void Alerts(DbContextOptionsBuilder builder, DatabaseSettings settings) =>
        Writer(builder, settings.Provider, settings.AlertsWriter, AlertsDbContext.Schema);

    private static void Reader(DbContextOptionsBuilder builder, DatabaseProvider provider, string connection, string schema)
    {
        if (provider is DatabaseProvider.Sqlite)
        {
            builder.UseSqlite(connection).AddInterceptors(SqlitePragmas.Reader);
        }
        else
        {
            builder.UseNpgsql(connection, n => n.MigrationsHistoryTable("__EFMigrationsHistory", schema));
        }

        Common(builder).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);
    }

    private static void Writer(DbContextOptionsBuilder builder, DatabaseProvider provider, string connection, string schema)
    {
        if (provider is DatabaseProvider.Sqlite)
        {
            builder.UseSqlite(connection).AddInterceptors(SqlitePragmas.Writer);
        }
        else
        {
            builder.UseNpgsql(connection, n => n.MigrationsHistoryTable("__EFMigrationsHistory", schema));
        }

        Common(builder);
    }

    // A save that meets a changed row is an answer to a person, not a fault, and is not to be logged as one.
    private static DbContextOptionsBuilder Common(DbContextOptionsBuilder builder) =>
        builder.ConfigureWarnings(w => w.Log((CoreEventId.SaveChangesFailed, Microsoft.Extensions.Logging.LogLevel.Debug), (CoreEventId.OptimisticConcurrencyException, Microsoft.Extensions.Logging.LogLevel.Debug)));
}
