import type { Day, Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { inParallel } from '../../shared/data/in-parallel';
import type { Put } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { day, figure, maybe, month, text, yesOrNo } from '../../shared/faults/checks';
import { decryptText, encryptLongText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, openedOne } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';
import { apartTotals, NOTHING_APART } from '../domain/apart-pay';
import { isOwed } from '../domain/dispute';
import { isPersonal } from '../domain/personal-warning';
import {
  NO_ANSWERS,
  type SlipAnswers,
  type SlipContent,
  type StoredSlip,
  slipId,
} from '../domain/stored-slip';

/** A document of `payslips`: amounts and disputes are encrypted, each bound to its record. */
interface SealedSlip {
  readonly _id: string;
  readonly employeeId: string;
  readonly month: Month;
  readonly paidOn: Day;
  readonly rev: number;
  readonly sealed: string;
  readonly sealedAnswers: string;
  /** So that a query finds them. */
  readonly hasOpenDispute: boolean;
  /** Whether a difference is still to be paid, see `isOwed`. Absent in slips from before it was kept. */
  readonly isOwed?: boolean;
  /** Whether there is something to look at about the person. Absent in slips from before it was kept. */
  readonly isWarned?: boolean;
  /** Also among the encrypted answers; in the open for Today and for reminders, which have no key. Absent in older slips. */
  readonly confirmedVersion?: number;
  readonly hasNewAnswer?: boolean;
}

export const payslips = collection<SealedSlip>('payslips', {
  ...{ employeeId: text, month, paidOn: day, rev: figure, sealed: text, sealedAnswers: text },
  ...{
    hasOpenDispute: yesOrNo,
    isOwed: maybe(yesOrNo),
    isWarned: maybe(yesOrNo),
    confirmedVersion: maybe(figure),
    hasNewAnswer: maybe(yesOrNo),
  },
});

const contentPlace = (id: string): string => `payslips:${id}`;
const answersPlace = (id: string): string => `payslips:${id}:answers`;

/** The slips of these people and months, at most 1,000, by id. */
export async function findSlips(ids: readonly string[]): Promise<ReadonlyMap<string, StoredSlip>> {
  const found = ids.length > 0 ? await payslips.byIds(ids) : [];
  return new Map(openedAll(found).map((each) => [each._id, each]));
}

/** Which of these slips there are, at most 1,000. */
export const findSlipIds = async (ids: readonly string[]): Promise<readonly string[]> =>
  (await payslips.fieldsByIds(['employeeId'], ids)).map(({ _id }) => _id);

export async function findSlip(employeeId: string, of: Month): Promise<StoredSlip | null> {
  const found = await payslips.byId(slipId(employeeId, of));
  return found && openedOne(payslips.name, found, opened);
}

/** Some slips in order. Those that cannot be read are not among them. */
export interface SlipPage<Next extends string = string> {
  readonly slips: readonly StoredSlip[];
  /** Behind the last one, the unreadable ones included; null at the end. */
  readonly next: Next | null;
}

/** Somebody's slips before a month, the latest first. */
export async function findOwnSlips(
  employeeId: string,
  before: Month,
  limit: number,
): Promise<SlipPage<Month>> {
  const found = await payslips.list((_) => ({ employeeId, month: _.lt(before) }), limit, [['month', 'desc']]);
  return { slips: openedAll(found), next: found.length === limit ? (found.at(-1)?.month ?? null) : null };
}

/** The slips of a month after an employee number; those with a warning about the person alone, if `warned`. */
export async function findSlipsAfter(
  of: Month,
  after: string,
  limit: number,
  warned = false,
): Promise<SlipPage> {
  const { documents } = await slipsAfter(of, after, limit, warned ? { isWarned: true } : {});
  return { slips: openedAll(documents), next: nextOf(documents, limit) };
}

/** The same for what has to be complete. @throws AppError RECORD_FAULTY with the first slip that cannot be used */
export async function requireSlipsAfter(of: Month, after: string, limit: number): Promise<SlipPage> {
  const { documents, leftOut } = await slipsAfter(of, after, limit);
  const [document] = leftOut;
  if (document) throw new AppError('RECORD_FAULTY', { collection: payslips.name, document, field: '' });
  return {
    slips: documents.map((each) => openedOne(payslips.name, each, opened)),
    next: nextOf(documents, limit),
  };
}

const slipsAfter = (of: Month, after: string, limit: number, more: { readonly isWarned?: true } = {}) =>
  payslips.checkedList((_) => ({ month: of, employeeId: _.gt(after), ...more }), limit, [
    ['employeeId', 'asc'],
  ]);

const nextOf = (documents: readonly SealedSlip[], limit: number): string | null =>
  documents.length === limit ? (documents.at(-1)?.employeeId ?? null) : null;

/** What a reminder has to know of the slips of a month after an employee number, without anything that is encrypted. */
export const findSlipStates = (
  of: Month,
  after: string,
  limit: number,
): Promise<Pick<SealedSlip, '_id' | 'employeeId' | 'hasOpenDispute' | 'confirmedVersion'>[]> =>
  payslips.listFields(
    ['employeeId', 'hasOpenDispute', 'confirmedVersion'],
    (_) => ({ month: of, employeeId: _.gt(after) }),
    limit,
    [['employeeId', 'asc']],
  );

/** Who has a slip of a month, after an employee number; nothing is decrypted. */
export const findPeopleOfRun = async (
  of: Month,
  after: string,
  limit: number,
): Promise<readonly string[]> => {
  const found = await payslips.listFields(
    ['employeeId'],
    (_) => ({ month: of, employeeId: _.gt(after) }),
    limit,
    [['employeeId', 'asc']],
  );
  return found.map(({ employeeId }) => employeeId);
};

/** Slips with an open dispute, or a difference that is still to be paid, after an id. */
export async function findDisputed(after: string, limit: number): Promise<SlipPage> {
  const found = await payslips.list(
    (_) =>
      _.or([
        { hasOpenDispute: true, _id: _.gt(after) },
        { isOwed: true, _id: _.gt(after) },
      ]) as never,
    limit,
    [['_id', 'asc']],
  );
  return { slips: openedAll(found), next: found.length === limit ? (found.at(-1)?._id ?? null) : null };
}

/** Slips of these people in these months with a difference that is still to be paid; at most a hundred people. One call. */
export async function findOwedSlips(
  employeeIds: readonly string[],
  from: Month,
  to: Month,
): Promise<readonly StoredSlip[]> {
  const found = await payslips.list(
    (_) => ({ isOwed: true, employeeId: _.in([...employeeIds]), month: _.gte(from).and(_.lte(to)) }),
    MAX_OPEN,
  );
  return openedAll(found);
}

/** More than a company leaves open. */
const MAX_OPEN = 1_000;

/** How many slips have a dispute to answer, and which a difference that is still to be paid; up to a thousand. One call. */
export async function countDisputed(): Promise<{ readonly open: number; readonly owed: readonly string[] }> {
  const found = await payslips.listFields(
    ['hasOpenDispute', 'isOwed'],
    (_) => _.or([{ hasOpenDispute: true }, { isOwed: true }]) as never,
    MAX_OPEN,
  );
  return {
    open: found.filter(({ hasOpenDispute }) => hasOpenDispute).length,
    owed: found.filter((each) => each.isOwed).map(({ _id }) => _id),
  };
}

export const resealedSlips = resealed(payslips, [
  sealedText('sealed', contentPlace),
  sealedText('sealedAnswers', answersPlace),
]);

/** A slip as it was read, if it was there, and as it is now. */
export interface SlipToSave {
  readonly before: StoredSlip | undefined;
  readonly employeeId: string;
  readonly month: Month;
  readonly paidOn: Day;
  readonly content: SlipContent;
}

/** Concurrent updates. */
const MAX_PARALLEL_UPDATES = 20;

/**
 * Saves slips of a run: adds those that were not there, twenty in a call, and updates the others. Only the one unit that
 * works on the run writes what a slip says, so that an answer of its owner at the same moment is no reason to leave it out.
 */
export async function saveSlips(slips: readonly SlipToSave[]): Promise<void> {
  const added = slips.flatMap(({ before, employeeId, month: of, paidOn, content }) => {
    if (before) return [];
    const _id = slipId(employeeId, of);
    return [{ _id, employeeId, month: of, paidOn, rev: 1, ...sealedContent(_id, content), ...answers(_id) }];
  });
  await payslips.addMissing(added);
  await inParallel(slips, MAX_PARALLEL_UPDATES, async ({ before, paidOn, content }) => {
    if (!before) return;
    const { _id } = before;
    await payslips.updateWhere(
      () => ({ _id }),
      (_) => ({ paidOn, ...sealedContent(_id, content), rev: _.inc(1) }),
    );
  });
}

/** Removes slips of a run of people whom it pays no longer, such as who turns out to have left before. */
export async function removeSlips(ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await payslips.removeWhere((_) => ({ _id: _.in([...ids]) }));
}

/** What the employee or the officer has said of it. @returns null after a concurrent change */
export async function saveAnswers(before: StoredSlip, now: SlipAnswers): Promise<StoredSlip | null> {
  const { _id, rev } = before;
  const stored = answers(_id, now);
  const changed = await payslips.updateWhere(
    () => ({ _id, rev }),
    () => ({ ...stored, rev: rev + 1 }),
  );
  return changed === 1 ? { ...before, ...now, hasOpenDispute: stored.hasOpenDispute, rev: rev + 1 } : null;
}

/** Saves what was read in the same transaction. @returns the slip at its next revision */
export async function putAnswers(put: Put, before: StoredSlip, now: SlipAnswers): Promise<StoredSlip> {
  const { _id, employeeId, month: of, paidOn, content, rev } = before;
  const stored = { ...sealedContent(_id, content), ...answers(_id, now) };
  await put('payslips', { _id, employeeId, month: of, paidOn, rev: rev + 1, ...stored });
  return { ...before, ...now, hasOpenDispute: stored.hasOpenDispute, rev: rev + 1 };
}

const sealedContent = (id: string, content: SlipContent) => ({
  sealed: encryptLongText(JSON.stringify(content), contentPlace(id)),
  isWarned: content.warnings.some(isPersonal),
});

const answers = (id: string, said: SlipAnswers = NO_ANSWERS) => ({
  sealedAnswers: encryptText(JSON.stringify(answersOf(said)), answersPlace(id)),
  hasOpenDispute: said.disputes.some(({ answer }) => answer === null),
  isOwed: said.disputes.some(isOwed),
  ...{ confirmedVersion: said.confirmedVersion, hasNewAnswer: said.hasNewAnswer },
});

const answersOf = ({ readVersion, confirmedVersion, confirmedAt, disputes, hasNewAnswer }: SlipAnswers) => ({
  ...{ readVersion, confirmedVersion, confirmedAt, disputes, hasNewAnswer },
});

const openedAll = (found: readonly SealedSlip[]): StoredSlip[] => openedEach(payslips.name, found, opened);

function opened({ sealed, sealedAnswers, ...slip }: SealedSlip): StoredSlip {
  const said = JSON.parse(decryptText(sealedAnswers, answersPlace(slip._id))) as SlipAnswers;
  return {
    ...NO_ANSWERS,
    ...slip,
    ...said,
    content: withApart(JSON.parse(decryptText(sealed, contentPlace(slip._id))) as SlipContent),
  };
}

/** Slips of an earlier version have nothing that was taxed apart. */
function withApart(content: SlipContent): SlipContent {
  if ('bonusTax' in content.totals) return content;
  const { totals, taxYear } = content as SlipContent;
  return {
    ...(content as SlipContent),
    totals: { ...(totals as SlipContent['totals']), ...apartTotals(NOTHING_APART) },
    taxYear: { ...taxYear, bonusTaxedOn: null },
  };
}
