import { openPerTest } from '../../../support/open';
import { ELSEWHERE, OPENIDS, tap } from '../support/company';
import { openOffice, STAFF } from '../support/office';

const company = openPerTest(() => openOffice('2026-11-23T08:57:05+08:00'));

const screen = async (siteId = 'S1', as: string = STAFF.hr) =>
  (await company.act(as, 'screenCode', { siteId })).data;
const withCode = (code: string, more: Record<string, unknown> = {}) => {
  const { location: _, ...input } = tap(company, { mode: 'code', code, ...more });
  return input;
};
const punch = (input: Record<string, unknown>, as: string = OPENIDS.day) => company.punch(as, input);

test('the code of the screen books a punch without a location', async () => {
  const { code, until, site } = await screen();
  expect(site).toEqual({ id: 'S1', name: { 'zh-CN': 'HQ', en: 'HQ' } });
  expect(until).toBe(Date.parse('2026-11-23T08:57:30+08:00'));
  const { data } = await punch(withCode(code));
  expect(data).toMatchObject({
    outcome: 'booked',
    punch: { mode: 'code', site: { id: 'S1' }, distance: null, accuracy: null, flags: [] },
  });
  expect(company.lastCalls()).toBeLessThanOrEqual(9);
});

test('a location that comes along is kept, and decides nothing', async () => {
  const { code } = await screen();
  const input = { ...withCode(code), location: { ...ELSEWHERE, accuracy: 900 } };
  const { data } = await punch(input);
  expect(data.punch).toMatchObject({ site: { id: 'S1' }, distance: 1112, flags: ['low-accuracy'] });
});

test('the screen names the last ones, surname and initial, for ten minutes', async () => {
  await punch(withCode((await screen()).code));
  company.clock.advance(5_000);
  await punch(withCode((await screen()).code), OPENIDS.fieldForbidden);
  const { recent } = await screen();
  expect(recent.map(({ name }: { name: { en: string } }) => name.en)).toEqual(['P. E0003', 'P. E0001']);
  expect(recent[0].name['zh-CN']).toBe('员 P.');
  expect(JSON.stringify(recent)).not.toContain('员工');
  company.clock.advance(600_000);
  expect((await screen()).recent).toEqual([]);
});

test('one code makes one punch of a person, and one of every person', async () => {
  const { code } = await screen();
  const first = withCode(code);
  expect((await punch(first)).data.outcome).toBe('booked');
  expect((await punch(first)).data.outcome).toBe('already');
  const forged = withCode(code, { tappedAt: first.tappedAt - 70_000 });
  expect((await punch(forged)).error).toEqual({ code: 'SITE_CODE_INVALID', data: { reason: 'used' } });
  expect((await punch(withCode(code), OPENIDS.fieldForbidden)).data.outcome).toBe('booked');
});

test('a code runs out after one step of drift, and an acknowledged punch does not', async () => {
  const { code } = await screen();
  const input = withCode(code);
  company.clock.set(Date.parse('2026-11-23T08:57:59.900+08:00'));
  expect((await punch(input)).data.outcome).toBe('booked');
  company.clock.set(Date.parse('2026-11-23T08:58:00+08:00'));
  expect((await punch(input)).data.outcome).toBe('already');
  expect((await punch(withCode(code), OPENIDS.fieldForbidden)).error).toEqual({
    code: 'SITE_CODE_INVALID',
    data: { reason: 'expired' },
  });
});

test('a code of another site, a bent one and a made-up one are unknown', async () => {
  const { code } = await screen();
  const [, , version, step] = code.split('.');
  const codes = [
    (await screen('S2')).code,
    code.replace('TX1.S1', 'TX1.S2'),
    code.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A')),
    `TX1.S1.${version}.${step}.${'A'.repeat(43)}`,
    `TX1.S1.9.${step}.${'A'.repeat(43)}`,
    'hello',
  ];
  for (const each of codes)
    expect((await punch(withCode(each))).error).toEqual({
      code: 'SITE_CODE_INVALID',
      data: { reason: 'unknown' },
    });
});

test('HR, administrators and the keepers of a site run its screen, nobody else', async () => {
  const answer = async (as: string, siteId: string) => {
    const { ok, error } = await company.act(as, 'screenCode', { siteId });
    return ok ? 'ok' : error?.code;
  };
  expect(await answer(STAFF.hr, 'S1')).toBe('ok');
  expect(await answer(STAFF.admin, 'S1')).toBe('ok');
  expect(await answer(STAFF.keeper, 'S2')).toBe('ok');
  expect(await answer(STAFF.keeper, 'S1')).toBe('NOT_FOUND');
  expect(await answer(STAFF.manager, 'S1')).toBe('NOT_FOUND');
  expect(await answer(OPENIDS.day, 'S1')).toBe('NOT_FOUND');
  expect(await answer(STAFF.hr, 'S9')).toBe('NOT_FOUND');
});

test('two screens that are the first of a site show the same code', async () => {
  const [one, other] = await Promise.all([screen(), screen()]);
  expect(one.code).toBe(other.code);
  const site = await company.db.get('sites', 'S1');
  const { key } = (site as unknown as { secret: { key: string } }).secret;
  expect(key).toHaveLength(43);
  expect(JSON.stringify([one, other])).not.toContain(key);
});

test('modes and their evidence belong together', async () => {
  const { code } = await screen();
  const wrong = [
    { ...tap(company), code },
    { ...withCode(code), field: { photo: 'x', placeName: 'x', note: '' } },
    { ...tap(company), mode: 'code' },
    { ...tap(company), mode: 'beacon' },
    withCode('x'.repeat(129)),
  ];
  for (const input of wrong) expect((await punch(input)).error?.code).toBe('INPUT_INVALID');
});
