import type { PayYearMonth } from '#contracts/payslips';
import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { monthShort } from '../../../../utils/dates';
import { type YearFrame, yearFrame } from '../../year-frame';

export type YearModel = YearFrame<PayYearMonth>;

type Figure = Exclude<keyof PayYearMonth, 'month' | 'netApart'>;
const FIGURES: readonly Figure[] = ['income', 'bonus', 'contributions', 'tax', 'net', 'employer'];

const sumOf = (months: readonly PayYearMonth[], figure: Exclude<keyof PayYearMonth, 'month'>): number =>
  months.reduce((sum, month) => sum + month[figure], 0);

/** Without a bonus there is no line of it. */
const figuresOf = (months: readonly PayYearMonth[]): readonly Figure[] =>
  FIGURES.filter((figure) => figure !== 'bonus' || sumOf(months, figure) !== 0);

/** Income, contributions and tax of a year, by month and in all. */
export function yearView(model: YearModel, t: Words) {
  const { shown, frame, text } = yearFrame(model, t);
  return {
    ...frame,
    sums: figuresOf(shown).map((figure) => ({
      id: figure,
      name: t.t(`payYear.figures.${figure}`),
      amount: moneyText(sumOf(shown, figure)),
    })),
    months: shown.map((each) => ({
      month: each.month,
      name: monthShort(each.month, t),
      figures: figuresOf([each]).map((figure) => ({
        id: figure,
        name: t.t(`payYear.figures.${figure}`),
        amount: moneyText(each[figure]),
      })),
    })),
    chart: chartOf(shown, model.year, t),
    text: {
      ...text,
      loadFailed: t.t('payYear.loadFailed'),
      none: t.t('payYear.none'),
      noneText: t.t('payYear.noneText'),
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
  const { mean, said } = meanNet(months);
  return {
    kind: 'bars',
    summary: t.t(`payYear.means.${said}`, { year, mean: moneyText(mean) }),
    by: t.t('payYear.chartBy'),
    series: [{ name: t.t('payYear.figures.net'), tone: 'actual', points }],
  };
}

/**
 * What somebody has a month: the sum of net pay over the months with a payslip. A yearly bonus is no part of a month; where it was
 * taxed by itself it is left out with its tax, and where it was taxed with the wages nobody can part its tax from theirs, so that it
 * stays in and is named.
 */
function meanNet(months: readonly PayYearMonth[]): {
  readonly mean: number;
  readonly said: 'plain' | 'without' | 'with';
} {
  const isMerged = months.some(({ bonus, netApart }) => bonus !== 0 && netApart === 0);
  const apart = isMerged ? 0 : sumOf(months, 'netApart');
  const mean = Math.round((sumOf(months, 'net') - apart) / months.length);
  return { mean, said: isMerged ? 'with' : apart !== 0 ? 'without' : 'plain' };
}
