import { openPerFile } from '../../../support/open';
import { fieldTap, OFFICE, OPENIDS, openCompany, tap } from '../support/company';

const { day, fieldForbidden, siteless } = OPENIDS;

const company = openPerFile(() => openCompany('2026-11-23T08:57:00+08:00'));

const stored = () => company.db.find('attendance_days', {});

describe('refused, and nothing stored', () => {
  const good = () => tap(company);
  const at = (latitude: unknown) => ({ ...good(), location: { ...OFFICE, accuracy: 20, latitude } });
  const place = (text: string) => {
    const { field, ...rest } = fieldTap(company, 'E0001');
    return { ...rest, field: { ...field, placeName: text } };
  };
  const later = (ms: number) => ({ ...good(), tappedAt: Math.floor(company.clock.now()) + ms });
  const cases: [string, string, () => Record<string, unknown>, string][] = [
    ['latitude out of range', day, () => at(90.1), 'INPUT_INVALID'],
    ['a text for a number', day, () => at('31.2'), 'INPUT_INVALID'],
    ['null (NaN in JSON)', day, () => at(Number.NaN), 'INPUT_INVALID'],
    [
      'a negative accuracy',
      day,
      () => ({ ...good(), location: { ...OFFICE, accuracy: -1 } }),
      'INPUT_INVALID',
    ],
    ['a short key', day, () => ({ ...good(), punchKey: 'short' }), 'INPUT_INVALID'],
    ['half a millisecond', day, () => ({ ...good(), tappedAt: 1_795_395_420_000.5 }), 'INPUT_INVALID'],
    ['an unknown mode', day, () => ({ ...good(), mode: 'wifi' }), 'INPUT_INVALID'],
    ['field data with gps', day, () => ({ ...fieldTap(company, 'E0001'), mode: 'gps' }), 'INPUT_INVALID'],
    ['field without data', day, () => ({ ...good(), mode: 'field' }), 'INPUT_INVALID'],
    ['an openid', day, () => ({ ...good(), openid: OPENIDS.night }), 'INPUT_INVALID'],
    ['an employee', day, () => ({ ...good(), employeeId: 'E0002' }), 'INPUT_INVALID'],
    ['a place of invisible characters', day, () => place('\u0000\u200b'), 'INPUT_INVALID'],
    ['an operator', day, () => ({ ...good(), punchKey: { $ne: '' } }), 'INPUT_INVALID'],
    ['oversize', day, () => ({ ...good(), note: 'x'.repeat(70_000) }), 'EVENT_TOO_LARGE'],
    ['the future', day, () => later(180_000), 'CLOCK_AHEAD'],
    ['yesterday', day, () => later(-86_400_000), 'PUNCH_TOO_LATE'],
    [
      'a coarse fix',
      day,
      () => ({ ...good(), location: { ...OFFICE, accuracy: 500 } }),
      'LOCATION_IMPRECISE',
    ],
    ['no site', siteless, good, 'NO_SITE'],
    ['field forbidden', fieldForbidden, () => fieldTap(company, 'E0003'), 'FIELD_NOT_ALLOWED'],
    ['another’s photo', day, () => fieldTap(company, 'E0002'), 'PHOTO_INVALID'],
    ['nobody', OPENIDS.stranger, good, 'NOT_BOUND'],
    ['somebody who left', OPENIDS.left, good, 'ACCESS_ENDED'],
    ['the console', 'console', good, 'CALLER_REFUSED'],
  ];
  test.each(cases)('%s', async (_, as, input, code) => {
    const answer = await company.punch(as, input());
    expect(answer).toMatchObject({ ok: false, error: { code }, requestId: expect.any(String) });
    expect(await stored()).toEqual([]);
  });
  test('a timer runs the jobs, whatever else its event says', async () => {
    expect(await company.punch('timer', good())).toMatchObject({ ok: true, data: { settlement: {} } });
    expect(await stored()).toEqual([]);
  });
});
