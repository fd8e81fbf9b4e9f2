import { openPerFile } from '../support/open';
import { newKey, openRequestCompany } from '../unit/cloudfunctions/support/request-company';

/** What a client may name: the years and the spans in it are bounded before anything counts with them. */

const company = openPerFile(() => openRequestCompany('2026-11-23T09:00:00+08:00'));
const HR = 'openid-of-r06';

const VALUES = {
  trip: { place: '苏州', reason: '客户现场' },
  leave: { leaveType: 'annual' },
  overtime: {},
};
const ENDLESS = [
  ['ten thousand years', { unit: 'day', from: '0000-01-01', to: '9999-12-31' }, 'FORM_INVALID'],
  ['three hundred years', { unit: 'day', from: '1900-01-01', to: '2199-12-31' }, 'PERIOD_INVALID'],
  [
    'an end in two thousand million years',
    { unit: 'hour', from: '2026-12-01', start: 0, end: 1e15 },
    'PERIOD_INVALID',
  ],
  [
    'a start of minus ten million years',
    { unit: 'hour', from: '2026-12-01', start: -5e12, end: 60 },
    'PERIOD_INVALID',
  ],
] as const;

describe.each(ENDLESS)('a period with %s', (_, period, code) => {
  test.each(Object.keys(VALUES) as (keyof typeof VALUES)[])(
    'is refused for %s and stores nothing',
    async (typeId) => {
      const values = { ...VALUES[typeId], period };
      const preview = await company.ask('staff', 'preview', { typeId, values });
      const sent = await company.ask('staff', 'submit', { key: newKey(), version: 1, typeId, values });
      expect([preview.error?.code, sent.error?.code]).toEqual([code, code]);
      expect(await company.db.count('requests')).toBe(0);
      expect(await company.db.count('accounts')).toBe(0);
    },
  );
});

test.each(['settle', 'differences', 'settlement', 'lockMonth', 'month'])(
  '%s of a month in the year 50 is refused and stores nothing',
  async (action) => {
    const { error } = await company.act(HR, `attendance.${action}`, { month: '0050-06' });
    expect(error).toMatchObject({ code: 'INPUT_INVALID', data: { path: 'month' } });
    expect(await company.db.count('settlements')).toBe(0);
  },
);

test.each(['0000-01-01', '1899-12-31', '2200-01-01', '9999-12-31'])(
  '%s is a day of no company',
  async (day) => {
    const values = { type: 'in', day, time: '09:00', reason: '忘了' };
    const { error } = await company.ask('staff', 'preview', { typeId: 'correction', values });
    expect(error).toMatchObject({ code: 'FORM_INVALID', data: { rule: expect.any(String) } });
  },
);
