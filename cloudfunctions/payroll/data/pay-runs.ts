import type { Instant, Month } from '#contracts/common';
import type { PayRunSums } from '#contracts/payroll';
import { collection } from '../../shared/data/collection';
import type { Put } from '../../shared/data/transaction';
import {
  day,
  figure,
  figureOrNone,
  listOfObjects,
  listOfTexts,
  maybe,
  objectOf,
  oneOf,
  text,
} from '../../shared/faults/checks';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, openedOne } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';
import type { PayRun } from '../domain/pay-run';

/** A document of `payroll_runs`; `_id` is the month. */
type StoredRun = Omit<PayRun, 'sums'> & { readonly sealedSums: string };

export const runs = collection<StoredRun>('payroll_runs', {
  ...{
    rev: figure,
    state: oneOf('running', 'calculated', 'locked', 'published'),
    paidOn: day,
    version: figure,
  },
  ...{
    cursor: text,
    leaseUntil: figure,
    people: figure,
    written: figure,
    warnings: figure,
    sealedSums: text,
  },
  ...{ blockers: listOfObjects({}), calculatedBy: listOfTexts, startedAt: figure },
  ...{
    lockedAt: figureOrNone,
    publishedAt: figureOrNone,
    history: listOfObjects({ kind: text, at: figure }),
    ...{ itemMarks: maybe(objectOf({})), itemsChanged: maybe(listOfObjects({ id: text })) },
    oneOffBy: maybe(listOfObjects({ by: text })),
    basesBy: maybe(listOfObjects({ by: text })),
    ratesBy: maybe(listOfObjects({ by: text })),
    settledApart: maybe(listOfObjects({ id: text })),
    outdatedAt: maybe(figureOrNone),
    telling: maybe(objectOf({ told: text, reminded: text, confirmUntil: day })),
  },
});

const placeOf = (month: string): string => `payroll_runs:${month}`;

export const resealedRuns = resealed(runs, [sealedText('sealedSums', placeOf)]);

/** @throws AppError RECORD_FAULTY: a month whose run is damaged is neither calculated nor locked */
export async function findPayRun(month: Month): Promise<PayRun | null> {
  const found = await runs.byId(month);
  return found && openedOne(runs.name, found, opened);
}

/** The runs of at most 1,000 months, by month. */
export async function findPayRuns(months: readonly Month[]): Promise<ReadonlyMap<string, PayRun>> {
  const found = await runs.byIds(months);
  return new Map(openedEach(runs.name, found, opened).map((each) => [each._id, each]));
}

/** More than a company leaves unpublished. */
const MAX_UNFINISHED = 60;

/** Runs that somebody has begun to work out or to publish and has not ended, without anything that is encrypted. */
export async function findUnfinished() {
  const fields = ['state', 'cursor', 'leaseUntil'] as const;
  const found = await runs.listFields(
    fields,
    (_) => ({ state: _.in(['running', 'locked']) }),
    MAX_UNFINISHED,
    [['_id', 'desc']],
  );
  return found.filter(({ state, cursor }) => state === 'running' || cursor !== '');
}

/** Which of these months are published, and since when; without anything that is encrypted. */
export const findPublished = (months: readonly Month[]) =>
  runs.fieldsByIds(['state', 'version', 'publishedAt', 'paidOn'], months);

/** Whether the run of a month is final: what is paid with it stays as it is. */
export async function isFinal(month: Month): Promise<boolean> {
  const [run] = await findPublished([month]);
  return run?.state === 'locked' || run?.state === 'published';
}

/** The same with what a run that comes after them compares itself with. */
export const findMarked = (months: readonly Month[]) =>
  runs.fieldsByIds(['state', 'version', 'lockedAt', 'itemMarks'], months);

/** Whether a month after this one is final: it has counted the months before it. */
export async function hasLockedAfter(month: Month): Promise<boolean> {
  const found = await runs.listFields(
    ['state'],
    (_) => ({ _id: _.gt(month), state: _.in(['locked', 'published']) }),
    1,
    [['_id', 'asc']],
  );
  return found.length > 0;
}

/** What of the runs of these months has to be told, without anything that is encrypted. */
export const findTellings = (months: readonly Month[]) =>
  runs.fieldsByIds(['state', 'version', 'publishedAt', 'telling'], months);

/**
 * Moves on who is told of a version while it is published. The revision stays, since nobody who works with the run is
 * concerned. @returns false if somebody else was faster, or the run was recalled
 */
export async function moveTelling(
  { _id, version }: Pick<PayRun, '_id' | 'version'>,
  step: 'told' | 'reminded',
  from: string,
  to: string,
): Promise<boolean> {
  const field = `telling.${step}`;
  const changed = await runs.updateWhere(
    () => ({ _id, version, state: 'published', [field]: from }),
    () => ({ [field]: to }),
  );
  return changed === 1;
}

/** `duplicate`: the month's run was started concurrently. */
export const addPayRun = (run: PayRun): Promise<'added' | 'duplicate'> => runs.add(sealed(run));

/** Updates a run that is unchanged since it was read. @returns the updated run, or null after a concurrent change */
export async function savePayRun(
  before: PayRun,
  change: Partial<Omit<PayRun, '_id' | 'rev'>>,
): Promise<PayRun | null> {
  const { _id, rev } = before;
  const { sums, ...open } = change;
  const sealedSums = sums && { sealedSums: encryptText(JSON.stringify(sums), placeOf(_id)) };
  const changed = await runs.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...open, ...sealedSums, rev: rev + 1 }),
  );
  return changed === 1 ? { ...before, ...change, rev: rev + 1 } : null;
}

/**
 * Has drafts of a month and those after it worked out again before they are locked: called before it is decided that they pay
 * otherwise. Whoever has read one of them, and locks it at this moment, loses; the unit that works on one ends, and the next one
 * goes on. One call.
 */
export async function outdateDrafts(from: Month, now: Instant): Promise<void> {
  await runs.updateWhere(
    (_) => ({ _id: _.gte(from), state: _.in(['running', 'calculated']) }),
    (_) => ({ rev: _.inc(1), leaseUntil: 0, outdatedAt: now }),
  );
}

/** Saves a run that was read in the same transaction, at its next revision. */
export const putPayRun = (put: Put, run: PayRun): Promise<void> =>
  put('payroll_runs', sealed({ ...run, rev: run.rev + 1 }));

function sealed({ sums, ...run }: PayRun): StoredRun {
  return { ...run, sealedSums: encryptText(JSON.stringify(sums), placeOf(run._id)) };
}

function opened({ sealedSums, ...run }: StoredRun): PayRun {
  return { ...run, sums: JSON.parse(decryptText(sealedSums, placeOf(run._id))) as PayRunSums };
}
