import { openInstrumentedCompany } from '../support/instrumented-company';
import {
  type CompanyFaults,
  faultsIn,
  KINDS_WITHOUT_WAITING,
  type Writing,
} from '../support/instrumented-tests';
import { inviteFor } from '../support/invite';
import { openPerFile } from '../support/open';
import { OPENIDS } from '../unit/cloudfunctions/support/company';

const NOW = '2026-11-23T09:00:00+08:00';
const CODE = 'ABCD2345';
const STRANGER = OPENIDS.stranger;
const ofE0007 = { employeeId: 'E0007' };

const company = openPerFile(() => openInstrumentedCompany(NOW));
const inject = faultsIn('people', company);

function writing({ as, action, input, invariant }: Writing): CompanyFaults {
  return {
    async setup() {
      const now = Date.parse(NOW);
      company.clock.set(now);
      const spent = { _id: STRANGER, count: 1, until: now + 60_000 };
      await company.reset({
        invites: [inviteFor('E0007', CODE, now), inviteFor('E0001', 'WXYZ6789', now)],
        bind_attempts: [spent],
      });
      // Warms up what a profile shows.
      await company.act(OPENIDS.day, 'me');
    },
    call: (requestId) => company.act(as, action, input, { requestId }),
    invariant,
  };
}

test('bind: one binding and one used invite after every fault', async () => {
  const target = writing({
    as: STRANGER,
    action: 'bind',
    input: { code: CODE },
    async invariant() {
      expect(await company.db.find('bindings', ofE0007)).toEqual([{ _id: STRANGER, employeeId: 'E0007' }]);
      expect(await company.db.find('invites', ofE0007)).toMatchObject([{ usedBy: STRANGER }]);
      const { data } = await company.act(STRANGER, 'me');
      expect(data).toMatchObject({ state: 'bound', me: { employeeId: 'E0007' } });
    },
  });
  const { points } = await inject(target);
  expect(points).toEqual([
    'database.insertDocument bind_attempts',
    'database.modifyDocument bind_attempts',
    'database.getDocument invites',
    'database.insertDocument bindings',
    'database.modifyDocument invites',
    'database.getDocument employees',
  ]);
});

test('setLanguage: the language is kept after every fault, and nothing else changes', async () => {
  const target = writing({
    as: OPENIDS.day,
    action: 'setLanguage',
    input: { language: 'en' },
    async invariant() {
      const changed = await company.db.find('employees', { language: 'en' });
      expect(changed).toMatchObject([{ _id: 'E0001', roles: ['employee'] }]);
      // One change, or two where the answer of the first was lost.
      expect([2, 3]).toContain(changed[0]?.rev);
      expect(await company.db.count('employees', { rev: 1 })).toBe(6);
    },
  });
  const { points } = await inject(target);
  expect(points).toEqual(['database.modifyDocument employees']);
});

test('unbind: neither binding nor invite is left after every fault', async () => {
  const target = writing({
    as: 'console',
    action: 'unbind',
    input: { employeeId: 'E0001' },
    async invariant() {
      expect(await company.db.count('bindings', { employeeId: 'E0001' })).toBe(0);
      expect(await company.db.count('invites', { employeeId: 'E0001' })).toBe(0);
      expect(await company.db.count('bindings')).toBe(4);
    },
  });
  const { points } = await inject({ ...target, kinds: KINDS_WITHOUT_WAITING });
  expect(points).toEqual([
    'database.getDocument employees',
    'database.removeDocument invites',
    'database.removeDocument bindings',
  ]);
});

test('createInvite: the code of the answer is the only one after every fault', async () => {
  const target = writing({
    as: 'console',
    action: 'createInvite',
    input: { employeeId: 'E0007' },
    async invariant({ data: { code, expiresAt } }) {
      const fresh = { ...inviteFor('E0007', code, 0), expiresAt };
      expect(await company.db.find('invites', ofE0007)).toEqual([fresh]);
    },
  });
  const { points } = await inject({ ...target, kinds: KINDS_WITHOUT_WAITING });
  expect(points).toEqual([
    'database.getDocument employees',
    'database.getDocument bindings',
    'database.removeDocument invites',
    'database.insertDocument invites',
  ]);
});

test('invite: the codes of the answer are the only ones after every fault, and each is accounted for', async () => {
  const target = writing({
    as: OPENIDS.day,
    action: 'invite',
    input: { employeeIds: ['E0005', 'E0007'], days: 7 },
    async invariant({ data: { invites, expiresAt } }) {
      expect(invites).toHaveLength(2);
      for (const { id, code } of invites) {
        const fresh = { ...inviteFor(id, code, 0), expiresAt };
        expect(await company.db.find('invites', { employeeId: id })).toEqual([fresh]);
      }
      const records = await company.db.find('readings', { what: 'invites' });
      expect(records).toContainEqual(expect.objectContaining({ ownerIds: ['E0005', 'E0007'], expiresAt }));
    },
  });
  const { points } = await inject({
    ...target,
    async setup() {
      await target.setup();
      await company.db.updateMany('employees', { _id: 'E0001' }, { $set: { roles: ['employee', 'hr'] } });
      // The rights of the caller are cached for a minute.
      company.clock.advance(61_000);
    },
    kinds: KINDS_WITHOUT_WAITING,
  });
  expect(points).toEqual(
    expect.arrayContaining(['database.insertDocument readings', 'database.removeDocument invites']),
  );
});
