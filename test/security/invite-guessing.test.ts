import { openWithReset } from '../support/open';
import { openCompany } from '../unit/cloudfunctions/support/company';

const GUESSER = 'openid-guesser';
let right: string;

const company = openWithReset(() => openCompany('2026-11-23T08:57:00+08:00'));
beforeEach(async () => {
  right = (await company.act('console', 'createInvite', { employeeId: 'E0005' })).data.code;
});

const guess = (code: string, as = GUESSER) => company.act(as, 'bind', { code });
const wrong = (index: number) => `2222222${String(2 + (index % 8))}`;

test('five wrong codes an hour, then not even the right one', async () => {
  const lefts: number[] = [];
  for (let index = 0; index < 5; index += 1) {
    const { error } = await guess(wrong(index));
    expect(error?.code).toBe('INVITE_INVALID');
    lefts.push(error?.data.left);
  }
  expect(lefts).toEqual([4, 3, 2, 1, 0]);
  const { error } = await guess(right);
  expect(error?.code).toBe('BIND_LIMIT');
  const wait = error?.data.retryAt - company.clock.now();
  expect(wait).toBeGreaterThan(3_590_000);
  expect(wait).toBeLessThanOrEqual(3_600_000);
  expect(await company.db.find('bindings', { _id: GUESSER })).toEqual([]);
  expect((await guess(right, 'openid-somebody-else')).ok).toBe(true);
});

test('after an hour there are five more', async () => {
  for (let index = 0; index < 6; index += 1) await guess(wrong(index));
  company.clock.advance(3_600_001);
  expect((await guess(wrong(0))).error).toEqual({ code: 'INVITE_INVALID', data: { left: 4 } });
  expect((await guess(right)).ok).toBe(true);
});

test('a burst is counted as well: of sixty at once five are looked at', async () => {
  const codes = Array.from({ length: 60 }, (_, index) => wrong(index));
  const answers = await Promise.all(codes.map((code) => guess(code)));
  const count = (code: string) => answers.filter(({ error }) => error?.code === code).length;
  expect(count('INVITE_INVALID')).toBe(5);
  expect(count('BIND_LIMIT')).toBe(55);
});

test('what is no code counts as a try', async () => {
  for (const code of ['1', 'O0', '中文中文中文中文', ' - ', 'A'.repeat(40)])
    expect((await guess(code)).error?.code).toBe('INVITE_INVALID');
  expect((await guess(right)).error?.code).toBe('BIND_LIMIT');
});
