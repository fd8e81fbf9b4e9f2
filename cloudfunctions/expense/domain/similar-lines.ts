import type { Warning } from '#contracts/fact';
import { warning } from '../../approvals/kind/answer';

/** A line of an expense, as far as two are compared. */
export interface ComparedLine {
  readonly day: string;
  readonly category: string;
  /** Fen. */
  readonly amount: number;
}

/** A line of an earlier expense of the same person. */
export interface EarlierLine extends ComparedLine {
  /** The readable number of its request. */
  readonly number: string;
}

const isSame = (one: ComparedLine, other: ComparedLine): boolean =>
  one.day === other.day && one.amount === other.amount && one.category === other.category;

/**
 * Lines that say the same as another one: same day, category and amount, in this expense or an earlier one. They may
 * both be right, such as the way there and back, so the approver sees both and decides.
 */
export function similarLines(lines: readonly ComparedLine[], earlier: readonly EarlierLine[]): Warning[] {
  return lines.flatMap((each, index) => {
    const line = index + 1;
    const before = lines.slice(0, index).findIndex((other) => isSame(each, other));
    const past = earlier.find((other) => isSame(each, other));
    return [
      ...(before < 0 ? [] : [warning('warn', 'SAME_LINE', { line, other: before + 1, fen: each.amount })]),
      ...(past ? [warning('warn', 'CLAIMED_BEFORE', { line, number: past.number, fen: each.amount })] : []),
    ];
  });
}
