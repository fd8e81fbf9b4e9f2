import type { Fen, PayStep } from '#contracts/pay';
import type { PayChange } from '#contracts/payroll';
import type { SlipContent } from './stored-slip';

/** The lines of a slip: the parts of `earnings` and of what is taken off, by path as in `PayDispute`. */
export function linesOf({ net }: Pick<SlipContent, 'net'>): Map<string, PayStep> {
  const lines = net.parts.flatMap((group) =>
    group.formula === null && group.parts.length > 0
      ? group.parts.map((line) => [`${group.id}/${line.id}`, line] as const)
      : [[group.id, group] as const],
  );
  return new Map(lines);
}

/** What differs from the slip before, the largest difference first. */
export function changesBetween(now: SlipContent, before: SlipContent): PayChange[] {
  const [lines, earlier] = [linesOf(now), linesOf(before)];
  const paths = [...new Set([...lines.keys(), ...earlier.keys()])];
  const changes = paths.flatMap((line) => {
    const [step, old] = [lines.get(line), earlier.get(line)];
    const [amount, amountBefore] = [step?.amount ?? (0 as Fen), old?.amount ?? (0 as Fen)];
    if (amount === amountBefore) return [];
    const name = step?.name ?? old?.name;
    return [{ line, ...(name && { name }), before: amountBefore, now: amount }];
  });
  const size = (change: PayChange) => Math.abs(change.now - change.before);
  return changes.sort((one, other) => size(other) - size(one) || (one.line < other.line ? -1 : 1));
}
