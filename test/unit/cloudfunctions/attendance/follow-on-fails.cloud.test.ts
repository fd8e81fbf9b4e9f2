import { type AroundRequest, CloudError } from '../../../../local/cloud';
import { openWithReset } from '../../../support/open';
import { fieldTap, OPENIDS, openCompany } from '../support/company';

type Fault = (proceed: () => ReturnType<AroundRequest>) => ReturnType<AroundRequest>;
/** The answer of the SDK comes later than the caller waits. */
const TOO_LATE_MS = 2_500;
const NOT_REACHED: Fault = () =>
  Promise.reject(new CloudError('SYS_ERR', 'the other function was not reached'));
const LATE: Fault = async (proceed) => {
  await new Promise((resolve) => setTimeout(resolve, TOO_LATE_MS));
  return proceed();
};
const ANSWER_LOST: Fault = async (proceed) => {
  await proceed();
  throw new CloudError('SYS_ERR', 'the answer was lost');
};

let fault: Fault;
const company = openWithReset(
  () =>
    openCompany('2026-11-23T09:00:00+08:00', {
      aroundRequest: ({ action }, proceed) =>
        action === 'functions.invokeFunction' ? fault(proceed) : proceed(),
    }),
  async () => {
    await company.db.updateMany(
      'employees',
      { _id: 'E0001' },
      { $set: { 'assignments.0.fieldPolicy': 'approval' } },
    );
  },
);

test.each([
  ['is not reached', NOT_REACHED],
  ['is late', LATE],
  ['does its work and its answer is lost', ANSWER_LOST],
])('the punch is booked and becomes one request when the other function %s', async (_, next) => {
  fault = next;
  const { ok } = await company.punch(OPENIDS.day, fieldTap(company, 'E0001'));
  expect(ok).toBe(true);
  const as = { kind: 'timer', name: 'requests' } as const;
  for (let runs = 0; runs < 2; runs += 1) await company.invoke('requests', { Type: 'Timer' }, { as });
  expect(await company.db.count('attendance_days')).toBe(1);
  expect(await company.db.find('requests', {})).toMatchObject([{ kind: 'field', state: 'pending' }]);
});
