import { type FaultTarget, injectFaults } from '../support/fault-injector';
import {
  type InstrumentedCompany,
  openInstrumentedCompany,
  verdictOf,
} from '../support/instrumented-company';
import { readCsv } from '../support/spreadsheet';
import type { Answer } from '../unit/cloudfunctions/support/company';

const NOW = '2026-11-23T09:00:00+08:00';
const ORDER = { kind: 'attendance-month', month: '2026-11', format: 'csv', language: 'en' };
/**
 * Without waiting for time limits, which end as a kill does, and without what is less than these: a request that never
 * took effect, and a conflict that the next try gets over.
 */
const kinds = ['answer-lost', 'conflict-thrice', 'killed'] as const;
/** Longer than a call that was killed holds the report. */
const PAUSE = 70_000;

let company: InstrumentedCompany;
let runs = 0;
beforeAll(async () => {
  const variables = { reports: { REPORT_PEOPLE_PER_FILE: '4' } };
  company = await openInstrumentedCompany(NOW, { variables });
});
afterAll(async () => {
  console.info(`reports: ${runs} faults`);
  await company.close();
});

const exportOnce = (requestId?: string, again = false) =>
  company.act('console', 'reports.export', { ...ORDER, ...(again ? { again } : {}) }, { requestId });

/** As a client: `running` is asked again, after a pause. */
const calling = (first: Pick<FaultTarget<Answer>, 'setup'>): FaultTarget<Answer> => ({
  requests: company.requests,
  kinds,
  ...first,
  call(requestId) {
    company.clock.advance(PAUSE);
    return exportOnce(requestId);
  },
  verdict: (answer) => (answer.data?.state === 'running' ? 'again' : verdictOf(answer)),
  async invariant({ data }) {
    expect(await company.db.find('reports')).toMatchObject([{ state: 'done', files: data.files }]);
    expect(data.files.map(({ name }: { name: string }) => name)).toEqual([
      'Attendance-by-month_2026-11_Company.csv',
      'Attendance-by-month_2026-11_Company_2.csv',
    ]);
    const texts = await Promise.all(data.links.map(async (link: string) => (await fetch(link)).text()));
    const ids = texts.flatMap((text) =>
      readCsv(text)
        .slice(1)
        .map(([id]) => id),
    );
    expect(ids).toEqual(['E0001', 'E0002', 'E0003', 'E0005', 'E0006', 'E0007']);
  },
});

test('the last piece of a report: everybody is in one file after every fault', async () => {
  const report = await injectFaults(
    calling({
      async setup() {
        await company.reset();
        expect((await exportOnce()).data).toMatchObject({ state: 'running' });
      },
    }),
  );
  const [first, second] = report.points;
  expect([first, second]).toEqual(['database.getDocument reports', 'database.modifyDocument reports']);
  expect(report.points).toContain('database.getDocument attendance_days');
  expect(report.points.filter((point) => point === 'database.modifyDocument reports')).toHaveLength(2);
  runs += report.runs;
});

test('a report made anew: it is whole after every fault', async () => {
  const target = calling({
    async setup() {
      await company.reset();
      await exportOnce();
      expect((await exportOnce()).data).toMatchObject({ state: 'done' });
      company.clock.advance(PAUSE);
      expect((await exportOnce(undefined, true)).data).toMatchObject({ state: 'running', files: [{}] });
    },
  });
  const report = await injectFaults(target);
  expect(report.mostRetries).toBeLessThanOrEqual(3);
  runs += report.runs;
});

test('the first piece: a report that a killed call held goes on after a pause', async () => {
  await company.reset();
  let kills = 0;
  await company.requests.during(
    async (request, proceed) => {
      const answer = await proceed();
      if (request.collection === 'reports' && request.action === 'database.insertDocument') {
        kills += 1;
        request.killWorker();
        return new Promise(() => undefined);
      }
      return answer;
    },
    async () => expect(exportOnce()).rejects.toThrow(),
  );
  expect(kills).toBe(1);
  expect((await exportOnce()).data).toMatchObject({ state: 'running', files: [] });
  company.clock.advance(PAUSE);
  expect((await exportOnce()).data).toMatchObject({ state: 'running', files: [{ rows: 3 }] });
  expect((await exportOnce()).data).toMatchObject({ state: 'done', files: [{ rows: 3 }, { rows: 3 }] });
});
