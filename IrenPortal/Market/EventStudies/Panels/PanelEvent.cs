namespace IrenPortal.Market.EventStudies.Panels;

/// <summary>One announcement among many.</summary>
/// <param name="Id">What results call it.</param>
/// <param name="Ticker">The firm's symbol.</param>
/// <param name="Study">Its event study.</param>
public sealed record PanelEvent(string Id, string Ticker, EventStudy Study)
{
    /// <summary>Market model, simple returns.</summary>
    /// <exception cref="InvalidOperationException">The study was refused.</exception>
    internal ModelStudy Model => Study.Headline ?? throw new InvalidOperationException($"The study of {Id} was refused.");

    /// <summary>The abnormal return of a single day, or the sum over a standard window; null when a day is missing.</summary>
    internal Estimate? Over(EventWindow window) => window.Length == 1 ? Model.On(window.First)?.Abnormal : Model.Over(window);
}
