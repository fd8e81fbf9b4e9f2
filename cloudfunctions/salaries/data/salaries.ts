import type { Day, Instant } from '#contracts/common';
import type { SalaryVersion } from '#contracts/pay-item';
import { collection } from '../../shared/data/collection';
import { figure, maybe, text } from '../../shared/faults/checks';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { openedEach, openedOne } from '../../shared/privacy/opened';
import { resealed, sealedText } from '../../shared/privacy/resealed';

/** A document of `salaries`; `_id` is the employee number. The versions are encrypted as one text. */
interface StoredSalary {
  readonly _id: string;
  readonly rev: number;
  /** Of the latest change: a run that was worked out before it is worked out again. Absent in older ones. */
  readonly changedAt?: Instant;
  readonly sealed: string;
}

/** Somebody's pay; rev 0 if there is none. */
export interface Salary {
  readonly employeeId: string;
  readonly rev: number;
  /** Ascending. */
  readonly versions: readonly SalaryVersion[];
}

const salaries = collection<StoredSalary>('salaries', {
  ...{ rev: figure, changedAt: maybe(figure), sealed: text },
});

const placeOf = (employeeId: string): string => `salaries:${employeeId}`;

export const resealedSalaries = resealed(salaries, [sealedText('sealed', placeOf)]);

/** @throws AppError SETUP_MISSING without the key */
export async function findSalary(employeeId: string): Promise<Salary> {
  const found = await salaries.byId(employeeId);
  return found ? openedOne(salaries.name, found, opened) : { employeeId, rev: 0, versions: [] };
}

/** The pay of at most 1,000 people, by employee number; without those who have none. */
export async function findSalaries(employeeIds: readonly string[]): Promise<ReadonlyMap<string, Salary>> {
  const found = await salaries.byIds(employeeIds);
  return new Map(openedEach(salaries.name, found, opened).map((each) => [each.employeeId, each]));
}

const MOST = 1_000;

/** Whether somebody's salary of a day, or of one before it, was stored after a moment and until another one. */
export async function haveSalariesChanged(since: Instant, until: Instant, day: Day): Promise<boolean> {
  const found = await salaries.list((_) => ({ changedAt: _.gt(since).and(_.lte(until)) }), MOST);
  return openedEach(salaries.name, found, opened).some(({ versions }) => {
    const at = Math.max(...versions.map(({ mark }) => mark?.approvedAt ?? 0));
    return versions.some(({ from, mark }) => mark?.approvedAt === at && from <= day);
  });
}

/** @returns whether it was saved; false if somebody else has changed it since it was read */
export async function saveSalaryVersions(
  before: Salary,
  versions: readonly SalaryVersion[],
  changedAt: Instant,
): Promise<boolean> {
  const { employeeId, rev } = before;
  const sealed = encryptText(JSON.stringify(versions), placeOf(employeeId));
  if (rev === 0) return (await salaries.add({ _id: employeeId, rev: 1, changedAt, sealed })) === 'added';
  const changed = await salaries.updateWhere(
    () => ({ _id: employeeId, rev }),
    () => ({ rev: rev + 1, changedAt, sealed }),
  );
  return changed === 1;
}

const opened = ({ _id, rev, sealed }: StoredSalary): Salary => ({
  employeeId: _id,
  rev,
  versions: JSON.parse(decryptText(sealed, placeOf(_id))) as SalaryVersion[],
});
