import { openPerFile } from '../../../support/open';
import { OPENID_ROLES, openCompany, withRoles } from '../support/company';
import { words } from '../support/rules';
import { DRAFT } from '../support/shift-draft';

// Nothing of this is ever saved, so that one company serves all.
const company = openPerFile(() => openCompany('2026-11-23T08:57:00+08:00'));
beforeAll(async () => {
  await withRoles(company, 'hr');
});

const ask = (action: string, input: unknown = {}) => company.act(OPENID_ROLES, action, input);
const save = (more: object) => ask('saveShift', { shift: { ...DRAFT, ...more }, expectedVersion: 0 });
const row = (employeeId: string, days: Record<string, string>) => ({ employeeId, rev: 0, days });
const saveRows = (...rows: object[]) => ask('saveRoster', { month: '2026-12', rows });
const flexible = { kind: 'flexible', flexMinutes: 0, requiredMinutes: 480, core: { start: 600, end: 900 } };
const party = { day: '2026-12-24', kind: 'company', name: words('Party') };

describe('a shift', () => {
  test.each([
    ['end', 'after-start', { end: 420 }],
    ['end', 'at-most-a-day', { start: 0, end: 1_441, breaks: [] }],
    ['breaks.0', 'after-start', { breaks: [{ start: 700, end: 700 }] }],
    ['breaks.0', 'inside', { breaks: [{ start: 400, end: 700 }] }],
    ['breaks.0', 'inside', { breaks: [{ start: 420, end: 500 }] }],
    [
      'breaks.1',
      'in-order',
      {
        breaks: [
          { start: 600, end: 660 },
          { start: 650, end: 700 },
        ],
      },
    ],
    ['lateAbsentAfter', 'not-below-half-day', { lateAbsentAfter: 59 }],
    ['requiredMinutes', 'flexible-only', { requiredMinutes: 480 }],
    ['core', 'flexible-only', { core: { start: 600, end: 700 } }],
    ['requiredMinutes', 'required', { ...flexible, requiredMinutes: null }],
    ['requiredMinutes', 'fits', { ...flexible, end: 1_100 }],
    ['core', 'inside', { ...flexible, end: 1_300, core: { start: 300, end: 700 } }],
    ['breaks', 'fixed-only', { ...flexible, end: 1_300, breaks: [{ start: 700, end: 760, punched: true }] }],
  ])('%s: %s', async (field, rule, more) => {
    expect((await save(more)).error).toEqual({
      code: 'INPUT_INVALID',
      data: { path: `shift.${field}`, rule },
    });
  });
  test.each([
    { id: 'off' },
    { id: 'a.b' },
    { id: '' },
    { name: { 'zh-CN': '', en: 'x' } },
    { name: { 'zh-CN': '\u0000\u200b', en: 'x' } },
    { name: { 'zh-CN': '班', en: 'x'.repeat(21) } },
    { workdays: [1, 1] },
    { workdays: [0] },
    { start: -1 },
    { start: 1.5 },
    { breaks: Array.from({ length: 7 }, (_, index) => ({ start: 430 + index * 20, end: 440 + index * 20 })) },
    { version: 9 },
    { kind: 'other' },
  ])('%j is refused', async (more) => {
    expect((await save(more)).error?.code).toBe('INPUT_INVALID');
    expect(await company.db.count('shifts')).toBe(2);
  });
});

describe('a roster', () => {
  test.each([
    ['nobody', [row('E9999', {})], 'NOT_FOUND'],
    ['somebody who left before', [row('E0004', {})], 'NOT_FOUND'],
    ['an unknown shift', [row('E0001', { '2026-12-01': 'SH-GONE' })], 'NOT_FOUND'],
    ['a day of another month', [row('E0001', { '2026-11-30': 'off' })], 'INPUT_INVALID'],
    ['a day that does not exist', [row('E0001', { '2026-12-32': 'off' })], 'INPUT_INVALID'],
    ['oneself', [row('E0005', { '2026-12-01': 'off' })], 'FORBIDDEN'],
    ['somebody twice', [row('E0001', {}), row('E0001', {})], 'INPUT_INVALID'],
    ['no row', [], 'INPUT_INVALID'],
  ])('%s is refused', async (_, rows, code) => {
    expect((await saveRows(...rows)).error?.code).toBe(code);
    expect(await company.db.count('rosters')).toBe(0);
  });
});

describe('a calendar', () => {
  test.each([
    ['another revision', { rev: 4 }, 'VERSION_CONFLICT'],
    ['a day of another year', { days: [{ ...party, day: '2027-01-01' }] }, 'INPUT_INVALID'],
    ['a day twice', { days: [party, party] }, 'INPUT_INVALID'],
    ['a day that does not exist', { days: [{ ...party, day: '2026-02-30' }] }, 'INPUT_INVALID'],
  ])('%s is refused', async (_, more, code) => {
    expect((await ask('saveCalendar', { year: '2026', rev: 0, days: [party], ...more })).error?.code).toBe(
      code,
    );
    expect(await company.db.count('calendars')).toBe(0);
  });
});
