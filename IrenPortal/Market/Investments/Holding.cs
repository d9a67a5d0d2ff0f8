using IrenPortal.Market.Prices;

namespace IrenPortal.Market.Investments;

/// <summary>What one share bought at the close of a session has become: shares and cash, moved on over the splits and dividends after it.</summary>
internal sealed class Holding
{
    private readonly Queue<CorporateAction> _ahead;
    private readonly DividendUse _use;

    public Holding(PriceSeries series, Bar bought, DividendUse use)
    {
        // A split comes before a dividend of the same date, which is paid on the new shares.
        _ahead = new Queue<CorporateAction>(series.Actions.Where(a => a.ExDate > bought.Date).OrderBy(a => a.ExDate).ThenBy(a => a.Kind));
        _use = use;
    }

    /// <summary>Shares for each share bought.</summary>
    public decimal Shares { get; private set; } = 1;

    /// <summary>Cash for each share bought.</summary>
    public decimal Cash { get; private set; }

    /// <summary>All dividends that counted, for each share bought, reinvested or not.</summary>
    public decimal Dividends { get; private set; }

    /// <summary>Goes on to a session; what fell on a date without a bar takes effect at the next one.</summary>
    public void MoveTo(Bar bar)
    {
        var paid = 0m;
        while (_ahead.TryPeek(out var action) && action.ExDate <= bar.Date)
        {
            _ahead.Dequeue();
            if (action.Kind == CorporateActionKind.Split)
            {
                Shares *= action.Value;
            }
            else if (_use != DividendUse.LeftOut)
            {
                paid += Shares * action.Value;
            }
        }

        Dividends += paid;
        if (_use == DividendUse.Reinvested)
        {
            Shares += paid / bar.Close;
        }
        else
        {
            Cash += paid;
        }
    }
}
