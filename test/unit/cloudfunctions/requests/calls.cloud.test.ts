import type { Fact } from '#contracts/fact';
import { openWithReset } from '../../../support/open';
import {
  newKey,
  openRequestCompany,
  ownType,
  PEOPLE,
  profileChange,
  trip,
  type Who,
} from '../support/request-company';
import { BIRTHDAY, COMPANY_RULES } from '../support/rule-drafts';

/** Database calls of each action on an instance that served the same people within the last minute. */
const WARM: Record<string, number> = {
  start: 2,
  'start, with a form': 3,
  preview: 2,
  'submit, into the account': 4,
  'submit, without the account': 4,
  'submit, known already': 3,
  resubmit: 5,
  'pending of a manager, nothing': 3,
  'pending of a manager, one request': 4,
  'pending of a manager, a hundred requests with balances': 5,
  'pending of an employee, nothing': 3,
  mine: 3,
  done: 2,
  cc: 2,
  'detail, of an approver': 2,
  'detail, of the applicant': 1,
  'detail, of an approved expense': 2,
  fileLinks: 1,
  'decide, the last step': 4,
  'decide, a step in between': 3,
  'decide, as a delegate': 4,
  'decide, a cancelling request': 6,
  'decide, known already': 4,
  'decideMany, ten': 31,
  transfer: 3,
  addSigner: 3,
  withdraw: 3,
  cancel: 5,
  urge: 3,
  delegate: 1,
  listTypes: 1,
  saveType: 3,
  'saveType, a new one': 3,
  requestType: 2,
  leaveTypes: 1,
  leaveType: 1,
  saveLeaveType: 2,
  'saveLeaveType, a new one': 3,
  companyRules: 1,
  saveCompanyRules: 2,
};

const BALANCE: Fact = { code: 'BALANCE', data: { type: { 'zh-CN': 'x', en: 'x' }, before: 0, after: 0 } };

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00', { maxWorkers: 1 }));
let day = 0;
beforeEach(() => {
  day = 0;
});

const nextTrip = () => {
  day += 1;
  const on = `2026-12-${String(day).padStart(2, '0')}`;
  return trip(on);
};
const send = async (input: Record<string, unknown> = nextTrip(), who: Who = 'staff') => {
  const { data } = await company.ask(who, 'submit', input);
  return { id: data.id as string, rev: data.rev as number };
};
const approve = async (sent: { id: string; rev: number }, who: Who = 'head') =>
  company.ask(who, 'decide', { ...sent, verb: 'approve' });

/** The instance remembers the company's rules of leave for a minute. */
const rememberRules = () => company.ask('staff', 'start', { typeId: 'leave' });

