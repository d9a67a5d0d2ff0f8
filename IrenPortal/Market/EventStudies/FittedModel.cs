namespace IrenPortal.Market.EventStudies;

/// <summary>
/// A model estimated on the returns of the estimation window: the expected return of a day is
/// <see cref="Alpha"/> + <see cref="Beta"/> times the index's. Symbols as in the literature: M observations, mX the mean of the
/// index, Sxx its centred sum of squares, s the residual standard error. Immutable.
/// </summary>
public sealed class FittedModel
{
    // Below this standard deviation of returns there is only the rounding of doubles left to measure.
    private const double LeastSpread = 1e-12;

    private readonly double[] _residuals;

    private FittedModel(ReturnModel kind, double alpha, double beta, int parameters, double[] residuals)
    {
        Kind = kind;
        Alpha = alpha;
        Beta = beta;
        _residuals = residuals;
        Observations = residuals.Length;
        DegreesOfFreedom = residuals.Length - parameters;
    }

    /// <summary>Which model it is.</summary>
    public ReturnModel Kind { get; }

    /// <summary>The part of the expected return that does not depend on the index; the share's mean in the mean-adjusted model.</summary>
    public double Alpha { get; }

    /// <summary>How many times the index's return is expected of the share: 0 mean-adjusted, 1 market-adjusted.</summary>
    public double Beta { get; }

    /// <summary>The residual standard error s.</summary>
    public double Sigma { get; private init; }

    /// <summary>M.</summary>
    public int Observations { get; }

    /// <summary>M - 2 for the market model, else M - 1.</summary>
    public int DegreesOfFreedom { get; }

    /// <summary>1 - SSE / Syy; null outside the market model.</summary>
    public double? RSquared { get; private init; }

    /// <summary>Standard error of <see cref="Alpha"/> in the market model.</summary>
    public double? AlphaError { get; private init; }

    /// <summary>Standard error of <see cref="Beta"/> in the market model.</summary>
    public double? BetaError { get; private init; }

    /// <summary>mX in the market model.</summary>
    public double? IndexMean { get; private init; }

    /// <summary>Sxx in the market model.</summary>
    public double? IndexSumOfSquares { get; private init; }

    /// <summary>Return less expected return of each observation, in the order they were given (ascending days).</summary>
    public IReadOnlyList<double> Residuals => _residuals;

    /// <summary>Whether the returns vary at all around the model; nothing can be tested against a spread of zero.</summary>
    public bool IsDegenerate => !(Sigma >= LeastSpread) || IndexSumOfSquares < Observations * LeastSpread * LeastSpread;

    /// <summary>Fits a model to paired returns, with centred sums.</summary>
    /// <param name="kind">The model.</param>
    /// <param name="firm">The share's returns.</param>
    /// <param name="index">The index's returns of the same sessions.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are fewer than three observations.</exception>
    public static FittedModel Fit(ReturnModel kind, ReadOnlySpan<double> firm, ReadOnlySpan<double> index)
    {
        if (firm.Length != index.Length || firm.Length < 3)
        {
            throw new ArgumentException("A model needs at least three pairs of returns.", nameof(firm));
        }

        return kind switch
        {
            ReturnModel.Market => FitMarket(firm, index),
            ReturnModel.MeanAdjusted => FitMean(firm),
            _ => FitDifference(firm, index),
        };
    }

    /// <summary>What the share is expected to return when the index returns this much.</summary>
    public double Expected(double index) => Alpha + (Beta * index);

    /// <summary>
    /// The sum of abnormal returns over days with these paired returns, with both standard errors:
    /// s sqrt(L), and s sqrt(L + L^2/M + (sum of (X - mX))^2 / Sxx) in the market model; the errors of alpha and beta are the
    /// same on every day, so their covariance counts.
    /// </summary>
    public Estimate Cumulate(ReadOnlySpan<double> firm, ReadOnlySpan<double> index)
    {
        var (sum, deviation) = (0.0, 0.0);
        for (var i = 0; i < firm.Length; i++)
        {
            sum += firm[i] - Expected(index[i]);
            deviation += index[i] - (IndexMean ?? 0);
        }

        double length = firm.Length;
        var variance = Kind switch
        {
            ReturnModel.Market => length + (length * length / Observations) + (deviation * deviation / IndexSumOfSquares!.Value),
            ReturnModel.MeanAdjusted => length + (length * length / Observations),
            _ => length,
        };
        return new Estimate(sum, Sigma * Math.Sqrt(length), Sigma * Math.Sqrt(variance), DegreesOfFreedom);
    }

    private static FittedModel FitMarket(ReadOnlySpan<double> firm, ReadOnlySpan<double> index)
    {
        var (meanFirm, meanIndex) = (Mean(firm), Mean(index));
        var (sxx, sxy, syy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < firm.Length; i++)
        {
            var (x, y) = (index[i] - meanIndex, firm[i] - meanFirm);
            sxx += x * x;
            sxy += x * y;
            syy += y * y;
        }

        var beta = sxx > 0 ? sxy / sxx : 0;
        var alpha = meanFirm - (beta * meanIndex);
        var residuals = new double[firm.Length];
        var sse = 0.0;
        for (var i = 0; i < firm.Length; i++)
        {
            residuals[i] = firm[i] - alpha - (beta * index[i]);
            sse += residuals[i] * residuals[i];
        }

        var sigma = Math.Sqrt(sse / (firm.Length - 2));
        return new FittedModel(ReturnModel.Market, alpha, beta, 2, residuals)
        {
            Sigma = sigma,
            RSquared = syy > 0 ? 1 - (sse / syy) : 0,
            AlphaError = sigma * Math.Sqrt((1.0 / firm.Length) + (sxx > 0 ? meanIndex * meanIndex / sxx : 0)),
            BetaError = sxx > 0 ? sigma / Math.Sqrt(sxx) : 0,
            IndexMean = meanIndex,
            IndexSumOfSquares = sxx,
        };
    }

    private static FittedModel FitMean(ReadOnlySpan<double> firm)
    {
        var mean = Mean(firm);
        var residuals = new double[firm.Length];
        for (var i = 0; i < firm.Length; i++)
        {
            residuals[i] = firm[i] - mean;
        }

        return new FittedModel(ReturnModel.MeanAdjusted, mean, 0, 1, residuals) { Sigma = SampleDeviation(residuals) };
    }

    private static FittedModel FitDifference(ReadOnlySpan<double> firm, ReadOnlySpan<double> index)
    {
        var residuals = new double[firm.Length];
        for (var i = 0; i < firm.Length; i++)
        {
            residuals[i] = firm[i] - index[i];
        }

        return new FittedModel(ReturnModel.MarketAdjusted, 0, 1, 1, residuals) { Sigma = SampleDeviation(residuals) };
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double SampleDeviation(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return Math.Sqrt(sum / (values.Length - 1));
    }
}
