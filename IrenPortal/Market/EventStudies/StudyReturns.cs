using NodaTime;

namespace IrenPortal.Market.EventStudies;

/// <summary>The returns of one kind on the days from -130 to +10 that have one of both share and index.</summary>
internal sealed class StudyReturns(ReturnKind kind)
{
    private const int First = EventWindow.EstimationFirst;
    private const int Days = EventWindow.LastReported - First + 1;

    private readonly LocalDate?[] _sessions = new LocalDate?[Days];
    private readonly double[] _firm = new double[Days];
    private readonly double[] _index = new double[Days];
    private readonly double[] _estimationFirm = new double[EventWindow.EstimationLast - First + 1];
    private readonly double[] _estimationIndex = new double[EventWindow.EstimationLast - First + 1];
    private int _observations;

    /// <summary>Takes the prices of a day over those of the day before; days come ascending.</summary>
    public void Add(int day, LocalDate session, double firmRatio, double indexRatio)
    {
        var (firm, index) = kind == ReturnKind.Log ? (Math.Log(firmRatio), Math.Log(indexRatio)) : (firmRatio - 1, indexRatio - 1);
        (_sessions[day - First], _firm[day - First], _index[day - First]) = (session, firm, index);
        if (day <= EventWindow.EstimationLast)
        {
            (_estimationFirm[_observations], _estimationIndex[_observations]) = (firm, index);
            _observations++;
        }
    }

    /// <summary>Fits a model and takes its abnormal returns.</summary>
    public ModelStudy Study(ReturnModel kindOfModel)
    {
        var model = FittedModel.Fit(kindOfModel, _estimationFirm.AsSpan(0, _observations), _estimationIndex.AsSpan(0, _observations));
        var days = new List<AbnormalReturn>(EventWindow.Reported.Length);
        foreach (var day in EventWindow.Reported.Days)
        {
            var at = day - First;
            if (_sessions[at] is { } session)
            {
                days.Add(new AbnormalReturn(day, session, _firm[at], _index[at], model.Expected(_index[at]), Sum(model, new EventWindow(day, day))));
            }
        }

        return new ModelStudy(kind, model, days, [.. EventWindow.Standard.Select(window => Over(model, window))]);
    }

    private CumulativeAbnormalReturn Over(FittedModel model, EventWindow window)
    {
        List<int> missing = [.. window.Days.Where(day => _sessions[day - First] is null)];
        return new CumulativeAbnormalReturn(window, missing.Count == 0 ? Sum(model, window) : null, missing);
    }

    private Estimate Sum(FittedModel model, EventWindow window) =>
        model.Cumulate(_firm.AsSpan(window.First - First, window.Length), _index.AsSpan(window.First - First, window.Length));
}
