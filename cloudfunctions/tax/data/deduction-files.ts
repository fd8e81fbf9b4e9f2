import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { DeductionEntry } from '#contracts/tax';
import { collection } from '../../shared/data/collection';
import { figure, listOfObjects, oneOf, text, textOrNone } from '../../shared/faults/checks';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, openedOne } from '../../shared/privacy/opened';
import { resealed } from '../../shared/privacy/resealed';
import { type DeductionFile, waitingSince } from '../domain/deductions/deduction-file';

/** What tells about family or debts is encrypted; only what is needed to find and count stays legible. */
interface StoredEntry {
  readonly id: string;
  readonly sealed: string;
  readonly state: DeductionEntry['state'];
  readonly declaredAt: Instant;
  readonly decided: { readonly by: PersonBrief; readonly at: Instant } | null;
}

/** `_id` is the employee's. */
interface StoredFile {
  readonly _id: string;
  readonly rev: number;
  readonly entries: readonly StoredEntry[];
  /** Sorts those who wait: since when, and whose it is. Null if nothing waits. */
  readonly waiting: string | null;
}

const files = collection<StoredFile>('tax_deductions', {
  rev: figure,
  entries: listOfObjects({
    ...{ id: text, sealed: text, declaredAt: figure },
    state: oneOf('waiting', 'accepted', 'returned'),
  }),
  waiting: textOrNone,
});

/** What a person has declared, with the revision that a change expects; 0 if there is nothing. */
export interface FoundFile {
  readonly rev: number;
  readonly entries: DeductionFile;
}

export async function findDeductionFile(employeeId: string): Promise<FoundFile> {
  const found = await files.byId(employeeId);
  return found ? openedOne(files.name, found, opened) : { rev: 0, entries: [] };
}

/** By employee; those who declared nothing are missing. */
export async function findDeductionFiles(
  employeeIds: readonly string[],
): Promise<ReadonlyMap<string, DeductionFile>> {
  const found = await files.byIds(employeeIds);
  return new Map(openedEach(files.name, found, (file) => [file._id, opened(file).entries] as const));
}

/** Saves a file that is unchanged since it was read. @returns whether it did */
export async function saveDeductionFile(
  employeeId: string,
  rev: number,
  entries: DeductionFile,
): Promise<boolean> {
  const content = {
    rev: rev + 1,
    entries: entries.map((entry) => sealed(employeeId, entry)),
    waiting: waitingKey(employeeId, entries),
  };
  if (rev === 0) return (await files.add({ _id: employeeId, ...content })) === 'added';
  const changed = await files.updateWhere(
    () => ({ _id: employeeId, rev }),
    () => content,
  );
  return changed === 1;
}

export interface WaitingFile {
  readonly employeeId: string;
  readonly waiting: string;
  readonly count: number;
  readonly since: Instant;
}

/** Files with something to check, the longest waiting first; nothing of their content. */
export async function findWaitingFiles(after: string, limit: number): Promise<readonly WaitingFile[]> {
  const found = await files.list((_) => ({ waiting: _.gt(after) }), limit, [['waiting', 'asc']]);
  return found.map(({ _id, waiting, entries }) => {
    const times = entries.filter(({ state }) => state === 'waiting').map(({ declaredAt }) => declaredAt);
    return {
      ...{ employeeId: _id, waiting: waiting ?? '', count: times.length },
      since: Math.min(...times) as Instant,
    };
  });
}

const MILLISECOND_DIGITS = 14;

function waitingKey(employeeId: string, entries: DeductionFile): string | null {
  const since = waitingSince(entries);
  return since === null ? null : `${String(since).padStart(MILLISECOND_DIGITS, '0')}:${employeeId}`;
}

const placeOf = (employeeId: string, id: string): string => `tax_deductions:${employeeId}:${id}`;

export const resealedFiles = resealed(files, [
  {
    ...{ field: 'entries', at: 'entries.sealed', by: 'rev' },
    again: ({ _id, entries }, anew) =>
      entries.map((entry) => ({ ...entry, sealed: anew(entry.sealed, placeOf(_id, entry.id)) })),
  },
]);

function sealed(employeeId: string, entry: DeductionEntry): StoredEntry {
  const { id, state, declaredAt, decided, ...secret } = entry;
  return {
    ...{ id, state, declaredAt, decided },
    sealed: encryptText(JSON.stringify(secret), placeOf(employeeId, id)),
  };
}

const opened = ({ _id, rev, entries }: StoredFile): FoundFile => ({
  rev,
  entries: entries.map(({ sealed: text, ...entry }) => ({
    ...entry,
    ...(JSON.parse(decryptText(text, placeOf(_id, entry.id))) as Omit<DeductionEntry, keyof StoredEntry>),
  })),
});
