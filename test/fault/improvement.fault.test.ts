import { type Documents, openInstrumentedAppraisal } from '../support/appraisal-race';
import { callingWith } from '../support/calling';
import { type CompanyFaults, faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { feedbackKey, noteTo } from '../unit/cloudfunctions/support/feedback-note';
import { COMPLAINTS, planOf } from '../unit/cloudfunctions/support/plan';
import type { Who } from '../unit/cloudfunctions/support/request-company';

const company = openPerFile(() => openInstrumentedAppraisal('2026-11-16T10:00:00+08:00', { maxWorkers: 1 }));
const inject = faultsIn('improvement', company);

const call = callingWith({
  ask: (...given) => company.ask(...given),
  begin: (from: Documents) => company.begin(from),
  // The caller and who is above the person: whoever reads a plan of theirs asks for both.
  async warmUp() {
    await company.ask('head', 'planMetrics', { employeeId: 'R03' });
    await company.ask('staff', 'planMetrics', { employeeId: 'R03' });
  },
});
const calling = (
  who: Who,
  action: string,
  input: object,
  invariant: CompanyFaults['invariant'],
  from: Documents = {},
) => call(from, [who, action, input], invariant);
const plans = () => company.db.find('improvement_plans');
const told = async (event: string) =>
  (await company.db.find('messages')).filter((each) => each.event === event).length;

async function agreedPlan(more: object = {}) {
  await company.begin();
  const { data } = await company.ask('staff', 'savePlan', planOf('staff', more));
  await company.ask('staff', 'agreePlan', { id: data.id, rev: 1 });
  await company.ask('head', 'agreePlan', { id: data.id, rev: 2 });
  return { id: data.id as string, from: { improvement_plans: await plans() } };
}

test('savePlan: the plan is there once and the manager is told once after every fault', async () => {
  await inject(
    calling('staff', 'savePlan', planOf('staff'), async () => {
      expect(await plans()).toMatchObject([{ state: 'draft', rev: 1 }]);
      expect(await told('plan.written')).toBe(1);
    }),
  );
});

test('agreePlan and reportPlan count once after every fault', async () => {
  await company.begin();
  const { data } = await company.ask('staff', 'savePlan', planOf('staff'));
  const from = { improvement_plans: await plans() };
  await inject(
    calling(
      'staff',
      'agreePlan',
      { id: data.id, rev: 1 },
      async () => {
        expect(await plans()).toMatchObject([{ state: 'draft', rev: 2, agreed: { manager: null } }]);
        expect(await told('plan.agreed')).toBe(1);
      },
      from,
    ),
  );
  const agreed = await agreedPlan();
  await inject(
    calling(
      'staff',
      'reportPlan',
      { id: agreed.id, key: feedbackKey(), text: '参加了培训', measureId: 'm1' },
      async () => {
        expect(await plans()).toMatchObject([
          { entries: [{}], measures: [{ done: { on: '2026-11-16' } }], rev: 4 },
        ]);
      },
      agreed.from,
    ),
  );
});

test('decidePlan: one verdict with its effect, told once, after every fault', async () => {
  const { id, from } = await agreedPlan({ metric: COMPLAINTS });
  const typed = { value: 3.4, count: 214, from: '2026-11-16', to: '2026-11-16' };
  const input = {
    id,
    rev: 3,
    result: 'reached',
    reason: '明显减少',
    after: { cycleId: null, typed },
    next: null,
  };
  await inject(
    calling(
      'head',
      'decidePlan',
      input,
      async () => {
        expect(await plans()).toMatchObject([{ state: 'done', effect: { change: -15 }, rev: 4 }]);
        expect(await told('plan.decided')).toBe(1);
      },
      from,
    ),
  );
});

test('planFromFeedback: one plan with one measure, and the note leads to it, after every fault', async () => {
  await company.begin();
  const { data } = await company.ask('peer', 'giveFeedback', noteTo('staff'));
  const from = { feedback_notes: await company.db.find('feedback_notes') };
  await inject(
    calling(
      'staff',
      'planFromFeedback',
      { noteId: data.id, text: '提前两天发出', dueOn: '2026-11-30' },
      async () => {
        const [plan, ...others] = await plans();
        expect(others).toEqual([]);
        expect(plan).toMatchObject({ measures: [{ text: '提前两天发出' }] });
        expect(await company.db.find('feedback_notes')).toMatchObject([{ planId: plan?._id }]);
      },
      from,
    ),
  );
});
