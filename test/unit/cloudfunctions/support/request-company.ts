import type { TestCloudOptions } from '../../../support/cloud';
import { type Answer, type Company, DAY_SHIFT, openCompany } from './company';

const text = (words: string) => ({ 'zh-CN': words, en: words });

/** Numbers of the people of this company, by what they are to `staff`. */
export const PEOPLE = {
  boss: 'R01',
  head: 'R02',
  staff: 'R03',
  peer: 'R04',
  other: 'R05',
  hr: 'R06',
  payroll: 'R07',
  admin: 'R08',
  elsewhere: 'R09',
  left: 'R10',
  hr2: 'R11',
} as const;

export type Who = keyof typeof PEOPLE;

export const openidOf = (who: Who | 'stranger'): string =>
  who === 'stranger' ? 'openid-stranger' : `openid-of-${PEOPLE[who].toLowerCase()}`;

interface Made {
  readonly managerId: string | null;
  readonly roles?: readonly string[];
  readonly departmentId?: string;
  readonly leftOn?: string | null;
}

const made: Record<Who, Made> = {
  boss: { managerId: null, roles: ['manager'], departmentId: 'D1' },
  head: { managerId: PEOPLE.boss, roles: ['manager'] },
  staff: { managerId: PEOPLE.head },
  peer: { managerId: PEOPLE.head },
  other: { managerId: PEOPLE.head },
  hr: { managerId: PEOPLE.boss, roles: ['hr'], departmentId: 'D1' },
  payroll: { managerId: PEOPLE.boss, roles: ['payroll'], departmentId: 'D1' },
  admin: { managerId: PEOPLE.boss, roles: ['admin'], departmentId: 'D1' },
  elsewhere: { managerId: PEOPLE.admin, departmentId: 'D3' },
  left: { managerId: PEOPLE.head, leftOn: '2026-10-31' },
  hr2: { managerId: PEOPLE.hr, roles: ['hr'], departmentId: 'D1' },
};

export const employeeDocument = (who: Who, more: Record<string, unknown> = {}) => {
  const { managerId, roles = [], departmentId = 'D2', leftOn = null } = made[who];
  return {
    _id: PEOPLE[who],
    name: `员工${who}`,
    nameEn: `Person ${who}`,
    departmentId,
    job: text('Engineer'),
    managerId,
    roles: ['employee', ...roles],
    language: null,
    hiredOn: '2024-01-05',
    leftOn,
    city: 'shanghai',
    probationUntil: null,
    workingSince: '2014-01-05',
    sex: null,
    childrenBornOn: [],
    assignments: [{ from: '2024-01-05', shiftId: 'SH-DAY', siteIds: ['S1'], fieldPolicy: 'free' }],
    rev: 1,
    ...more,
  };
};

const everybody = Object.keys(PEOPLE) as Who[];

/** What the database holds before a test. */
export const requestSeed = (more: Record<string, Record<string, unknown>[]> = {}) => ({
  employees: everybody.map((who) => employeeDocument(who)),
  departments: [
    { _id: 'D1', name: text('Company'), parentId: null, path: [], leaderId: PEOPLE.boss },
    { _id: 'D2', name: text('Team'), parentId: 'D1', path: ['D1'], leaderId: PEOPLE.head },
    { _id: 'D3', name: text('Elsewhere'), parentId: 'D1', path: ['D1'], leaderId: PEOPLE.admin },
  ],
  bindings: everybody.map((who) => ({ _id: openidOf(who), employeeId: PEOPLE[who] })),
  shifts: [{ ...DAY_SHIFT }],
  ...more,
});

export interface RequestCompany extends Company {
  /** Calls an action of `requests`. */
  ask(
    who: Who | 'stranger',
    action: string,
    input?: unknown,
    call?: { now?: number; requestId?: string },
  ): Promise<Answer>;
  /** Runs the timer of `requests`. */
  tick(): Promise<void>;
}

export async function openRequestCompany(
  now: string,
  { seed = {}, ...options }: TestCloudOptions = {},
): Promise<RequestCompany> {
  const company = await openCompany(now, { seed: requestSeed(seed), ...options });
  return requestCompany(company);
}

/** The same actions on any company. */
export const requestCompany = <C extends Company>(company: C): C & RequestCompany => ({
  ...company,
  ask: (who, action, input = {}, call = {}) => company.act(openidOf(who), `requests.${action}`, input, call),
  tick: () => company.timers.runNow('requests').then(() => undefined),
});

let keys = 0;

export const newKey = (): string => {
  keys += 1;
  return `request-key-${String(keys).padStart(8, '0')}`;
};

/** A trip of these days, with a new key. */
export const trip = (from: string, to = from, more: Record<string, unknown> = {}) => ({
  key: newKey(),
  typeId: 'trip',
  version: 1,
  values: { period: { unit: 'day', from, to }, place: '苏州', reason: '客户现场' },
  ...more,
});

/** A change of data, which HR decides. */
export const profileChange = (what = '地址变更', more: Record<string, unknown> = {}) => ({
  key: newKey(),
  typeId: 'profile',
  version: 1,
  values: { what },
  ...more,
});

/** A type of the company's own, as stored. */
export const ownType = (steps: readonly Record<string, unknown>[], more: Record<string, unknown> = {}) => ({
  _id: 'own-seal',
  id: 'own-seal',
  current: true,
  version: 1,
  kind: 'custom',
  name: { 'zh-CN': '用章', en: 'Seal' },
  enabled: true,
  form: [{ id: 'reason', kind: 'text', label: { 'zh-CN': '事由', en: 'Reason' }, required: true }],
  flow: {
    steps: steps.map((step, index) => ({
      id: `s${index}`,
      name: { 'zh-CN': `第${index + 1}步`, en: `Step ${index + 1}` },
      mode: 'any',
      when: [],
      ...step,
    })),
    cc: [],
    escalateAfterHours: 0,
    ...more,
  },
});

export const seal = (reason = '合同', more: Record<string, unknown> = {}) => ({
  key: newKey(),
  typeId: 'own-seal',
  version: 1,
  values: { reason },
  ...more,
});
