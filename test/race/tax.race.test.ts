import { codesOf, openInstrumentedAppraisal } from '../support/appraisal-race';
import { answersOf, racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openidOf, PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';

const AT = '2026-11-16T10:00:00+08:00';
const NOW = Date.parse(AT);
const company = openPerFile(() => openInstrumentedAppraisal(AT));
const explore = racesIn('tax deductions', company);

const ID = 'deduction-0000000001';
const RENT = { kind: 'rent', city: '上海', size: 'major' };
const draft = (key: string, detail: object) => ({
  ...{ key, replaces: null, detail, from: '2026-01', until: null },
});
const decision = { employeeId: PEOPLE.staff, id: ID, rev: 1 };

type Racing = readonly [who: Who, action: string, input: object];
const ask = ([who, action, input]: Racing, call = {}) =>
  company.act(openidOf(who), `payroll.${action}`, input, call);

/** A deduction that waits, or nothing, then two calls about it in every order. */
async function race(
  first: Racing | null,
  calls: readonly Racing[],
  check: (codes: readonly string[], stored: readonly Record<string, unknown>[]) => void | Promise<void>,
): Promise<void> {
  await company.begin();
  if (first) await ask(first);
  const tax_deductions = await company.db.find('tax_deductions');
  const at = (now: number) => calls.map((each) => (requestId: string) => ask(each, { requestId, now }));
  await explore({
    setup: () => company.begin({ tax_deductions }),
    calls: at(NOW),
    warmUp: at(NOW - 30_000),
    maxSchedules: 40,
    async invariant(outcomes) {
      const [file] = await company.db.find('tax_deductions');
      await check(codesOf(answersOf(outcomes)), (file?.entries ?? []) as Record<string, unknown>[]);
    },
  });
}

const waiting: Racing = ['staff', 'declareDeduction', draft(ID, RENT)];

test('rent and mortgage are declared at once: one of the two', () =>
  race(
    null,
    [
      waiting,
      [
        'staff',
        'declareDeduction',
        draft('deduction-0000000002', { kind: 'mortgage', firstPaid: '2020-01', share: 100 }),
      ],
    ],
    (codes, entries) => {
      expect([...codes].sort()).toEqual(['DEDUCTION_INVALID rent-and-mortgage', 'ok']);
      expect(entries).toHaveLength(1);
    },
  ));

test('HR accepts while the person takes it back: never an accepted one that is gone', () =>
  race(
    waiting,
    [
      ['hr', 'decideDeduction', { ...decision, accept: true, reason: null }],
      ['staff', 'dropDeduction', { id: ID }],
    ],
    ([accepted, dropped], entries) => {
      expect([accepted, dropped].filter((code) => code === 'ok')).toHaveLength(1);
      expect(entries.map(({ state }) => state)).toEqual(accepted === 'ok' ? ['accepted'] : []);
    },
  ));

test('two of HR decide differently: one decision, and the person is told of that one', () =>
  race(
    waiting,
    [
      ['hr', 'decideDeduction', { ...decision, accept: true, reason: null }],
      ['hr2', 'decideDeduction', { ...decision, accept: false, reason: '城市不符' }],
    ],
    async ([accepted, returned], entries) => {
      expect([accepted, returned].filter((code) => code === 'ok')).toHaveLength(1);
      const state = accepted === 'ok' ? 'accepted' : 'returned';
      expect(entries.map((each) => each.state)).toEqual([state]);
      const told = await company.db.find('messages');
      expect(told.map(({ event }) => event)).toEqual([`deduction.${state}`]);
    },
  ));
