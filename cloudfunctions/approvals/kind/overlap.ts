import type { Account, AccountSpan } from '../../accounts/rules';
import { AppError } from '../../shared/errors/app-error';

/** For each requested kind, the kinds of spans that it must not overlap. */
const EXCLUSIVE_KINDS: Readonly<Record<'leave' | 'trip' | 'overtime', readonly AccountSpan['kind'][]>> = {
  leave: ['leave', 'trip', 'overtime'],
  trip: ['leave', 'trip'],
  overtime: ['leave', 'overtime'],
};

/** Includes name and time, so that people can identify the other request. */
export const overlapError = ({ requestId, from, to, name }: AccountSpan): AppError<'PERIOD_OVERLAPS'> =>
  new AppError('PERIOD_OVERLAPS', { requestId, from, to, nameZh: name['zh-CN'], nameEn: name.en });

/** The earliest overlapping span of another request of the same person; null if there is none. */
export function overlapProblem(
  account: Account,
  requestId: string,
  period: { readonly kind: keyof typeof EXCLUSIVE_KINDS; readonly from: number; readonly to: number },
): AppError<'PERIOD_OVERLAPS'> | null {
  const others = Object.values(account.spans)
    .filter((span) => span.requestId !== requestId && span.state !== 'rejected')
    .filter(({ kind }) => EXCLUSIVE_KINDS[period.kind].includes(kind))
    .filter(({ from, to }) => from < period.to && period.from < to)
    .sort((a, b) => a.from - b.from);
  const [first] = others;
  if (!first) return null;
  return overlapError(first);
}
