import type { Day, LocalText } from '#contracts/common';
import type { Role } from '#contracts/person';
import type { FieldPolicy } from '#contracts/site';
import type { Employee } from '../../cloudfunctions/shared/kernel/employee';
import { type City, type DepartmentPlan, employeeId, type ShiftKind } from './company';
import { departmentPlans, KNOWN_PEOPLE } from './crowd';
import { addDays, monthStart } from './demo-days';
import { randomInteger } from './random';

/** A person of the demo company. */
export interface DemoPerson
  extends Pick<
    Employee,
    'name' | 'nameEn' | 'departmentId' | 'job' | 'managerId' | 'roles' | 'hiredOn' | 'leftOn'
  > {
  readonly id: string;
  readonly openid: string;
  readonly city: City;
  readonly shift: ShiftKind;
  readonly fieldPolicy: FieldPolicy;
  readonly isRostered: boolean;
  /** The first day with attendance. */
  readonly since: Day;
  /** The invite code of a person who is not bound yet, else null. */
  readonly inviteCode: string | null;
}

/** The person that the preview opens with. */
export const MAIN_PERSON = 'E0012';
/** WeChat users that no employee is bound to: try the binding page with the codes below. */
export const STRANGER_OPENID = 'demo_openid_stranger';
const INVITES: Readonly<Record<string, string>> = { E0059: 'DEMQ2345', E0060: 'DEMQ6789' };

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];
const MORE_ROLES: Readonly<Record<string, readonly Role[]>> = {
  E0001: ['payroll'],
  E0004: ['hr', 'admin'],
  E0006: ['payroll'],
  E0046: ['hr'],
  E0047: ['hr'],
  E0058: ['payroll'],
};
/** Days before the founding day of the demo data; everybody else has been here for years. */
const JOINED_RECENTLY: Readonly<Record<string, number>> = { E0057: 38, E0059: 17, E0060: 4 };
const LEFT_RECENTLY: Readonly<Record<string, number>> = { E0044: 19 };
/** Who joined or left within a month that is paid: months back and the day of the month, for their pay of a part of it. */
const JOINED_WITHIN: Readonly<Record<string, MonthDay>> = { E0048: [3, 17] };
const LEFT_WITHIN: Readonly<Record<string, MonthDay>> = { E0008: [2, 18] };

type MonthDay = readonly [monthsBack: number, day: number];

export function openidOf(id: string): string {
  return `demo_openid_${id}`;
}

/** Months of attendance before the month in which the demo data was made: of the sixty, and of everybody else. */
const MONTHS_BACK = { known: 4, others: 1 } as const;

/** The first day with attendance: the company uses the product from then on. */
export function firstDay(founded: Day): Day {
  return monthStart(founded, MONTHS_BACK.known);
}

/** The same readings, for the English names. */
const PINYIN_STEMS = ['Jia', 'Yi', 'Bing', 'Ding', 'Wu', 'Ji', 'Geng', 'Xin', 'Ren', 'Gui'];
const PINYIN_BRANCHES = ['zi', 'chou', 'yin', 'mao', 'chen', 'si', 'wu', 'wei', 'shen', 'you', 'xu', 'hai'];

/**
 * The people of a company of `size` as of `founded`, the day on which the demo data was first made. By employee
 * number: the first sixty are always the same.
 */
export function demoPeople(founded: Day, size: number = KNOWN_PEOPLE): DemoPerson[] {
  const plans = departmentPlans(size);
  const leaders = new Map(plans.map(({ id, leaderId }) => [id, leaderId]));
  const people = plans.flatMap((department) => [
    personOf(department.leaderId, department, leaders, founded),
    ...department.members.map((number) => personOf(employeeId(number), department, leaders, founded)),
  ]);
  return people.sort((one, other) => numberOf(one.id) - numberOf(other.id));
}

const numberOf = (id: string): number => Number(id.slice(1));

function personOf(
  id: string,
  department: DepartmentPlan,
  leaders: ReadonlyMap<string, string>,
  founded: Day,
): DemoPerson {
  const number = numberOf(id);
  const isLeader = id === department.leaderId;
  const isKnown = number <= KNOWN_PEOPLE;
  const { parentId } = department;
  // A leader reports to the leader of the parent department; the head of the company has no manager.
  const above = parentId === null ? null : (leaders.get(parentId) ?? null);
  return {
    id,
    openid: openidOf(id),
    name: `示例员工${STEMS[(number - 1) % 10]}${BRANCHES[(number - 1) % 12]}${isKnown ? '' : number}`,
    nameEn: `Demo ${PINYIN_STEMS[(number - 1) % 10]}${PINYIN_BRANCHES[(number - 1) % 12]}${isKnown ? '' : number}`,
    departmentId: department.id,
    job: isLeader ? leaderJob(department) : department.job,
    managerId: isLeader ? above : department.leaderId,
    roles: ['employee', ...(isLeader ? (['manager'] as const) : []), ...(MORE_ROLES[id] ?? [])],
    city: department.city,
    shift: department.shift,
    fieldPolicy: department.fieldPolicy,
    isRostered: department.isRostered,
    since: isKnown ? firstDay(founded) : monthStart(founded, MONTHS_BACK.others),
    hiredOn: hiredOn(id, founded),
    leftOn: leftOn(id, founded),
    inviteCode: INVITES[id] ?? null,
  };
}

const within = (founded: Day, [months, day]: MonthDay): Day => addDays(monthStart(founded, months), day - 1);

function hiredOn(id: string, founded: Day): Day {
  const joined = JOINED_WITHIN[id];
  if (joined) return within(founded, joined);
  return addDays(founded, -(JOINED_RECENTLY[id] ?? randomInteger(400, 3_000, id, 'hired')));
}

function leftOn(id: string, founded: Day): Day | null {
  const left = LEFT_WITHIN[id];
  if (left) return within(founded, left);
  const days = LEFT_RECENTLY[id];
  return days === undefined ? null : addDays(founded, -days);
}

function leaderJob({ parentId, name }: DepartmentPlan): LocalText {
  if (parentId === null) return { 'zh-CN': '总经理', en: 'General Manager' };
  return { 'zh-CN': `${name['zh-CN']}负责人`, en: `Head of ${name.en}` };
}
