import { openInstrumentedAppraisal } from '../support/appraisal-race';
import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openidOf, PEOPLE, type Who } from '../unit/cloudfunctions/support/request-company';

const company = openPerFile(() => openInstrumentedAppraisal('2026-11-16T10:00:00+08:00', { maxWorkers: 1 }));
const inject = faultsIn('tax deductions', company);

const ID = 'deduction-0000000001';
const RENT = {
  ...{ key: ID, replaces: null, from: '2026-01', until: null },
  detail: { kind: 'rent', city: '上海', size: 'major' },
};
const ask = (who: Who, action: string, input: object, call = {}) =>
  company.act(openidOf(who), `payroll.${action}`, input, call);

const calling = (
  who: Who,
  action: string,
  input: object,
  invariant: CompanyFaults['invariant'],
  stored: Record<string, unknown>[] = [],
): CompanyFaults => ({
  async setup() {
    await company.begin({ tax_deductions: stored });
    // Warms up the caller and who waits, so that every run makes the same requests.
    await ask(who, who === 'hr' ? 'deductionChecks' : 'deductions', {});
  },
  call: (requestId) => ask(who, action, input, { requestId }),
  kinds: KINDS_WITHOUT_WAITING,
  invariant,
});

test('a deduction is declared once, and waits for HR, after every fault', async () => {
  await inject(
    calling('staff', 'declareDeduction', RENT, async () => {
      const [file, ...others] = await company.db.find('tax_deductions');
      expect(others).toEqual([]);
      expect(file).toMatchObject({
        rev: 1,
        waiting: expect.any(String),
        entries: [{ id: ID, state: 'waiting' }],
      });
    }),
  );
});

test('a deduction is accepted once, recorded, and its person told once, after every fault', async () => {
  await company.begin();
  await ask('staff', 'declareDeduction', RENT);
  const stored = await company.db.find('tax_deductions');
  const decision = { employeeId: PEOPLE.staff, id: ID, rev: 1, accept: true, reason: null };
  await inject(
    calling(
      'hr',
      'decideDeduction',
      decision,
      async () => {
        const [file] = await company.db.find('tax_deductions');
        expect(file).toMatchObject({ rev: 2, waiting: null, entries: [{ id: ID, state: 'accepted' }] });
        const told = await company.db.find('messages');
        expect(told.map(({ event }) => event)).toEqual(['deduction.accepted']);
        expect((await company.db.find('readings')).length).toBeGreaterThan(0);
      },
      stored,
    ),
  );
});
