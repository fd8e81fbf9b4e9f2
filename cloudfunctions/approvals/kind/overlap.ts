import type { Account, AccountSpan } from '../../accounts/rules';
import { AppError } from '../../shared/errors/app-error';

/** Kinds of time that cannot be at once with another of them; the first is what is asked for. */
const APART: Readonly<Record<'leave' | 'trip' | 'overtime', readonly AccountSpan['kind'][]>> = {
  leave: ['leave', 'trip', 'overtime'],
  trip: ['leave', 'trip'],
  overtime: ['leave', 'overtime'],
};

/** Told with its name and time, so that people know which request is meant. */
export const overlapWith = ({ requestId, from, to, name }: AccountSpan): AppError<'PERIOD_OVERLAPS'> =>
  new AppError('PERIOD_OVERLAPS', { requestId, from, to, nameZh: name['zh-CN'], nameEn: name.en });

/** The first span of another request of the same person that has time in common; null for none. */
export function overlapProblem(
  account: Account,
  requestId: string,
  asked: { readonly kind: keyof typeof APART; readonly from: number; readonly to: number },
): AppError<'PERIOD_OVERLAPS'> | null {
  const others = Object.values(account.spans)
    .filter((span) => span.requestId !== requestId && span.state !== 'rejected')
    .filter(({ kind }) => APART[asked.kind].includes(kind))
    .filter(({ from, to }) => from < asked.to && asked.from < to)
    .sort((a, b) => a.from - b.from);
  const [first] = others;
  if (!first) return null;
  return overlapWith(first);
}
