import type { Day } from '#contracts/common';
import { findEmployeesAfter } from '../../people/public';
import { isolated } from '../../shared/faults/isolated';
import { findDaysByKey } from '../data/attendance-days';
import { addFlag } from '../data/attendance-flags';
import { findPhones, savePhoneUse } from '../data/phones';
import { flagsOfDay, phonesOf } from '../domain/attendance-flag';
import { type NewUse, newUses, type Phone, sharedPhoneFlags } from '../domain/shared-phone';

const PAGE_SIZE = 100;

/**
 * Checks one day of the next hundred employees: three reads, plus writes for new data only.
 * @returns the number of flags of the day, new and existing, and the last employee number of the page; null at
 * the end
 */
export async function flagPage(day: Day, cursor: string): Promise<{ found: number; next: string | null }> {
  const { people, next } = await findEmployeesAfter(cursor, PAGE_SIZE);
  const days = await findDaysByKey(people.map(({ _id }) => [_id, day]));
  const phones = await findPhones(days.flatMap((each) => [...phonesOf(each).keys()]));
  const uses = days.flatMap((each) => newUses(each, phones));
  // Save the use before the flags: if the run dies in between, the next run finds the stored use and flags it.
  for (const use of uses) await savePhoneUse(use);
  const used = new Set(days.flatMap((each) => [...phonesOf(each).keys()]));
  const after = withUses(phones, uses);
  const flags = [
    ...days.flatMap(
      (day) => isolated({ collection: 'attendance_days', document: day._id }, () => flagsOfDay(day)) ?? [],
    ),
    ...[...used].flatMap((id) => sharedPhoneFlags(after.get(id) ?? { _id: id, users: {} }, day)),
  ];
  const unique = new Map(flags.map((flag) => [flag._id, flag]));
  for (const flag of unique.values()) await addFlag(flag);
  const found = [...unique.values()].filter((flag) => flag.day === day).length;
  return { found, next };
}

function withUses(phones: ReadonlyMap<string, Phone>, uses: readonly NewUse[]): Map<string, Phone> {
  const after = new Map(phones);
  for (const { phone, employeeId, use } of uses) {
    const users = { ...after.get(phone)?.users, [employeeId]: use };
    after.set(phone, { _id: phone, users });
  }
  return after;
}
