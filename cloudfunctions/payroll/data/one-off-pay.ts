import type { Day, Instant, Month } from '#contracts/common';
import type { OneOffPay } from '#contracts/one-off-pay';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import { figure, listOfTexts, maybe, month, text } from '../../shared/faults/checks';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, openedOne } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';
import { slipId } from '../domain/stored-slip';

/** A document of `one_off_pay`; `_id` is `<employee>:<month>`. What is paid is encrypted, bound to its record. */
interface SealedOneOff {
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  readonly rev: number;
  /** Of the latest change: a run that was worked out before it is worked out again. */
  readonly changedAt: Instant;
  /** The employee numbers of all who have changed it. Absent in older ones. */
  readonly changedBy?: readonly string[];
  readonly sealed: string;
}

/** What is paid once to somebody with the wages of a month; rev 0 if nothing is stored. */
export interface OneOff extends OneOffPay {
  readonly employeeId: string;
  readonly month: Month;
  readonly rev: number;
  /** The day of payment that a bonus was entered with; the run has its own. */
  readonly paidOn: Day | null;
  /** All who have changed it; none of them locks the run that pays it. */
  readonly changedBy: readonly string[];
}

const oneOffs = collection<SealedOneOff>('one_off_pay', {
  ...{ employeeId: text, month, rev: figure, changedAt: figure, changedBy: maybe(listOfTexts), sealed: text },
});

const placeOf = (id: string): string => `one_off_pay:${id}`;
export const resealedOneOffs = resealed(oneOffs, [sealedText('sealed', placeOf)]);
/** More than two tax years' months. */
const MAX_MONTHS = 40;

export async function findOneOff(employeeId: string, of: Month): Promise<OneOff> {
  const found = await oneOffs.byId(slipId(employeeId, of));
  return found
    ? openedOne(oneOffs.name, found, opened)
    : { employeeId, month: of, rev: 0, paidOn: null, bonus: null, leaving: null, changedBy: [] };
}

/** Of at most 1,000 people in a month, by employee number; without those who have none. One call. */
export async function findOneOffs(
  employeeIds: readonly string[],
  of: Month,
): Promise<ReadonlyMap<string, OneOff>> {
  const found = await oneOffs.byIds(employeeIds.map((id) => slipId(id, of)));
  return new Map(openedAll(found).map((each) => [each.employeeId, each]));
}

/** Of a month after an employee number. */
export async function findOneOffsAfter(
  of: Month,
  after: string,
  limit: number,
): Promise<{ readonly oneOffs: readonly OneOff[]; readonly next: string | null }> {
  const found = await oneOffs.list((_) => ({ month: of, employeeId: _.gt(after) }), limit, [
    ['employeeId', 'asc'],
  ]);
  const next = found.length === limit ? (found.at(-1)?.employeeId ?? null) : null;
  return { oneOffs: openedAll(found), next };
}

/** Somebody's, from a month on, but for one month. */
export async function findOwnOneOffs(
  employeeId: string,
  from: Month,
  without: Month,
): Promise<readonly OneOff[]> {
  const found = await oneOffs.list((_) => ({ employeeId, month: _.gte(from) }), MAX_MONTHS, [
    ['month', 'asc'],
  ]);
  return openedAll(found.filter((each) => each.month !== without));
}

/** Whether something was entered for a month after a moment. */
export const hasChangedSince = async (of: Month, since: Instant): Promise<boolean> =>
  (await oneOffs.count((_) => ({ month: of, changedAt: _.gt(since) }))) > 0;

/** @returns whether it was saved; false if somebody else has changed it since it was read */
export async function saveOneOff(oneOff: OneOff, changedAt: Instant): Promise<boolean> {
  const { _id, sealed, ...document } = sealedOneOff(oneOff, changedAt);
  if (oneOff.rev === 0) return (await oneOffs.add({ _id, sealed, ...document })) === 'added';
  const changed = await oneOffs.updateWhere(
    () => ({ _id, rev: oneOff.rev }),
    () => ({ rev: document.rev, changedAt, changedBy: oneOff.changedBy, sealed }),
  );
  return changed === 1;
}

/** Saves what was read in the same transaction. */
export const putOneOff = (put: Put, oneOff: OneOff, changedAt: Instant): Promise<void> =>
  put('one_off_pay', sealedOneOff(oneOff, changedAt));

/** The document of the next revision. */
function sealedOneOff(
  { rev, employeeId, month: of, changedBy, ...content }: OneOff,
  changedAt: Instant,
): SealedOneOff {
  const _id = slipId(employeeId, of);
  const sealed = encryptText(JSON.stringify(content), placeOf(_id));
  return { _id, employeeId, month: of, rev: rev + 1, changedAt, changedBy, sealed };
}

const openedAll = (found: readonly SealedOneOff[]): OneOff[] => openedEach(oneOffs.name, found, opened);

const opened = ({ _id, employeeId, month: of, rev, changedBy = [], sealed }: SealedOneOff): OneOff => ({
  ...{ employeeId, month: of, rev, changedBy },
  ...(JSON.parse(decryptText(sealed, placeOf(_id))) as Pick<OneOff, 'bonus' | 'leaving' | 'paidOn'>),
});
