import { openWithReset } from '../support/open';
import { OPENID_ROLES, OPENIDS, openCompany, withRoles } from '../unit/cloudfunctions/support/company';
import { DRAFT } from '../unit/cloudfunctions/support/shift-draft';

const company = openWithReset(() => openCompany('2026-11-23T08:57:00+08:00'));

const INPUTS = {
  departments: {},
  shifts: {},
  saveShift: { shift: DRAFT, expectedVersion: 0 },
  roster: { departmentId: 'D2', month: '2026-12' },
  saveRoster: { month: '2026-12', rows: [{ employeeId: 'E0001', rev: 0, days: { '2026-12-01': 'off' } }] },
  calendar: { year: '2026' },
  saveCalendar: { year: '2026', rev: 0, days: [] },
} as const;
const ACTIONS = Object.keys(INPUTS) as (keyof typeof INPUTS)[];

const codes = async (as: string) => {
  const answers: string[] = [];
  for (const action of ACTIONS)
    answers.push((await company.act(as, action, INPUTS[action])).error?.code ?? 'ok');
  return answers;
};
const everywhere = (code: string) => ACTIONS.map(() => code);
const written = async () =>
  Promise.all(['shifts', 'rosters', 'calendars'].map((name) => company.db.find(name, {})));

test.each([
  ['hr', 'ok'],
  ['admin', 'ok'],
  ['manager', 'FORBIDDEN'],
  ['payroll', 'FORBIDDEN'],
])('the role %s: %s', async (role, code) => {
  await withRoles(company, role);
  const before = await written();
  expect(await codes(OPENID_ROLES)).toEqual(everywhere(code));
  if (code !== 'ok') expect(await written()).toEqual(before);
});

test.each([
  [OPENIDS.day, 'FORBIDDEN'],
  [OPENIDS.stranger, 'NOT_BOUND'],
  [OPENIDS.left, 'ACCESS_ENDED'],
  ['console', 'CALLER_REFUSED'],
  ['timer', 'EVENT_INVALID'],
])('%s: %s', async (as, code) => {
  const before = await written();
  // Departments are an action of `people`, which has a timer: that runs its jobs, and no action.
  const [first, ...rest] = await codes(as);
  expect(first).toBe(as === 'timer' ? 'ok' : code);
  expect(rest).toEqual(everywhere(code).slice(1));
  expect(await written()).toEqual(before);
});
