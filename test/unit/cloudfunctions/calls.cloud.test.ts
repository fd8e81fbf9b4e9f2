import { type Company, fieldTap, OPENIDS, openCompany, tap } from './support/company';

/** Database calls of each action on an instance that has just started, and on one that has not. */
const CALLS: Record<string, readonly [cold: number, warm: number]> = {
  me: [5, 0],
  setLanguage: [3, 1],
  today: [6, 1],
  month: [5, 1],
  'punch, the first of a day': [7, 2],
  'punch, a later one': [7, 2],
  'punch, known already': [6, 1],
  'bind, right code': [8, 5],
  'bind, wrong code': [3, 3],
  createInvite: [4, 4],
  unbind: [3, 3],
};

let company: Company;
beforeEach(async () => {
  company = await openCompany('2026-11-23T08:57:00+08:00');
});
afterEach(() => company.close());

const at = (time: string) => company.clock.set(Date.parse(`2026-11-23T${time}:00+08:00`));
const warmUp = () => company.act(OPENIDS.day, 'today');
const code = async () => (await company.act('console', 'createInvite', { employeeId: 'E0007' })).data.code;

/** What is done before the instance is cold or warm, and then the call that is counted. */
const RUNS: Record<
  string,
  { before?: () => Promise<unknown>; run: (prepared: unknown) => Promise<unknown> }
> = {
  me: { run: () => company.act(OPENIDS.day, 'me') },
  setLanguage: { run: () => company.act(OPENIDS.day, 'setLanguage', { language: 'en' }) },
  today: { run: () => company.act(OPENIDS.day, 'today') },
  month: { run: () => company.act(OPENIDS.day, 'month', { month: '2026-11' }) },
  'punch, the first of a day': { run: () => company.punch(OPENIDS.day, tap(company)) },
  'punch, a later one': {
    before: async () => {
      await company.punch(OPENIDS.day, tap(company));
      at('18:00');
    },
    run: () => company.punch(OPENIDS.day, fieldTap(company, 'E0001')),
  },
  'punch, known already': {
    before: async () => {
      const input = tap(company);
      await company.punch(OPENIDS.day, input);
      return input;
    },
    run: (input) => company.punch(OPENIDS.day, input as Record<string, unknown>),
  },
  'bind, right code': {
    before: code,
    run: (right) => company.act(OPENIDS.stranger, 'bind', { code: right }),
  },
  'bind, wrong code': { run: () => company.act(OPENIDS.stranger, 'bind', { code: '22222222' }) },
  createInvite: { run: () => company.act('console', 'createInvite', { employeeId: 'E0007' }) },
  unbind: { run: () => company.act('console', 'unbind', { employeeId: 'E0001' }) },
};

/** Runs one action and answers its calls. More than a minute without a call makes an instance cold. */
async function count(name: string, warm: boolean): Promise<number> {
  const plan = RUNS[name];
  const prepared = await plan?.before?.();
  if (warm) {
    await warmUp();
    await company.act(OPENIDS.day, 'me');
  } else if (plan?.before) {
    company.clock.advance(61_000);
  }
  expect(await plan?.run(prepared)).toMatchObject(name === 'bind, wrong code' ? { ok: false } : { ok: true });
  return company.lastCalls();
}

test.each(Object.entries(CALLS))('%s: %j calls (cold, warm)', async (name, [cold, warm]) => {
  expect(await count(name, false)).toBe(cold);
  await company.close();
  company = await openCompany('2026-11-23T08:57:00+08:00');
  expect(await count(name, true)).toBe(warm);
});
