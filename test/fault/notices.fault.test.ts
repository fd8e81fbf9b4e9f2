import type { FaultReport } from '../support/fault-injector';
import {
  type InstrumentedCompany,
  openInstrumentedCompany,
  verdictOf,
} from '../support/instrumented-company';
import { type CompanyFaults, faultsIn } from '../support/instrumented-tests';
import { inboxOf, messageTo } from '../support/notices';
import { openPerFile } from '../support/open';
import { type Answer, OPENIDS } from '../unit/cloudfunctions/support/company';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const CREDITS = { result: 2, waiting: 0 };

let late = 0;
const company = openPerFile(async () => {
  const variables = { notices: { SUBSCRIBE_RESULT: 'tmpl-result' } };
  return openInstrumentedCompany(new Date(NOW).toISOString(), { variables });
});
const inject = faultsIn('notices', company);

type Documents = Parameters<InstrumentedCompany['reset']>[0];
const seeded = (documents: Documents): Pick<CompanyFaults, 'setup'> => ({
  async setup() {
    company.clock.set(NOW + late);
    await company.reset(documents);
    await company.act(OPENIDS.day, 'notices.templates');
  },
});

/** Requests to the database, whatever else the instruments can see. */
const databasePoints = ({ points }: FaultReport) => points.filter((point) => point.startsWith('database.'));

test.each([
  ['the first of a person', [], ['getDocument', 'modifyDocument', 'insertDocument']],
  ['a later one', [inboxOf('E0001', CREDITS)], ['getDocument', 'modifyDocument']],
])('countConsent, %s: counted once after every fault', async (_, inboxes, requests) => {
  const before = inboxes.length > 0 ? CREDITS.result : 0;
  const input = { key: 'consent-key-000001', accepted: ['result'] };
  const report = await inject({
    ...seeded({ inboxes }),
    call: (requestId) => company.act(OPENIDS.day, 'notices.countConsent', input, { requestId }),
    async invariant({ data }) {
      expect(data.credits.result).toBe(before + 1);
      expect(await company.db.find('inboxes')).toMatchObject([
        { credits: data.credits, consents: [input.key] },
      ]);
    },
  });
  expect(databasePoints(report)).toEqual(requests.map((name) => `database.${name} inboxes`));
});

test.each([
  ['the first of a person', []],
  ['a later one', [inboxOf('E0001', CREDITS)]],
])('markRead, %s: read up to the instant after every fault', async (_, inboxes) => {
  await inject({
    ...seeded({
      inboxes,
      messages: [messageTo(['E0001'], 'm1', NOW - 1), messageTo(['E0001'], 'm2', NOW - 9)],
    }),
    call: (requestId) => company.act(OPENIDS.day, 'notices.markRead', { until: NOW - 5 }, { requestId }),
    async invariant({ data }) {
      expect(data).toEqual({ unread: 1 });
      expect(await company.db.find('inboxes')).toMatchObject([{ _id: 'E0001', readUntil: NOW - 5 }]);
    },
  });
});

test('delivery: no message twice after every fault, the next one after it, and the credits add up', async () => {
  // WeChat would take two: only the ledger keeps the second one back.
  for (let count = 0; count < 200; count += 1) await company.grantSubscription(OPENIDS.day, 'tmpl-result');
  const messages = ['m1', 'm2'].map((id, n) => messageTo(['E0001', 'E0002'], id, NOW - 9 + n));
  let before = 0;
  const lost: number[] = [];
  const target = seeded({ inboxes: [inboxOf('E0001', CREDITS)], messages });
  const report = await inject({
    ...target,
    async setup() {
      // A cold instance every time: what it remembers is older than it may be.
      late += 120_000;
      await target.setup();
      before = company.outbox.list().length;
    },
    call: async (requestId) => {
      const timer = { kind: 'timer', name: 'deliver' } as const;
      return (await company.invoke('notices', {}, { as: timer, requestId })).result as Answer;
    },
    // A message that failed is left to the next run.
    verdict: (answer) => (answer.data?.deliver?.failed ? 'again' : verdictOf(answer)),
    async invariant() {
      const sent = company.outbox.list().slice(before);
      const times = sent.map(({ data }) => data.time3?.value);
      expect(sent.length).toBeLessThanOrEqual(2);
      if (sent.length < 2) lost.push(2 - sent.length);
      expect(await company.db.find('inboxes')).toMatchObject([
        { credits: { result: 0, waiting: 0 }, sent: expect.arrayContaining(['m1', 'm2']) },
      ]);
      expect(await company.db.count('messages', { delivery: 'done' })).toBe(2);
      expect(times.length).toBe(sent.length);
    },
  });
  expect(databasePoints(report)).toEqual([
    'database.getDocument messages',
    ...[1, 2].flatMap((n) => [
      'database.getDocument inboxes',
      ...(n === 1 ? ['database.getDocument employees'] : []),
      'database.getDocument bindings',
      'database.modifyDocument inboxes',
      'database.modifyDocument messages',
    ]),
  ]);
  // Whether a message went out is not known when the answer to taking its credit, or to sending it, was lost.
  const uncertain = ['answer-lost', 'no-answer', 'killed'].length * messages.length;
  expect(lost.length).toBeLessThanOrEqual(2 * uncertain);
  expect(Math.max(...lost)).toBe(1);
});
