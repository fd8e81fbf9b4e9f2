import { openInstrumentedCompany } from '../support/instrumented-company';
import { openPerFile } from '../support/open';
import { explore } from '../support/race-explorer';
import { readCsv } from '../support/spreadsheet';
import type { Answer } from '../unit/cloudfunctions/support/company';

const NOW = Date.parse('2026-11-23T09:00:00+08:00');
const WARM = NOW - 30_000;
const ORDER = { kind: 'leave-balances', month: '2026-11', format: 'csv', language: 'en' };
const PEOPLE = ['E0001', 'E0002', 'E0006'];

const company = openPerFile(async () => {
  const variables = { reports: { REPORT_PEOPLE_PER_FILE: '4' } };
  return openInstrumentedCompany(new Date(NOW).toISOString(), { variables });
});

const exporting = (now: number) => (requestId?: string) =>
  company.act('console', 'reports.export', ORDER, { requestId, now });
const accountOf = (id: string) => {
  const entry = {
    kind: 'grant',
    typeId: 'annual',
    minutes: 480,
    at: WARM - 1,
    expiresOn: null,
    grantId: 'g1',
  };
  return { _id: id, rev: 1, spans: {}, entries: { g1: entry } };
};

test('two exports of the same report at once: everybody is in it once', async () => {
  const report = await explore<Answer>({
    requests: company.requests,
    setup: () => company.reset({ accounts: PEOPLE.map(accountOf) }),
    calls: [exporting(NOW), exporting(NOW)],
    warmUp: [exporting(WARM), exporting(WARM)],
    async invariant(outcomes) {
      expect(outcomes).toMatchObject([{ value: { ok: true } }, { value: { ok: true } }]);
      let { data } = await exporting(NOW + 1)();
      for (let tries = 0; data.state === 'running' && tries < 3; tries += 1)
        ({ data } = await exporting(NOW + 70_000)());
      const texts = await Promise.all(data.links.map(async (link: string) => (await fetch(link)).text()));
      const ids = texts.flatMap((text) =>
        readCsv(text)
          .slice(1)
          .map(([id]) => id),
      );
      expect(ids).toEqual(PEOPLE);
    },
    maxSchedules: 120,
  });
  console.info(`reports: ${report.schedules} schedules`);
});
