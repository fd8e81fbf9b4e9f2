import type { Day } from '#contracts/common';
import { handoverTasks } from '../../cloudfunctions/resignation/domain/handover-task';
import { FUNCTION_VARIABLES } from '../../local/demo/function-variables';
import { openWithReset } from '../support/open';
import { OFFICE } from '../unit/cloudfunctions/support/company';
import {
  employeeDocument,
  newKey,
  openRequestCompany,
  ownType,
  PEOPLE,
} from '../unit/cloudfunctions/support/request-company';
import { ACTIONS, type Anybody, EMPLOYED, OTHERS, openidOf } from './support/every-row';

const HR = ['hr', 'hr2'] as const;
/** Texts about `staff`, each in one field of the database, and who may read it in the answer of any action. */
const MARKS: Readonly<Record<string, readonly Anybody[]>> = {
  'mark-private-field': ['staff', 'head', ...HR],
  // `peer` decides for `head`, `other` has a copy.
  'mark-reason': ['staff', 'head', 'peer', 'other', ...HR],
  'mark-comment': ['staff', 'head', 'peer', 'other', ...HR],
  'mark-expense-note': ['staff', 'head', 'peer', ...HR],
  'mark-payment-reference': ['staff', 'payroll'],
  'mark-ledger-reason': ['staff', ...HR],
  'mark-flag-note': ['staff', ...HR],
  'mark-message': ['staff'],
  'mark-handover': ['staff', 'head', ...HR],
  'mark-unlock': [...HR, 'admin', 'console'],
  'mark-history': [...HR],
  // Nobody, not even the person.
  'mark-secret': [],
  'mark-phone': [],
  'mark-hash': [],
  'mark-upload': [],
  'openid-of-r03': [],
  sealed1: [],
};

const NOW = '2026-11-23T09:00:00+08:00';
const AT = Date.parse('2026-11-20T10:00:00+08:00');
const person = (who: 'head') => ({ by: 'person', employeeId: PEOPLE[who] });
const type = {
  ...ownType([{ approvers: [person('head')] }], { cc: [{ by: 'person', employeeId: PEOPLE.other }] }),
  form: [
    { id: 'reason', kind: 'text', label: { 'zh-CN': '事由', en: 'Reason' }, required: true },
    { id: 'phone', kind: 'text', label: { 'zh-CN': '电话', en: 'Phone' }, required: true, private: true },
  ],
};
const resignation = `${PEOPLE.staff}-resignation-000000001`;
const leaver = { _id: PEOPLE.staff, name: '员工staff', nameEn: 'Person staff', managerId: PEOPLE.head };

/** Ids of what there is about `staff`. */
const ids: string[] = [];