/** What is there before, and the call that is counted. */
const RUNS: Record<string, () => Promise<[Who, string, unknown]>> = {
  start: async () => ['staff', 'start', {}],
  'start, with a form': async () => {
    await rememberRules();
    return ['staff', 'start', { typeId: 'leave' }];
  },
  preview: async () => ['staff', 'preview', { typeId: 'trip', values: nextTrip().values }],
  'submit, into the account': async () => ['staff', 'submit', nextTrip()],
  'submit, without the account': async () => ['staff', 'submit', profileChange()],
  'submit, known already': async () => {
    const input = nextTrip();
    await send(input);
    return ['staff', 'submit', input];
  },
  resubmit: async () => {
    const { id, rev } = await send();
    await company.ask('head', 'decide', { id, rev, verb: 'return' });
    return ['staff', 'resubmit', { id, rev: 2, values: nextTrip().values }];
  },
  'pending of a manager, nothing': async () => ['head', 'pending', {}],
  'pending of an employee, nothing': async () => ['staff', 'pending', {}],
  'pending of a manager, one request': async () => {
    await send();
    return ['head', 'pending', {}];
  },
  'pending of a manager, a hundred requests with balances': async () => {
    await rememberRules();
    const { id } = await send();
    const one = (await company.db.get('requests', id)) ?? {};
    const more = Array.from({ length: 99 }, (_, index) => ({
      ...one,
      kind: 'leave',
      facts: [BALANCE],
      _id: `R03-copy-${index}`,
    }));
    await company.db.insertMany('requests', more);
    return ['head', 'pending', {}];
  },
  mine: async () => ['staff', 'mine', {}],
  done: async () => ['head', 'done', {}],
  cc: async () => ['hr', 'cc', {}],
  'detail, of an approver': async () => ['head', 'detail', { id: (await send()).id }],
  'detail, of the applicant': async () => ['staff', 'detail', { id: (await send()).id }],
  'detail, of an approved expense': async () => {
    const { id } = await send();
    await company.db.updateMany('requests', { _id: id }, { $set: { kind: 'expense', state: 'approved' } });
    return ['staff', 'detail', { id }];
  },
  fileLinks: async () => {
    const file = `cloud://local-env/kept-files/${PEOPLE.staff}/a.jpg`;
    await company.db.insertMany('kept_files', [
      { _id: `${PEOPLE.staff}:a`, rev: 1, employeeId: PEOPLE.staff, fileId: file },
    ]);
    const { id } = await send(profileChange('地址变更', { values: { what: '地址变更', files: [file] } }));
    return ['staff', 'fileLinks', { id, fileIds: [file] }];
  },
  'decide, the last step': async () => ['head', 'decide', { ...(await send()), verb: 'approve' }],
  'decide, a step in between': async () => {
    const sent = await send(trip('2026-12-01', '2026-12-07'));
    return ['head', 'decide', { ...sent, verb: 'approve' }];
  },
  'decide, as a delegate': async () => {
    const sent = await send();
    await company.ask('head', 'delegate', { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-24' });
    await company.ask('peer', 'pending');
    return ['peer', 'decide', { ...sent, verb: 'approve' }];
  },
  'decide, a cancelling request': async () => {
    const sent = await send();
    await approve(sent);
    const asked = await company.ask('staff', 'cancel', { id: sent.id, rev: 2, key: newKey(), reason: 'x' });
    return ['head', 'decide', { id: asked.data.id, rev: 1, verb: 'approve' }];
  },
  'decide, known already': async () => {
    const sent = await send();
    await approve(sent);
    return ['head', 'decide', { ...sent, verb: 'approve' }];
  },
  'decideMany, ten': async () => {
    const requests = [];
    for (let count = 0; count < 10; count += 1) requests.push(await send());
    return ['head', 'decideMany', { verb: 'approve', requests }];
  },
  transfer: async () => ['head', 'transfer', { ...(await send()), toId: PEOPLE.peer }],
  addSigner: async () => ['head', 'addSigner', { ...(await send()), signerId: PEOPLE.peer }],
  withdraw: async () => ['staff', 'withdraw', await send()],
  cancel: async () => {
    const sent = await send();
    await approve(sent);
    return ['staff', 'cancel', { id: sent.id, rev: 2, key: newKey(), reason: 'x' }];
  },
  urge: async () => ['staff', 'urge', { id: (await send()).id }],
  delegate: async () => [
    'head',
    'delegate',
    { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-24' },
  ],
  listTypes: async () => ['admin', 'listTypes', {}],
  saveType: async () => {
    const [type] = (await company.ask('admin', 'listTypes')).data.types;
    const { version, ...edited } = type;
    return ['admin', 'saveType', { type: { ...edited, enabled: false }, expectedVersion: version }];
  },
  'saveType, a new one': async () => {
    const { version, current, _id, ...type } = ownType([{ approvers: [{ by: 'department-head' }] }]);
    return ['admin', 'saveType', { type, expectedVersion: 0 }];
  },
  requestType: async () => ['admin', 'requestType', { id: 'leave' }],
  leaveTypes: async () => ['hr', 'leaveTypes', {}],
  leaveType: async () => ['hr', 'leaveType', { id: 'annual' }],
  saveLeaveType: async () => {
    await company.ask('hr', 'saveLeaveType', { type: BIRTHDAY, expectedVersion: 0 });
    return ['hr', 'saveLeaveType', { type: { ...BIRTHDAY, enabled: false }, expectedVersion: 1 }];
  },
  'saveLeaveType, a new one': async () => ['hr', 'saveLeaveType', { type: BIRTHDAY, expectedVersion: 0 }],
  companyRules: async () => ['hr', 'companyRules', {}],
  saveCompanyRules: async () => {
    const rules = { ...COMPANY_RULES, expiryNoticeDays: 9 };
    await company.ask('hr', 'saveCompanyRules', { rules, expectedVersion: 0 });
    return ['hr', 'saveCompanyRules', { rules: COMPANY_RULES, expectedVersion: 1 }];
  },
};

/** Everybody is known to the instance, and so are the flows. */
async function warmUp(): Promise<void> {
  await send(profileChange(), 'other');
  const sent = await send(trip('2026-12-20', '2026-12-29'), 'other');
  await approve(sent);
  for (const who of ['staff', 'head', 'boss', 'hr', 'peer', 'admin'] as const) {
    await company.ask(who, 'pending');
    await company.ask(who, 'start');
    await company.ask(who, 'preview', { typeId: 'trip', values: nextTrip().values });
  }
  await company.ask('other', 'delegate', { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-23' });
  await company.db.replaceAll({
    delegations: [],
    requests: [],
    accounts: [{ _id: PEOPLE.staff, rev: 1, spans: {}, entries: {} }],
    messages: [],
  });
}

test.each(Object.entries(WARM))('%s: %i calls', async (name, calls) => {
  await warmUp();
  const plan = await RUNS[name]?.();
  if (!plan) throw new Error(`Nothing is known of ${name}.`);
  const answer = await company.ask(...plan);
  expect([answer.error, company.lastCalls()]).toEqual([undefined, calls]);
});
