import type { Effect, MetricValue, PeerValues, PlanMetric } from '#contracts/improvement';
import { by, compared, decimal, minus, type Ratio, ratio, rounded, times } from '../../shared/figures/ratio';

/** Others whose mean is shown are at least so many: of fewer, one could be worked out from what the others know. */
export const LEAST_PEERS = 5;
/** Below so many cases a value changes by chance alone. */
export const SMALL_SAMPLE = 30;

const HUNDRED = ratio(100);
const MINUS_ONE = ratio(-1);

/**
 * What a plan has brought: (after − before) ÷ |before| × 100, and the same of the others; "ahead" is the person's change less
 * theirs, positive where the person has become better than they have. Worked out exactly and rounded for display alone.
 */
export function effectOf(
  { better, target, baseline }: Pick<PlanMetric, 'better' | 'target' | 'baseline'>,
  after: MetricValue,
  peers: PeerValues | null,
): Effect {
  const [first, last] = [decimal(baseline.value), decimal(after.value)];
  const change = changeOf(first, last);
  return {
    before: baseline.value,
    after: after.value,
    difference: displayed(minus(last, first), DIFFERENCE_DECIMALS),
    change: change && displayed(change, 1),
    direction: directionOf(first, last, better),
    reached: target === null ? null : compared(last, decimal(target)) * sign(better) >= 0,
    sample: sampleOf(baseline, after),
    peers: peersOf(peers, change, better),
  };
}

/** Figures have at most four decimals. */
const DIFFERENCE_DECIMALS = 4;

const sign = (better: PlanMetric['better']): 1 | -1 => (better === 'more' ? 1 : -1);

/** Percent of the value before; null where that is zero, since nothing is a part of it. */
function changeOf(before: Ratio, after: Ratio): Ratio | null {
  const isZero = compared(before, ratio(0)) === 0;
  return isZero ? null : times(by(minus(after, before), sizeOf(before)), HUNDRED);
}

const sizeOf = (value: Ratio): Ratio => (compared(value, ratio(0)) < 0 ? times(value, MINUS_ONE) : value);

/** Half away from zero, so that 15.05 % more and 15.05 % less look alike. */
function displayed(value: Ratio, decimals: number): number {
  const isBelow = compared(value, ratio(0)) < 0;
  const size = rounded(sizeOf(value), decimals);
  return isBelow && size !== 0 ? -size : size;
}

function directionOf(before: Ratio, after: Ratio, better: PlanMetric['better']): Effect['direction'] {
  const moved = compared(after, before) * sign(better);
  if (moved === 0) return 'same';
  return moved > 0 ? 'better' : 'worse';
}

function sampleOf(before: MetricValue, after: MetricValue): Effect['sample'] {
  const counts = [before.count, after.count];
  if (counts.some((count) => count !== null && count < SMALL_SAMPLE)) return 'small';
  return counts.includes(null) ? 'unknown' : 'enough';
}

function peersOf(peers: PeerValues | null, own: Ratio | null, better: PlanMetric['better']): Effect['peers'] {
  if (!peers || peers.people === 0) return { state: 'none' };
  if (peers.people < LEAST_PEERS) return { state: 'too-few' };
  const change = changeOf(decimal(peers.before), decimal(peers.after));
  const ahead = own && change && times(minus(own, change), ratio(sign(better)));
  return {
    state: 'shown',
    ...{ before: peers.before, after: peers.after, people: peers.people },
    change: change && displayed(change, 1),
    ahead: ahead && displayed(ahead, 1),
  };
}
