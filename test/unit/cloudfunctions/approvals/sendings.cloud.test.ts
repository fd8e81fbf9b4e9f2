import { openWithReset } from '../../../support/open';
import { openRequestCompany, PEOPLE, profileChange } from '../support/request-company';

const NOW = '2026-11-23T09:00:00+08:00';
const company = openWithReset(() => openRequestCompany(NOW));

test('a hundred requests of one person a day are enough; a retry and everybody else are not concerned', async () => {
  const before = Array.from({ length: 85 }, (_, n) => ({
    ...{ _id: `${PEOPLE.staff}-before-${n}`, applicantId: PEOPLE.staff, state: 'withdrawn', kind: 'profile' },
    ...{ typeName: { 'zh-CN': '', en: '' }, title: { 'zh-CN': '', en: '' } },
    submittedAt: Date.parse('2026-11-23T01:00:00+08:00'),
  }));
  await company.db.insertMany('requests', before);
  const inputs = Array.from({ length: 22 }, (_, n) => profileChange(`地址 ${n}`));
  const codes = [];
  for (const input of inputs) codes.push((await company.ask('staff', 'submit', input)).error?.code ?? 'ok');
  // The first twenty are not counted in the database.
  expect(codes).toEqual([...Array(20).fill('ok'), 'RATE_LIMITED', 'RATE_LIMITED']);
  const { error } = await company.ask('staff', 'submit', profileChange());
  expect(error?.data).toEqual({ rule: 'sendings', retryAt: Date.parse('2026-11-24T00:00:00+08:00') });
  expect((await company.ask('staff', 'submit', inputs[3])).ok).toBe(true);
  expect((await company.ask('head', 'submit', profileChange())).ok).toBe(true);
});
