import { codesOf, type Documents, openInstrumentedAppraisal } from '../support/appraisal-race';
import { racesIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { type Racing, racingWith } from '../support/racing';
import { planOf } from '../unit/cloudfunctions/support/plan';
import type { Who } from '../unit/cloudfunctions/support/request-company';

const AT = '2026-11-16T10:00:00+08:00';
const NOW = Date.parse(AT);
const company = openPerFile(() => openInstrumentedAppraisal(AT));
const explore = racesIn('improvement', company);

type Stored = Record<string, unknown>;

/** A plan that is written, and agreed as far as these say. */
async function planAfter(...agreeing: readonly Who[]): Promise<{ id: string; rev: number; from: Documents }> {
  await company.begin();
  const { data } = await company.ask('staff', 'savePlan', planOf('staff'));
  let { rev } = data;
  for (const who of agreeing) ({ rev } = (await company.ask(who, 'agreePlan', { id: data.id, rev })).data);
  return { id: data.id, rev, from: { improvement_plans: await company.db.find('improvement_plans') } };
}

const racing = racingWith({
  explore,
  ask: (...given) => company.ask(...given),
  begin: (from: Documents) => company.begin(from),
  now: NOW,
});
const race = (
  from: Documents,
  calls: readonly Racing[],
  check: (codes: readonly string[], plan: Stored) => void,
): Promise<void> =>
  racing(from, calls, async (answers) => {
    const [plan] = await company.db.find('improvement_plans');
    check(codesOf(answers), plan as Stored);
  });

test('two managers give a verdict at once: one holds, the other one is told', async () => {
  const { id, rev, from } = await planAfter('staff', 'head');
  const verdict = (result: string) => ({ id, rev, result, reason: result, after: null, next: null });
  await race(
    from,
    [
      ['head', 'decidePlan', verdict('reached')],
      ['boss', 'decidePlan', verdict('not')],
    ],
    (codes, plan) => {
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      const result = codes[0] === 'ok' ? 'reached' : 'not';
      expect(plan).toMatchObject({ state: 'done', verdict: { result }, rev: rev + 1 });
    },
  );
});

test('the person agrees while the manager changes the draft: nobody has agreed to what they did not see', async () => {
  const { id, rev, from } = await planAfter();
  const changed = planOf('staff', { title: '另一个题目' }, { id, rev });
  await race(
    from,
    [
      ['staff', 'agreePlan', { id, rev }],
      ['head', 'savePlan', changed],
    ],
    (codes, plan) => {
      expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
      const isChanged = plan.title === '另一个题目';
      expect((plan.agreed as { person: number | null }).person === null).toBe(isChanged);
    },
  );
});

test('both agree at once: the plan is agreed, or the second one taps again', async () => {
  const { id, rev, from } = await planAfter();
  await race(
    from,
    [
      ['staff', 'agreePlan', { id, rev }],
      ['head', 'agreePlan', { id, rev }],
    ],
    (codes, plan) => {
      const count = codes.filter((code) => code === 'ok').length;
      expect(count).toBeGreaterThanOrEqual(1);
      const { person, manager } = plan.agreed as Record<string, number | null>;
      expect([person, manager].filter((each) => each !== null)).toHaveLength(count);
      expect(plan.state).toBe(count === 2 ? 'agreed' : 'draft');
    },
  );
});
