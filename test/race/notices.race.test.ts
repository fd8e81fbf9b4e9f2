import { openInstrumentedCompany } from '../support/instrumented-company';
import { racesIn } from '../support/instrumented-tests';
import { inboxOf, messageTo } from '../support/notices';
import { openPerFile } from '../support/open';
import type { RacingCall } from '../support/race-explorer';
import { type Answer, OPENIDS } from '../unit/cloudfunctions/support/company';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');

const company = openPerFile(async () => {
  const variables = { notices: { SUBSCRIBE_RESULT: 'tmpl-result' } };
  return openInstrumentedCompany(new Date(NOW).toISOString(), { variables });
});
const explore = racesIn('notices', company);
beforeAll(async () => {
  for (let count = 0; count < 1_000; count += 1) await company.grantSubscription(OPENIDS.day, 'tmpl-result');
});

/** Earlier than the calls: what an instance remembers from its own future it reads again. */
const WARM = NOW - 30_000;

const running =
  (now = NOW): RacingCall<Answer> =>
  async (requestId) => {
    const timer = { kind: 'timer', name: 'deliver' } as const;
    return (await company.invoke('notices', {}, { as: timer, requestId, now })).result as Answer;
  };
const acting =
  (action: string, input: object, now = NOW): RacingCall<Answer> =>
  (requestId) =>
    company.act(OPENIDS.day, action, input, { requestId, now });
const consent = (key: string) => acting('notices.countConsent', { key, accepted: ['result'] });
const creditsLeft = async () => (await company.db.get('inboxes', 'E0001'))?.credits;

test.each([
  ['the same consent twice', ['consent-key-00000a', 'consent-key-00000a'], 1],
  ['two consents', ['consent-key-00000a', 'consent-key-00000b'], 2],
])('%s at once, the first of the person', async (_, keys, counted) => {
  const report = await explore({
    setup: () => company.reset(),
    calls: keys.map(consent),
    warmUp: keys.map(() => acting('notices.templates', {}, WARM)),
    async invariant() {
      expect(await creditsLeft()).toEqual({ result: counted, waiting: 0 });
    },
    maxSchedules: 300,
  });
  expect(report.exhaustive).toBe(true);
});

test('two consents at once, where one more is counted: the other one is not', async () => {
  await explore({
    setup: () => company.reset({ inboxes: [inboxOf('E0001', { result: 49, waiting: 0 })] }),
    calls: ['consent-key-00000a', 'consent-key-00000b'].map(consent),
    warmUp: [0, 1].map(() => acting('notices.templates', {}, WARM)),
    async invariant() {
      expect(await creditsLeft()).toEqual({ result: 50, waiting: 0 });
    },
    maxSchedules: 300,
  });
});

test('two runs of the timer at once: one message, one credit', async () => {
  let before = 0;
  await explore({
    async setup() {
      await company.reset({
        inboxes: [inboxOf('E0001', { result: 2, waiting: 0 })],
        messages: [messageTo(['E0001'], 'm1', NOW - 1)],
      });
      before = company.outbox.list().length;
    },
    calls: [running(), running()],
    warmUp: [running(WARM), running(WARM)],
    async invariant(outcomes) {
      expect(outcomes).toMatchObject([{ value: { ok: true } }, { value: { ok: true } }]);
      expect(company.outbox.list().length - before).toBe(1);
      expect(await creditsLeft()).toEqual({ result: 1, waiting: 0 });
    },
    maxSchedules: 200,
  });
});
