import { openPerTest } from '../../../support/open';
import { fieldTap, OPENIDS, openCompany } from '../support/company';

const company = openPerTest(() => openCompany('2026-11-23T08:57:00+08:00', { riskyWords: ['赌博'] }));

const worded = (note: string, placeName = '示例客户大厦') => {
  const { field, ...rest } = fieldTap(company, 'E0001');
  return { ...rest, field: { ...field, note, placeName } };
};

test.each([
  ['the note', '去赌博', undefined],
  ['the name of the place', '', '赌博城'],
])(
  'words that WeChat refuses in %s book nothing; changed, the same punch is booked',
  async (_, note, place) => {
    const first = worded(note, place);
    expect((await company.punch(OPENIDS.day, first)).error).toEqual({ code: 'TEXT_REFUSED', data: {} });
    expect(await company.db.count('attendance_days')).toBe(0);
    const changed = { ...first, field: { ...first.field, note: '客户拜访', placeName: '示例客户大厦' } };
    expect((await company.punch(OPENIDS.day, changed)).data).toMatchObject({ outcome: 'booked' });
  },
);
