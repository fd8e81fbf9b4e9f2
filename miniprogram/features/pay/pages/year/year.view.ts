import type { PayYearMonth } from '#contracts/payslips';
import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import { errorText } from '../../../../locales/error-text';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { monthShort } from '../../../../utils/dates';

export interface YearModel {
  readonly year: number;
  /** The latest one that can be chosen. */
  readonly thisYear: number;
  readonly months: readonly PayYearMonth[] | null;
  readonly isLocked: boolean;
  readonly failure: Failure | null;
}

type Figure = Exclude<keyof PayYearMonth, 'month'>;
const FIGURES: readonly Figure[] = ['income', 'contributions', 'tax', 'net', 'employer'];

const sumOf = (months: readonly PayYearMonth[], figure: Figure): number =>
  months.reduce((sum, month) => sum + month[figure], 0);

/** Income, contributions and tax of a year, by month and in all. */
export function yearView({ year, thisYear, months, isLocked, failure }: YearModel, t: Words) {
  const shown = isLocked ? [] : (months ?? []);
  return {
    mode: isLocked ? 'locked' : months ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    year: t.t('payYear.year', { year }),
    canEarlier: year > thisYear - 10,
    canLater: year < thisYear,
    isEmpty: shown.length === 0,
    sums: FIGURES.map((figure) => ({
      id: figure,
      name: t.t(`payYear.figures.${figure}`),
      amount: moneyText(sumOf(shown, figure)),
    })),
    months: shown.map((each) => ({
      month: each.month,
      name: monthShort(each.month, t),
      figures: FIGURES.map((figure) => ({
        id: figure,
        name: t.t(`payYear.figures.${figure}`),
        amount: moneyText(each[figure]),
      })),
    })),
    chart: chartOf(shown, year, t),
    text: {
      loadFailed: t.t('payYear.loadFailed'),
      retry: t.t('common.retry'),
      none: t.t('payYear.none'),
      noneText: t.t('payYear.noneText'),
      earlier: t.t('payYear.earlier'),
      later: t.t('payYear.later'),
      byMonth: t.t('payYear.byMonth'),
    },
  };
}

function chartOf(months: readonly PayYearMonth[], year: number, t: Words): ChartData | null {
  if (months.length < 2) return null;
  const points = months.map(({ month, net }) => ({
    at: monthShort(month, t),
    value: net,
    text: moneyText(net),
  }));
  const mean = Math.round(sumOf(months, 'net') / months.length);
  return {
    kind: 'bars',
    summary: t.t('payYear.chartSummary', { year, mean: moneyText(mean) }),
    by: t.t('payYear.chartBy'),
    series: [{ name: t.t('payYear.figures.net'), tone: 'actual', points }],
  };
}
