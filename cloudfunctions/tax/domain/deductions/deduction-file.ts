import type { Day, Instant, Month } from '#contracts/common';
import type { ErrorData } from '#contracts/errors';
import type { PersonBrief } from '#contracts/person';
import type { DeductionEntry } from '#contracts/tax';
import { addMonths } from '../../../shared/calendar/company-time';
import { AppError } from '../../../shared/errors/app-error';
import { checkDeduction, checkTogether, lastYearToDeclare } from './check-deduction';

/** All that a person has declared, in order of declaring. */
export type DeductionFile = readonly DeductionEntry[];

type Refusal = ErrorData['DEDUCTION_REFUSED']['rule'];
export type Declared = Pick<DeductionEntry, 'id' | 'detail' | 'from' | 'until' | 'replaces'>;

/**
 * With a new entry that waits to be checked. The same id again changes nothing.
 * @throws AppError DEDUCTION_INVALID, DEDUCTION_REFUSED
 */
export function declared(file: DeductionFile, draft: Declared, now: Instant, today: Day): DeductionFile {
  const before = file.find(({ id }) => id === draft.id);
  if (before) {
    if (!isSameDraft(before, draft)) throw refused('key-reused');
    return file;
  }
  const entry: DeductionEntry = {
    ...draft,
    confirmedYear: Number(draft.from.slice(0, 4)),
    ...{ state: 'waiting', declaredAt: now, decided: null, reason: null },
  };
  if (draft.replaces !== null) requireState(file, draft.replaces, 'accepted');
  checkDeduction(entry, othersOf(file, entry, true), today);
  return [...file, entry];
}

const isSameDraft = (a: Declared, b: Declared): boolean =>
  JSON.stringify([a.detail, a.from, a.until, a.replaces]) ===
  JSON.stringify([b.detail, b.from, b.until, b.replaces]);

/**
 * Accepts or returns an entry that waits. An accepted change ends what it changes in the month before. The same decision
 * again changes nothing.
 * @throws AppError NOT_FOUND, DEDUCTION_REFUSED, DEDUCTION_INVALID
 */
export function decided(
  file: DeductionFile,
  id: string,
  decision: { readonly by: PersonBrief; readonly at: Instant; readonly reason: string | null },
  today: Day,
): DeductionFile {
  const { reason, ...of } = decision;
  const before = file.find((each) => each.id === id);
  const wanted = reason === null ? 'accepted' : 'returned';
  const isAgain = before?.state === wanted && before.reason === reason;
  if (isAgain && before.decided?.by.id === decision.by.id) return file;
  const entry = requireState(file, id, 'waiting');
  if (reason !== null) {
    return replaced(file, { ...entry, state: 'returned', decided: of, reason });
  }
  // Since it was declared another one may have been accepted, or the year may have ended.
  checkDeduction(entry, othersOf(file, entry, false), dayFor(entry, today));
  const changed = endedBy(file, entry);
  return replaced(changed, { ...entry, state: 'accepted', decided: of });
}

/** What was declared in its year may be accepted after it, so that it is in the papers of that year. */
const dayFor = ({ from }: DeductionEntry, today: Day): Day =>
  from.slice(0, 4) < today.slice(0, 4) ? (`${from.slice(0, 4)}-12-31` as Day) : today;

/**
 * The last month of an accepted entry; only earlier than before, since what is longer is declared.
 * @throws AppError DEDUCTION_REFUSED, DEDUCTION_INVALID
 */
export function ended(file: DeductionFile, id: string, month: Month): DeductionFile {
  const entry = requireState(file, id, 'accepted');
  // Whoever stops supporting an elder deducts until the end of that year (国发〔2018〕41号 art. 22).
  const until = entry.detail.kind === 'elder' ? (`${month.slice(0, 4)}-12` as Month) : month;
  if (entry.until === until) return file;
  if (until < entry.from) throw new AppError('DEDUCTION_INVALID', { path: 'until', rule: 'before-from' });
  if (entry.until !== null && until > entry.until) throw refused('longer');
  return replaced(file, { ...entry, until });
}

/** Without an entry that was not accepted. One that is not there is gone already. */
export function dropped(file: DeductionFile, id: string): DeductionFile {
  const entry = file.find((each) => each.id === id);
  if (!entry) return file;
  if (entry.state === 'accepted') throw refused('accepted');
  return file.filter((each) => each !== entry);
}

/** Whether an entry goes on in a year for which it is not confirmed. */
export const waitsToConfirm = ({ state, until, confirmedYear }: DeductionEntry, year: number): boolean =>
  state === 'accepted' && confirmedYear < year && (until === null || until >= `${year}-01`);

/**
 * With all that goes on confirmed for a year: this one, or in December the next one (国家税务总局公告2022年第7号).
 * @throws AppError DEDUCTION_REFUSED outside of that, DEDUCTION_INVALID if rent and mortgage would meet
 */
export function confirmed(file: DeductionFile, year: number, today: Day): DeductionFile {
  const isOpen = year >= Number(today.slice(0, 4)) && year <= lastYearToDeclare(today);
  if (!isOpen) throw refused('year');
  if (!file.some((entry) => waitsToConfirm(entry, year))) return file;
  const after = file.map((entry) =>
    waitsToConfirm(entry, year) ? { ...entry, confirmedYear: year } : entry,
  );
  checkTogether(
    after.filter(({ state }) => state === 'accepted'),
    today,
  );
  return after;
}

/** Since when the file waits for HR, or null. */
export function waitingSince(file: DeductionFile): Instant | null {
  const times = file.filter(({ state }) => state === 'waiting').map(({ declaredAt }) => declaredAt);
  return times.length === 0 ? null : (Math.min(...times) as Instant);
}

/** What an entry is compared with: accepted ones as they will be, and perhaps those that wait. */
function othersOf(file: DeductionFile, entry: DeductionEntry, withWaiting: boolean): DeductionFile {
  return endedBy(file, entry).filter(
    ({ id, state }) => id !== entry.id && (state === 'accepted' || (withWaiting && state === 'waiting')),
  );
}

/** The file once an entry changes what it replaces: that ends in the month before, or goes if it began later. */
function endedBy(file: DeductionFile, { replaces, from }: DeductionEntry): DeductionFile {
  const last = addMonths(from, -1);
  return file.flatMap((each) => {
    if (each.id !== replaces || (each.until !== null && each.until <= last)) return [each];
    return each.from > last ? [] : [{ ...each, until: last }];
  });
}

const replaced = (file: DeductionFile, entry: DeductionEntry): DeductionFile =>
  file.map((each) => (each.id === entry.id ? entry : each));

function requireState(file: DeductionFile, id: string, state: DeductionEntry['state']): DeductionEntry {
  const entry = file.find((each) => each.id === id);
  if (!entry) throw new AppError('NOT_FOUND', { what: 'deduction' });
  if (entry.state !== state) throw refused('state');
  return entry;
}

const refused = (rule: Refusal): AppError => new AppError('DEDUCTION_REFUSED', { rule });
