// Figures as the site prints them: U+2212 for minus, a sign on changes, one decimal of a per cent.
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const formatters = [0, 1, 2].map(digits => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }));
const loose = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

export const none = "–";

export const price = (value, digits = 2) => (value < 0 ? "−" : "") + formatters[digits].format(Math.abs(value));

export function percent(fraction, digits = 1) {
  const text = formatters[digits].format(Math.abs(fraction * 100));
  return (/[1-9]/.test(text) ? (fraction > 0 ? "+" : "−") : "") + text + "%";
}

export function compact(count) {
  if (count >= 999950000) return loose.format(count / 1e9) + "bn";
  if (count >= 999950) return loose.format(count / 1e6) + "m";
  return count >= 10000 ? loose.format(count / 1e3) + "k" : loose.format(count);
}

// 2025-11-03 is 3 Nov 2025.
export function date(iso) {
  const [year, month, day] = iso.split("-");
  return `${Number(day)} ${months[month - 1]} ${year}`;
}

export const month = iso => months[iso.split("-")[1] - 1];
export const day = iso => `${Number(iso.slice(8))} ${month(iso)}`;