const company = openWithReset(
  () =>
    openRequestCompany(NOW, {
      variables: { requests: FUNCTION_VARIABLES.requests },
      functionRule: { '*': { invoke: true } },
      seed: { request_types: [type] },
    }),
  async (opened) => {
    const { db } = opened;
    await opened.ask('head', 'delegate', { delegateId: PEOPLE.peer, from: '2026-11-23', to: '2026-11-30' });
    const values = { reason: 'mark-reason', phone: 'mark-private-field' };
    const sent = await opened.ask('staff', 'submit', {
      key: newKey(),
      typeId: 'own-seal',
      version: 1,
      values,
    });
    const line = { day: '2026-11-20', category: 'travel', amount: 100, note: 'mark-expense-note', files: [] };
    const expense = { key: newKey(), typeId: 'expense', version: 1, values: { lines: [line] } };
    const claimed = await opened.ask('staff', 'submit', expense);
    await opened.ask('head', 'transfer', { id: sent.data.id, rev: 1, toId: PEOPLE.head, comment: 'x' });
    await db.updateMany(
      'requests',
      { _id: sent.data.id },
      { $set: { 'timeline.0.comment': 'mark-comment' } },
    );
    const flag = '2026-11-20:R03:shared-phone';
    const task = handoverTasks(resignation, leaver, '2026-11-30' as Day)[0];
    ids.push(sent.data.id, claimed.data.id, flag, String(task?._id), resignation, PEOPLE.staff);
    const about = { employeeId: PEOPLE.staff, name: '员工staff', nameEn: 'Person staff' };
    await opened.act(openidOf('hr'), 'requests.adjustBalance', {
      key: newKey(),
      employeeId: PEOPLE.staff,
      typeId: 'comp-time',
      minutes: 60,
      reason: 'mark-ledger-reason',
    });
    const entry = {
      at: AT,
      byId: PEOPLE.hr,
      byName: '员工hr',
      byNameEn: 'Person hr',
      version: 1,
      what: ['mark-history'],
    };
    await db.replaceAll({
      expense_payments: [
        {
          _id: 'paid',
          rev: 1,
          ...about,
          fen: 100,
          state: 'paid',
          approvedAt: AT,
          paidAt: AT,
          paidBy: PEOPLE.payroll,
          reference: 'mark-payment-reference',
        },
      ],
      attendance_flags: [
        {
          _id: flag,
          rev: 1,
          employeeId: PEOPLE.staff,
          day: '2026-11-20',
          flag: 'shared-phone',
          rule: { id: 'honest-places', version: 1, source: { 'zh-CN': '规则', en: 'Rule' } },
          evidence: [{ at: AT, data: { people: 2, others: PEOPLE.elsewhere, limit: 7 } }],
          state: 'open',
          note: 'mark-flag-note',
          decidedById: null,
          decidedByName: null,
          decidedAt: null,
        },
      ],
      messages: [
        {
          _id: 'm1',
          event: 'request.approved',
          to: [PEOPLE.staff],
          data: { type: 'x', title: 'mark-message' },
          aboutId: null,
          at: AT,
          template: null,
          delivery: 'done',
        },
      ],
      handover_tasks: [{ ...task, note: 'mark-handover' }],
      settlements: [
        {
          _id: '2026-10',
          rev: 3,
          state: 'locked',
          cursor: '',
          leaseUntil: 0,
          ...{ people: 1, written: 1, waiting: 0, resumesAt: null, startedAt: AT, doneAt: AT },
          lockedAt: AT,
          lockedById: PEOPLE.hr,
          unlock: { at: AT, byId: PEOPLE.hr, reason: 'mark-unlock' },
          history: [{ kind: 'unlock-asked', at: AT, byName: 'x', byNameEn: 'x', reason: 'mark-unlock' }],
        },
      ],
      sites: [
        {
          _id: 'S1',
          name: { 'zh-CN': '总部', en: 'HQ' },
          ...OFFICE,
          radius: 300,
          tolerance: 50,
          secret: 'mark-secret',
        },
      ],
      invites: [{ _id: 'mark-hash', employeeId: 'R99', expiresAt: AT + 10 ** 10, usedBy: null }],
      phones: [{ _id: 'mark-phone', uses: [{ employeeId: PEOPLE.staff, at: AT }] }],
      kept_files: [
        {
          _id: `${PEOPLE.staff}:h`,
          rev: 1,
          employeeId: PEOPLE.staff,
          fileId: `cloud://local-env.local/kept-files/${PEOPLE.staff}/mark-upload.jpg`,
          hash: 'h',
          bytes: 1,
          at: AT,
        },
      ],
      employees: (await db.find('employees', {})).map((each) =>
        each._id === PEOPLE.staff ? { ...employeeDocument('staff'), history: [entry] } : each,
      ),
    });
  },
);

/** An input, and the same about everything that there is of `staff`. */
function variantsOf(input: object): object[] {
  const named = Object.keys(input).find((key) => key === 'id' || key === 'employeeId');
  const about = named === undefined ? [] : ids.map((id) => ({ ...input, [named]: id }));
  const month = 'month' in input ? [{ ...input, month: '2026-11' }] : [];
  return [input, ...about, ...month];
}
/** Optional inputs of actions that read, which the rows leave out. */
const MORE: Readonly<Record<string, readonly object[]>> = {
  'requests.balances': [{ employeeId: PEOPLE.staff }],
  'requests.payments': [{ paid: true }],
  'people.find': [{ ids: [PEOPLE.staff] }],
  'attendance.flags': [{ state: 'fine' }],
};

test('every mark is in the database, so that it could be told', async () => {
  const all = await Promise.all(company.db.collectionNames().map((name) => company.db.find(name, {})));
  const everything = JSON.stringify(all);
  // A private field is stored encrypted.
  for (const mark of Object.keys(MARKS))
    expect([mark, everything.includes(mark)]).toEqual([mark, mark !== 'mark-private-field']);
});

test.each([...EMPLOYED, ...OTHERS])(
  '%s reads of staff what is theirs to read, field by field',
  async (who) => {
    const told = new Map<string, string[]>();
    // Those that change something come last: what they changed is not what others are told.
    const reads =
      /^(\w+\.)(today|month|own|team|sites|flags|settlement|differences|open|me|inbox|templates|find|departments|employee|unbound|list|start|preview|pending|mine|done|cc|detail|fileLinks|balances|payments|handover|requestType|leave|company|shifts|roster|calendar)/;
    const sorted = [...ACTIONS].sort((a, b) => Number(reads.test(b.name)) - Number(reads.test(a.name)));
    for (const { name, input } of sorted)
      for (const each of [...variantsOf(input), ...(MORE[name] ?? [])]) {
        const answer = JSON.stringify(await company.act(openidOf(who), name, each));
        for (const mark of Object.keys(MARKS))
          if (answer.includes(mark)) told.set(mark, [...(told.get(mark) ?? []), name]);
      }
    const leaked = [...told].filter(([mark]) => !MARKS[mark]?.includes(who));
    expect(leaked).toEqual([]);
    // And what is theirs reaches them, so that the walk went where it is told.
    const missed = Object.keys(MARKS).filter((mark) => MARKS[mark]?.includes(who) && !told.has(mark));
    expect(missed).toEqual([]);
  },
);
