import { openInstrumentedCompany } from '../support/instrumented-company';
import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { OPENID_ROLES, withRoles } from '../unit/cloudfunctions/support/company';
import { DRAFT } from '../unit/cloudfunctions/support/shift-draft';

const NOW = '2026-11-23T09:00:00+08:00';
const company = openPerFile(() => openInstrumentedCompany(NOW));
const inject = faultsIn('schedule', company);

const WORKED_OFF = [
  'functions.invokeFunction',
  'database.getDocument saved_changes',
  'database.getDocument requests',
  'database.modifyDocument saved_changes',
];

function saving(action: string, input: object, invariant: CompanyFaults['invariant']): CompanyFaults {
  return {
    async setup() {
      company.clock.set(Date.parse(NOW));
      await company.reset();
      await withRoles(company, 'hr');
      // Warms up who is told of own changes.
      await company.act(OPENID_ROLES, 'saveCalendar', { year: '2027', rev: 0, days: [party('2027-12-24')] });
      await company.reset();
      await withRoles(company, 'hr');
      // Warms up the caller and the people.
      await company.act(OPENID_ROLES, 'saveRoster', { ...sheet, rows: sheet.rows.map(empty) });
    },
    call: (requestId) => company.act(OPENID_ROLES, action, input, { requestId }),
    invariant,
    kinds: KINDS_WITHOUT_WAITING,
  };
}

const party = (day: string) => ({ day, kind: 'company', name: { 'zh-CN': '庆典', en: 'Party' } });
const row = (employeeId: string) => ({
  employeeId,
  rev: 0,
  days: { '2026-12-05': 'SH-NIGHT', '2026-12-07': 'off' },
});
const empty = ({ employeeId }: { employeeId: string }) => ({ employeeId, rev: 0, days: {} });
const sheet = { month: '2026-12', rows: ['E0001', 'E0002', 'E0003'].map(row) };

test('saveRoster: all rows once after every fault, never some', async () => {
  const target = saving('saveRoster', sheet, async ({ data }) => {
    const stored = await company.db.find('rosters');
    expect(stored.map(({ _id, rev, days }) => [_id, rev, days])).toEqual(
      sheet.rows.map(({ employeeId, days }) => [`${employeeId}:2026-12`, 1, days]),
    );
    for (const { history } of stored) expect(history).toHaveLength(1);
    expect(data.rows).toEqual(sheet.rows.map(({ employeeId }) => ({ employeeId, rev: 1 })));
  });
  const { points } = await inject(target);
  expect(points).toEqual([
    'database.getDocument shifts',
    'database.startTransaction',
    'database.getDocument rosters',
    ...sheet.rows.map(() => 'database.modifyDocument rosters'),
    'database.modifyDocument saved_changes',
    'database.commitTransaction',
    ...WORKED_OFF,
  ]);
});

test('saveShift: one version with one entry after every fault', async () => {
  const shift = { ...DRAFT, id: 'SH-DAY' };
  const target = saving('saveShift', { shift, expectedVersion: 3 }, async ({ data }) => {
    const stored = await company.db.get('shifts', 'SH-DAY');
    expect(stored).toMatchObject({ version: 4, start: 420, history: [{ version: 4 }] });
    expect(data.shift.version).toBe(4);
  });
  const { points } = await inject(target);
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.startTransaction',
    'database.getDocument shifts',
    'database.modifyDocument shifts',
    'database.modifyDocument saved_changes',
    'database.commitTransaction',
    ...WORKED_OFF,
  ]);
});

test('saveCalendar: one revision with one entry after every fault', async () => {
  const days = [party('2026-12-24')];
  const target = saving('saveCalendar', { year: '2026', rev: 0, days }, async ({ data }) => {
    expect(await company.db.find('calendars')).toMatchObject([
      { _id: '2026', rev: 1, overrides: days, history: [{ version: 1, what: ['2026-12-24'] }] },
    ]);
    expect(data).toEqual({ rev: 1 });
  });
  const { points } = await inject(target);
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.startTransaction',
    'database.getDocument calendars',
    'database.modifyDocument calendars',
    'database.modifyDocument saved_changes',
    'database.commitTransaction',
    ...WORKED_OFF,
  ]);
});
