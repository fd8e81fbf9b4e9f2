import type { PayYearMonth } from '#contracts/payslips';
import type { ChartData } from '../../../../components/chart-waiting/chart-data';
import { moneyText } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { monthShort } from '../../../../utils/dates';
import { type YearFrame, yearFrame } from '../../year-frame';

export type YearModel = YearFrame<PayYearMonth>;

type Figure = Exclude<keyof PayYearMonth, 'month'>;
const FIGURES: readonly Figure[] = ['income', 'bonus', 'contributions', 'tax', 'net', 'employer'];

const sumOf = (months: readonly PayYearMonth[], figure: Figure): number =>
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
  const mean = Math.round(sumOf(months, 'net') / months.length);
  return {
    kind: 'bars',
    summary: t.t('payYear.chartSummary', { year, mean: moneyText(mean) }),
    by: t.t('payYear.chartBy'),
    series: [{ name: t.t('payYear.figures.net'), tone: 'actual', points }],
  };
}
