import { findAllDepartments, findStaffAfter } from '../../people/public';
import type { Roster, Staff } from '../domain/participants';

const PAGE = 1_000;
/** A company of a hundred thousand. */
const MOST_PAGES = 100;

/** Everybody with what a cycle needs of them, and the departments: a read for every thousand people, and one. */
export async function loadRoster(): Promise<Roster> {
  const staff: Staff[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const found = await findStaffAfter(staff.at(-1)?._id ?? '', PAGE);
    staff.push(...found);
    if (found.length < PAGE) break;
  }
  return { staff, departments: await findAllDepartments() };
}
