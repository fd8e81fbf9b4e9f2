import { type AroundRequest, CloudError } from '../../../../local/cloud';
import { openRequestCompany, PEOPLE, type RequestCompany, trip } from '../support/request-company';

const NOW = '2026-11-23T10:00:00+08:00';
const TEMPLATES = { SUBSCRIBE_RESULT: 'tmpl-result', SUBSCRIBE_WAITING: 'tmpl-waiting' };
const OPENID = (who: keyof typeof PEOPLE) => `openid-of-${PEOPLE[who].toLowerCase()}`;

let company: RequestCompany;
let around: AroundRequest | undefined;
const aroundRequest: AroundRequest = (request, proceed) => (around ? around(request, proceed) : proceed());
const open = async (variables: Record<string, Record<string, string>>, untilAnswered = false) => {
  company = await openRequestCompany(NOW, { variables, aroundRequest, untilAnswered });
};
afterEach(() => {
  around = undefined;
  return company.close();
});

/** As the Mini Program does: WeChat remembers the consent, and the function counts it. */
async function allow(who: keyof typeof PEOPLE, use: 'result' | 'waiting', key: string): Promise<void> {
  await company.grantSubscription(OPENID(who), `tmpl-${use}`);
  const answer = await company.act(OPENID(who), 'notices.countConsent', { key, accepted: [use] });
  expect(answer.ok).toBe(true);
}
const sent = () => company.outbox.list().map(({ touser, templateId }) => [touser, templateId]);
const due = () => company.db.count('messages', { delivery: 'due' });

describe('an environment with templates', () => {
  beforeEach(async () => {
    await open({ requests: TEMPLATES, notices: TEMPLATES });
    await allow('head', 'waiting', 'consent-key-000001');
    await allow('staff', 'result', 'consent-key-000002');
  });

  test('the approver knows of a request, and the applicant of the answer, when the tap is answered', async () => {
    const { data } = await company.ask('staff', 'submit', trip('2026-12-01'));
    expect(sent()).toEqual([[OPENID('head'), 'tmpl-waiting']]);
    await company.ask('head', 'decide', { id: data.id, rev: data.rev, verb: 'approve' });
    expect(sent()).toEqual([
      [OPENID('head'), 'tmpl-waiting'],
      [OPENID('staff'), 'tmpl-result'],
    ]);
    expect(await due()).toBe(0);
    await company.timers.runNow('notices');
    expect(sent()).toHaveLength(2);
  });

  test('many decisions are told of in one call of notices', async () => {
    const first = (await company.ask('staff', 'submit', trip('2026-12-01'))).data;
    const second = (await company.ask('staff', 'submit', trip('2026-12-02'))).data;
    const calls: string[] = [];
    around = (request, proceed) => {
      if (request.action === 'functions.invokeFunction') calls.push(request.functionName);
      return proceed();
    };
    const items = [first, second].map(({ id, rev }) => ({ id, rev }));
    await company.ask('head', 'decideMany', { verb: 'approve', requests: items });
    expect(calls).toEqual(['requests']);
    expect(await due()).toBe(0);
  });

  test('a message that could not be sent is left to the timer, and fails nobody', async () => {
    around = (request, proceed) => {
      if (request.action === 'functions.invokeFunction') throw new CloudError('SYS_ERR', 'no way');
      return proceed();
    };
    expect((await company.ask('staff', 'submit', trip('2026-12-01'))).ok).toBe(true);
    expect([sent(), await due()]).toEqual([[], 1]);
    around = undefined;
    await company.timers.runNow('notices');
    expect([sent(), await due()]).toEqual([[[OPENID('head'), 'tmpl-waiting']], 0]);
  });

  test('a person waits a second and a half at most; the message goes out all the same', async () => {
    const gate = { open: () => {} };
    const held = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    await company.close();
    await open({ requests: TEMPLATES, notices: TEMPLATES }, true);
    await allow('head', 'waiting', 'consent-key-000003');
    around = async (request, proceed) => {
      if (request.action.startsWith('openapi.subscribeMessage')) await held;
      return proceed();
    };
    const before = performance.now();
    expect((await company.ask('staff', 'submit', trip('2026-12-01'))).ok).toBe(true);
    const waited = performance.now() - before;
    expect(waited).toBeGreaterThan(1_400);
    expect(waited).toBeLessThan(5_000);
    expect(sent()).toEqual([]);
    gate.open();
    for (let tries = 0; tries < 100 && (await due()) > 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sent()).toEqual([[OPENID('head'), 'tmpl-waiting']]);
  });

  test('a cloud that lets nothing through to WeChat costs no consent, and is asked again later', async () => {
    around = async (request, proceed) => {
      if (!request.action.startsWith('openapi.subscribeMessage')) return proceed();
      const refusal = { errcode: -604101, errmsg: 'function has no permission to call this API' };
      return { contentType: 'application/json', bytes: Buffer.from(JSON.stringify(refusal)) };
    };
    await company.ask('staff', 'submit', trip('2026-12-01'));
    expect((await company.db.get('inboxes', PEOPLE.head))?.credits).toMatchObject({ waiting: 1 });
    expect(await due()).toBe(1);
    around = undefined;
    await company.timers.runNow('notices');
    expect([sent(), await due()]).toEqual([[[OPENID('head'), 'tmpl-waiting']], 0]);
  });
});

test('without templates no other function is called', async () => {
  await open({});
  const calls: string[] = [];
  around = (request, proceed) => {
    if (request.action === 'functions.invokeFunction') calls.push(request.functionName);
    return proceed();
  };
  const { data } = await company.ask('staff', 'submit', trip('2026-12-01'));
  await company.ask('head', 'decide', { id: data.id, rev: data.rev, verb: 'approve' });
  expect(calls).toEqual([]);
});
