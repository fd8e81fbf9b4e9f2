import type { Effect, PlanMetric } from '#contracts/improvement';
import type { ChartData, ChartPoint } from '../../components/chart-waiting/chart-data';
import type { Words } from '../../locales/words';

/** −15%, +2.8%; with a minus that is as wide as the plus. */
export const changeText = (change: number): string =>
  `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change)}%`;

export const figureText = (value: number, unit: string): string =>
  unit === '%' ? `${value}%` : `${value}${unit && ' '}${unit}`;

/** The change of a metric, with a chart of before and after and of the same of others. */
export function effectView(effect: Effect, { name, unit }: Pick<PlanMetric, 'name' | 'unit'>, words: Words) {
  const { before, after, change, direction, sample } = effect;
  const moved = change === null ? '' : changeText(change);
  return {
    name,
    value: figureText(after, unit),
    tone: { better: 'ok', worse: 'bad', same: 'info' }[direction],
    change: words.t(change === null ? 'plan.changeNone' : 'plan.change', {
      before: figureText(before, unit),
      change: moved,
    }),
    direction: words.t(`plan.${direction}`),
    chart: effectChart(effect, unit, words),
    peers: peersText(effect, unit, words),
    sample: words.t(`plan.samples.${sample}`),
    formula: change === null ? '' : words.t('plan.formula', { before, after, change: moved }),
  };
}

/** Before and after, of the person and of others where those are shown. */
function effectChart({ before, after, peers }: Effect, unit: string, words: Words): ChartData {
  const others = peers.state === 'shown' ? peers : null;
  const texts = { before: figureText(before, unit), after: figureText(after, unit) };
  const pointsOf = (values: Pick<Effect, 'before' | 'after'>): ChartPoint[] =>
    (['before', 'after'] as const).map((at) => ({
      at: words.t(`plan.${at}`),
      value: values[at],
      text: figureText(values[at], unit),
    }));
  return {
    kind: 'bars',
    summary: others
      ? words.t('plan.chart.withPeers', {
          ...texts,
          peersBefore: figureText(others.before, unit),
          peersAfter: figureText(others.after, unit),
        })
      : words.t('plan.chart.alone', texts),
    by: words.t('plan.chart.when'),
    series: [
      { name: words.t('plan.chart.own'), tone: 'actual', points: pointsOf({ before, after }) },
      ...(others
        ? ([{ name: words.t('plan.chart.peers'), tone: 'expected', points: pointsOf(others) }] as const)
        : []),
    ],
  };
}

function peersText({ peers }: Effect, unit: string, words: Words): string {
  if (peers.state !== 'shown') return words.t(peers.state === 'none' ? 'plan.noPeers' : 'plan.tooFew');
  const { people, change, ahead } = peers;
  const values = { people, before: figureText(peers.before, unit), after: figureText(peers.after, unit) };
  if (change === null || ahead === null) return words.t('plan.peersPlain', values);
  const said = { ...values, change: changeText(change), ahead: Math.abs(ahead) };
  return words.t(ahead < 0 ? 'plan.peersWorse' : 'plan.peers', said);
}
