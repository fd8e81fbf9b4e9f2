import { openInstrumentedCompany, verdictOf } from '../support/instrumented-company';
import { type CompanyFaults, faultsIn } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { readCsv } from '../support/spreadsheet';

const NOW = '2026-11-23T09:00:00+08:00';
const ORDER = { kind: 'attendance-month', month: '2026-11', format: 'csv', language: 'en' };
/**
 * Without waiting for time limits, which end as a kill does, and without what is less than these: a request that never
 * took effect, and a conflict that the next try gets over.
 */
const kinds = ['answer-lost', 'conflict-thrice', 'killed'] as const;
/** Longer than a call that was killed holds the report. */
const PAUSE = 70_000;

const company = openPerFile(async () => {
  const variables = { reports: { REPORT_PEOPLE_PER_FILE: '4' } };
  return openInstrumentedCompany(NOW, { variables });
});
const inject = faultsIn('reports', company);

const exportOnce = (requestId?: string, again = false) =>
  company.act('console', 'reports.export', { ...ORDER, ...(again ? { again } : {}) }, { requestId });

/** As a client: `running` is asked again, after a pause. */
const calling = (first: Pick<CompanyFaults, 'setup'>): CompanyFaults => ({
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
  const { points } = await inject(
    calling({
      async setup() {
        await company.reset();
        expect((await exportOnce()).data).toMatchObject({ state: 'running' });
      },
    }),
  );
  const [first, second] = points;
  expect([first, second]).toEqual(['database.getDocument reports', 'database.modifyDocument reports']);
  expect(points).toContain('database.aggregateDocuments attendance_days');
  expect(points.filter((point) => point === 'database.modifyDocument reports')).toHaveLength(2);
});

test('a report exported again: it is complete after every fault', async () => {
  const target = calling({
    async setup() {
      await company.reset();
      await exportOnce();
      expect((await exportOnce()).data).toMatchObject({ state: 'done' });
      company.clock.advance(PAUSE);
      expect((await exportOnce(undefined, true)).data).toMatchObject({ state: 'running', files: [{}] });
    },
  });
  const { mostRetries } = await inject(target);
  expect(mostRetries).toBeLessThanOrEqual(3);
});

test('the first piece: a report that a killed call held continues after a pause', async () => {
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
