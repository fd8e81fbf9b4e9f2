import { createHash } from 'node:crypto';
import type { Day, Instant } from '#contracts/common';
import type { Account } from '../../cloudfunctions/accounts/domain/account';
import type { Binding } from '../../cloudfunctions/people/data/bindings';
import type { Department } from '../../cloudfunctions/people/data/departments';
import type { Invite } from '../../cloudfunctions/people/data/invites';
import type { RosterMonth } from '../../cloudfunctions/schedule/data/rosters';
import type { ShiftTemplate } from '../../cloudfunctions/schedule/domain/shift';
import type { CalendarOverride } from '../../cloudfunctions/shared/calendar/day-kind';
import type { Employee } from '../../cloudfunctions/shared/kernel/employee';
import type { Site } from '../../cloudfunctions/sites/data/sites';
import { CITY_SITES, SHIFTS, SITES } from './company';
import { departmentPlans } from './crowd';
import { companyDayOff } from './day-scenario';
import { addDays, instantOf } from './demo-days';
import { type DemoPerson, demoPeople, firstDay } from './demo-person';
import { mainAccount } from './main-account';
import { rosterDocuments } from './rota';

const TOLERANCE_METRES = 50;
/** As long as the product's own codes; each start makes those that nobody has used good again. */
const INVITE_DAYS = 7;

/** All documents of the company except attendance, by collection. */
export interface CompanyDocuments {
  readonly departments: Department[];
  readonly sites: Site[];
  readonly shifts: ShiftTemplate[];
  readonly calendars: { readonly _id: string; readonly overrides: readonly CalendarOverride[] }[];
  readonly rosters: RosterMonth[];
  readonly accounts: Account[];
  readonly employees: Employee[];
  readonly bindings: Binding[];
  readonly invites: Invite[];
}

/** The company of `size` people as of `founded`; the same for the same day on every machine. */
export function companyDocuments(founded: Day, size?: number): CompanyDocuments {
  const people = demoPeople(founded, size);
  const plans = departmentPlans(people.length);
  const parents = new Map(plans.map(({ id, parentId }) => [id, parentId]));
  return {
    departments: plans.map(({ id, name, parentId, leaderId }) => ({
      _id: id,
      name,
      parentId,
      path: pathTo(parentId, parents),
      leaderId,
    })),
    sites: SITES.map(({ id, city: _, ...site }) => ({ _id: id, ...site, tolerance: TOLERANCE_METRES })),
    shifts: Object.values(SHIFTS),
    calendars: [calendarOf(companyDayOff(founded))],
    rosters: rosterDocuments(people, firstDay(founded), founded),
    accounts: [mainAccount(founded)],
    employees: people.map((person) => employeeOf(person, founded)),
    bindings: people
      .filter(({ inviteCode }) => inviteCode === null)
      .map(({ id, openid }) => ({ _id: openid, employeeId: id })),
    invites: demoInvites(people, founded),
  };
}

/** Ids from the company down to `id`. */
function pathTo(id: string | null, parents: ReadonlyMap<string, string | null>): string[] {
  if (id === null) return [];
  return [...pathTo(parents.get(id) ?? null, parents), id];
}

function calendarOf(day: Day): CompanyDocuments['calendars'][number] {
  const name = { 'zh-CN': '公司周年庆', en: 'Company anniversary' };
  return { _id: day.slice(0, 4), overrides: [{ day, kind: 'company', name }] };
}

function employeeOf(person: DemoPerson, founded: Day): Employee {
  const { id, name, nameEn, departmentId, job, managerId, roles, hiredOn, leftOn, city, fieldPolicy, since } =
    person;
  const joinedSince = hiredOn.localeCompare(since) > 0;
  return {
    _id: id,
    name,
    nameEn,
    departmentId,
    job,
    managerId,
    roles,
    language: null,
    hiredOn,
    leftOn,
    city,
    ...lifeOf(person, founded),
    assignments: [
      {
        from: joinedSince ? hiredOn : since,
        shiftId: SHIFTS[person.shift]._id,
        siteIds: CITY_SITES[city],
        fieldPolicy,
      },
    ],
    rev: 1,
  };
}

/** Employment dates of a person. */
function lifeOf(
  { id, hiredOn, roles }: DemoPerson,
  founded: Day,
): Pick<Employee, 'probationUntil' | 'workingSince' | 'sex' | 'childrenBornOn'> {
  const number = Number(id.slice(1));
  const yearsBefore = roles.length > 1 ? 12 : number % 9;
  const probationUntil = addDays(hiredOn, 90);
  return {
    probationUntil: probationUntil.localeCompare(founded) < 0 ? null : probationUntil,
    workingSince: addDays(hiredOn, -365 * yearsBefore),
    sex: number % 2 === 0 ? 'female' : 'male',
    childrenBornOn: number % 5 === 2 ? [addDays(founded, -400)] : [],
  };
}

/** The codes of the README, good as of `today`. */
export const demoInvites = (people: readonly DemoPerson[], today: Day): Invite[] =>
  people.flatMap((person) => inviteOf(person, today));

function inviteOf({ id, inviteCode }: DemoPerson, today: Day): Invite[] {
  if (inviteCode === null) return [];
  const hash = createHash('sha256').update(inviteCode).digest('hex');
  const expiresAt: Instant = instantOf(addDays(today, INVITE_DAYS), 0);
  return [{ _id: hash, employeeId: id, expiresAt, usedBy: null }];
}
