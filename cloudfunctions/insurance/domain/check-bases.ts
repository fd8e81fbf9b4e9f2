import type { Bases, ContributionKind } from '#contracts/insurance';
import type { Fen } from '#contracts/pay';
import { AppError } from '../../shared/errors/app-error';

/** Ten million yuan a month: more is a slip of the keyboard, such as fen typed as yuan twice. */
const MAX_BASE = 1_000_000_000;

/**
 * @throws AppError BASE_INVALID with the field if a base is below zero, above ten million yuan a month or not whole fen
 */
export function checkBases(bases: Bases): void {
  checkBase('insurance', bases.insurance);
  checkBase('fund', bases.fund);
  for (const [kind, base] of Object.entries(bases.own ?? {})) checkBase(kind as ContributionKind, base);
}

function checkBase(field: ContributionKind | 'insurance', base: Fen | null): void {
  if (base === null) return;
  const rule = ruleBroken(base);
  if (rule) throw new AppError('BASE_INVALID', { field, rule });
}

function ruleBroken(base: number) {
  if (!Number.isSafeInteger(base)) return 'whole-fen' as const;
  if (base < 0) return 'negative' as const;
  return base > MAX_BASE ? ('too-large' as const) : null;
}
