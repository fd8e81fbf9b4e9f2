import type { ScoreNode } from '#contracts/appraisal';
import type { Exact } from '#contracts/common';
import type { ChartData, ChartPoint } from '../../../../components/chart-waiting/chart-data';
import type { Words } from '../../../../locales/words';
import { nodeName } from '../../common/score-text';

/** A part with a score: points that it brought, and those that it could have brought. */
interface Brought {
  readonly id: string;
  readonly name: string;
  readonly points: number;
  readonly possible: number;
}

/** What each part brought of the points that it can bring; null without a score. The points sum to the score. */
export function partsChart(total: ScoreNode, words: Words): ChartData | null {
  const brought = broughtBy(total, words);
  if (brought.length === 0) return null;
  const byId = new Map(brought.map((each) => [each.id, each]));
  const pointOf = (node: ScoreNode, field: 'points' | 'possible'): ChartPoint => {
    const value = byId.get(node.id)?.[field] ?? null;
    return {
      at: nodeName(node, words),
      value,
      text: value === null ? words.t('report.missing') : String(value),
    };
  };
  return {
    kind: 'bars',
    summary: summaryOf(total.shown ?? 0, brought, words),
    by: words.t('report.parts.part'),
    series: [
      {
        name: words.t('report.parts.points'),
        tone: 'actual',
        points: total.inputs.map((node) => pointOf(node, 'points')),
      },
      {
        name: words.t('report.parts.possible'),
        tone: 'expected',
        points: total.inputs.map((node) => pointOf(node, 'possible')),
      },
    ],
  };
}

/** Parts with a score. Their points are rounded so that they sum to the displayed score, as the shares sum to 100. */
function broughtBy({ inputs, shown }: ScoreNode, words: Words): Brought[] {
  const scored = inputs.flatMap((node) =>
    node.value === null || node.usedShare === null
      ? []
      : [{ node, exact: (numberOf(node.value) * numberOf(node.usedShare)) / 100 }],
  );
  if (shown === null || scored.length === 0) return [];
  const points = summingTo(
    shown,
    scored.map(({ exact }) => exact),
  );
  return scored.map(({ node }, index) => ({
    ...{ id: node.id, name: nodeName(node, words) },
    ...{ points: points[index] ?? 0, possible: node.shownShare ?? 0 },
  }));
}

/** `3`, `427/5` */
function numberOf(exact: Exact): number {
  const [n = 0, d = 1] = exact.split('/').map(Number);
  return n / d;
}

/** Terms rounded to the decimals of their sum, one at least; what is left goes to those that lost most (largest remainder). */
function summingTo(sum: number, terms: readonly number[]): number[] {
  const decimals = Math.max(1, String(sum).split('.')[1]?.length ?? 0);
  const unit = 10 ** decimals;
  // Ten thousandths of a unit are noise of floating point.
  const scaled = terms.map((term) => Math.round(term * unit * 10_000) / 10_000);
  const floors = scaled.map(Math.floor);
  const left = Math.round(sum * unit) - floors.reduce((all, each) => all + each, 0);
  const byLoss = scaled.map((_, index) => index).sort((a, b) => lossOf(b) - lossOf(a) || a - b);
  const lucky = new Set(byLoss.slice(0, Math.max(0, left)));
  return floors.map((floor, index) => (floor + (lucky.has(index) ? 1 : 0)) / unit);

  function lossOf(index: number): number {
    return (scaled[index] ?? 0) - (floors[index] ?? 0);
  }
}

/** The score, the part that brought most of it, and the one that is furthest from what it can bring. */
function summaryOf(total: number, brought: readonly Brought[], words: Words): string {
  const most = [...brought].sort((a, b) => b.points - a.points)[0];
  const lossOf = ({ points, possible }: Brought) => Math.round((possible - points) * 100) / 100;
  const least = [...brought].sort((a, b) => lossOf(b) - lossOf(a))[0];
  if (!most || !least) return '';
  if (brought.length === 1) return words.t('report.parts.only', { name: most.name, total });
  if (lossOf(least) <= 0)
    return words.t('report.parts.full', { total, name: most.name, points: most.points });
  const data = { total, name: most.name, points: most.points, least: least.name, loss: lossOf(least) };
  return words.t(most === least ? 'report.parts.same' : 'report.parts.summary', data);
}
