using IrenPortal.Hosting;

namespace IrenPortal.Site.News;

/// <summary>Reads what a reader asks a list of announcements for.</summary>
public static class NewsQueries
{
    /// <summary>The question as far as it could be read; <paramref name="fields"/> notes the rest.</summary>
    public static NewsQuery Read(QueryFields fields) => new(
        fields.Text("q"), fields.Number("year", 1, 9999), fields.Text("category"), fields.Text("tag"), fields.Number("page", 1, int.MaxValue) ?? 1, fields.Text("party"));
}
