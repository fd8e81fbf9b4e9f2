import { type CompanyFaults, faultsIn, KINDS_WITHOUT_WAITING } from '../support/instrumented-tests';
import { openPerFile } from '../support/open';
import { openInstrumentedRequests } from '../support/request-race';
import { ownType } from '../unit/cloudfunctions/support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../unit/cloudfunctions/support/rule-drafts';

const NOW = '2026-11-23T09:00:00+08:00';
const company = openPerFile(() => openInstrumentedRequests(NOW));
const inject = faultsIn('rules', company);

const { _id, current, version, ...OWN } = ownType([{ approvers: [{ by: 'department-head' }] }]);

function saving(
  action: string,
  input: object,
  {
    before = {},
    invariant,
  }: { before?: Record<string, Record<string, unknown>[]> } & Pick<CompanyFaults, 'invariant'>,
): CompanyFaults {
  return {
    async setup() {
      company.clock.set(Date.parse(NOW));
      await company.begin(before);
      // Warms up the caller.
      await company.ask('admin', 'companyRules');
    },
    call: (requestId) => company.ask('admin', action, input, { requestId }),
    invariant,
    kinds: KINDS_WITHOUT_WAITING,
  };
}

test('saveType: one version with one entry after every fault, and the version before it is kept', async () => {
  const type = { ...OWN, enabled: false };
  const before = { request_types: [{ ...OWN, _id: OWN.id, current: true, version: 1 }] };
  const target = saving(
    'saveType',
    { type, expectedVersion: 1 },
    {
      before,
      async invariant({ data }) {
        expect(data.type).toEqual({ ...type, version: 2 });
        const stored = await company.db.find('request_types');
        expect(stored).toHaveLength(2);
        expect(await company.db.get('request_types', OWN.id)).toMatchObject({
          version: 2,
          enabled: false,
          history: [{ version: 2, what: ['enabled'] }],
        });
        expect(await company.db.get('request_types', `${OWN.id}:1`)).toMatchObject({ enabled: true });
      },
    },
  );
  const { points } = await inject(target);
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.getDocument request_types',
    'database.insertDocument request_types',
    'database.modifyDocument request_types',
  ]);
});

test('saveLeaveType: one version with one entry after every fault', async () => {
  const target = saving(
    'saveLeaveType',
    { type: BIRTHDAY, expectedVersion: 0 },
    {
      async invariant({ data }) {
        expect(data.type).toEqual({ ...BIRTHDAY, version: 1 });
        expect(await company.db.find('leave_types')).toMatchObject([
          { _id: 'birthday', version: 1, history: [{ version: 1 }] },
        ]);
      },
    },
  );
  const { points } = await inject(target);
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.getDocument leave_types',
    'database.getDocument leave_types',
    'database.insertDocument leave_types',
  ]);
});

test('saveCompanyRules: one version with one entry after every fault', async () => {
  const target = saving(
    'saveCompanyRules',
    { rules: COMPANY_RULES, expectedVersion: 0 },
    {
      async invariant({ data }) {
        expect(data).toMatchObject({ version: 1, rules: COMPANY_RULES });
        expect(await company.db.find('request_rules')).toMatchObject([
          { version: 1, blocked: COMPANY_RULES.blocked, history: [{ version: 1, what: ['blocked'] }] },
        ]);
      },
    },
  );
  const { points } = await inject(target);
  expect(points).toEqual([
    'openapi.security.msgSecCheck',
    'database.getDocument request_rules',
    'database.insertDocument request_rules',
  ]);
});
