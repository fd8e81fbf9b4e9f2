import type { Day, Minutes, Month } from '#contracts/common';
import type { PayStep } from '#contracts/pay';
import type { Payslip } from '#contracts/payslips';
import type { Failure } from '../../../../services/client-error';

export interface SlipModel {
  readonly month: Month;
  readonly data: Payslip | null;
  /** Behind the second check, and closed. */
  readonly isLocked: boolean;
  /** Paths of the lines that are open. */
  readonly open: ReadonlySet<string>;
  /** Path of the line that is doubted; empty for none. */
  readonly line: string;
  /** The line that was doubted when the second check had ended meanwhile; its sheet opens again after the check. */
  readonly doubted: string;
  readonly today: Day;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}

/** Whether a line can still be doubted: not once the days for it are over, and not by who has left. */
export const canDoubt = ({ data, today }: Pick<SlipModel, 'data' | 'today'>): boolean =>
  data?.disputeUntil != null && today <= data.disputeUntil;

/** A line with its place below the top: `earnings/overtime.300`. */
export interface PlacedStep {
  readonly path: string;
  readonly depth: number;
  /** Paths of the lines above it; an id may have a `/` of its own. */
  readonly above: readonly string[];
  readonly step: PayStep;
}

/** Every step below this one, from the top down. */
export const placedSteps = (step: PayStep, top = ''): PlacedStep[] =>
  placedBelow(step, top === '' ? [] : [top], 0);

const placedBelow = (step: PayStep, above: readonly string[], depth: number): PlacedStep[] =>
  step.parts.flatMap((part) => {
    const path = [...above.slice(-1), part.id].join('/');
    return [{ path, depth, above, step: part }, ...placedBelow(part, [...above, path], depth + 1)];
  });
