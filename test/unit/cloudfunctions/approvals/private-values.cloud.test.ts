import { FUNCTION_VARIABLES } from '../../../../local/demo/function-variables';
import { openWithReset } from '../../../support/open';
import { newKey, openRequestCompany, PEOPLE, type Who } from '../support/request-company';

const PHONE = '13800138000';
const EMERGENCY = '示例家属 13900139000';
const values = { phone: PHONE, emergency: EMERGENCY };
const CC_HEAD = { cc: [{ by: 'person', employeeId: PEOPLE.peer }] };

const NOW = '2026-11-23T10:00:00+08:00';
const company = openWithReset(() => openRequestCompany(NOW, { variables: FUNCTION_VARIABLES }));

const send = (key = newKey(), more: object = {}, version = 1) => ({
  key,
  typeId: 'onboarding',
  version,
  values: { ...values, ...more },
});
const everything = async () => {
  const all = company.db.collectionNames().map((name) => company.db.find(name, {}));
  return JSON.stringify(await Promise.all(all));
};

test('private texts are nowhere in the database; the applicant and HR see them, and HR leaves a trace', async () => {
  const sending = send();
  const { id } = (await company.ask('staff', 'submit', sending)).data;
  expect(await everything()).not.toMatch(/13800138000|13900139000|示例家属/);
  expect((await company.ask('staff', 'detail', { id })).data.values).toEqual(values);
  expect(await company.db.find('readings', {})).toEqual([]);
  const seen = (await company.ask('hr', 'detail', { id })).data;
  expect([seen.values, seen.hidden]).toEqual([values, []]);
  expect(await company.db.find('readings', {})).toMatchObject([
    { readerId: PEOPLE.hr, ownerId: PEOPLE.staff, aboutId: id, fields: ['phone', 'emergency'] },
  ]);
  expect(await everything()).not.toMatch(/13800138000|13900139000|示例家属/);
});

test('a retry is the same request, another number is another one', async () => {
  const sending = send();
  const { id } = (await company.ask('staff', 'submit', sending)).data;
  expect((await company.ask('staff', 'submit', sending)).data.id).toBe(id);
  const other = await company.ask('staff', 'submit', send(sending.key, { phone: '13700137000' }));
  expect(other.error?.code).toBe('REQUEST_KEY_REUSED');
});

test('the editor of types cannot make a field public that is shipped as private', async () => {
  const { types } = (await company.ask('admin', 'listTypes')).data;
  const { version, ...type } = types.find(({ id }: { id: string }) => id === 'onboarding');
  const form = type.form.map(({ private: _, ...field }: { private?: true }) => field);
  const answer = await company.ask('admin', 'saveType', {
    type: { ...type, form },
    expectedVersion: version,
  });
  expect(answer.error).toEqual({ code: 'INPUT_INVALID', data: { path: 'type.form.phone', rule: 'needed' } });
});

test('who is in copy is told that there is something, not what', async () => {
  const { types } = (await company.ask('admin', 'listTypes')).data;
  const { version, ...type } = types.find(({ id }: { id: string }) => id === 'onboarding');
  const edited = { ...type, flow: { ...type.flow, ...CC_HEAD } };
  await company.ask('admin', 'saveType', { type: edited, expectedVersion: version });
  company.clock.advance(61_000);
  const { id } = (await company.ask('staff', 'submit', send(newKey(), {}, version + 1))).data;
  const seen = (await company.ask('peer', 'detail', { id })).data;
  expect(seen.hidden).toEqual(['phone', 'emergency']);
  expect(JSON.stringify(seen)).not.toMatch(/13800138000|13900139000|sealed1/);
  expect(await company.db.find('readings', {})).toEqual([]);
});

/** What a person sees of the private texts, and whether reading it left a trace. */
async function readBy(who: Who, id: string) {
  const { hidden, values: seen, may } = (await company.ask(who, 'detail', { id })).data;
  const readings = await company.db.find('readings', { readerId: PEOPLE[who] });
  return { hidden, seen: JSON.stringify(seen).match(/13800138000/) !== null, may, traces: readings.length };
}
const UNREAD = { hidden: ['phone', 'emergency'], seen: false, traces: 0 };

test('who decides for HR, by delegation, transfer or as an added signer, decides without the private texts', async () => {
  for (const hr of ['hr', 'hr2'] as const)
    await company.ask(hr, 'delegate', { delegateId: PEOPLE.elsewhere, from: '2026-11-23', to: '2026-11-30' });
  const { id, rev } = (await company.ask('staff', 'submit', send())).data;
  expect(await readBy('elsewhere', id)).toMatchObject({
    ...UNREAD,
    may: expect.arrayContaining(['approve']),
  });

  const added = (await company.ask('hr', 'addSigner', { id, rev, signerId: PEOPLE.other })).data;
  expect(await readBy('other', id)).toMatchObject({ ...UNREAD, may: expect.arrayContaining(['approve']) });
  const moved = (await company.ask('hr', 'transfer', { id, rev: added.rev, toId: PEOPLE.peer })).data;
  expect(await readBy('peer', id)).toMatchObject({ ...UNREAD, may: expect.arrayContaining(['approve']) });

  const signed = (await company.ask('other', 'decide', { id, rev: moved.rev, verb: 'approve' })).data;
  const done = (await company.ask('peer', 'decide', { id, rev: signed.rev, verb: 'approve' })).data;
  expect(done.state).toBe('approved');
  for (const who of ['elsewhere', 'peer', 'other'] as const) {
    const seen = await company.ask(who, 'detail', { id });
    expect(JSON.stringify(seen)).not.toMatch(/13800138000|13900139000/);
  }

  // Who signed for HR signs the cancelling as well, and reads no more of it.
  const undoing = { id, rev: done.rev, key: newKey(), reason: '填错了' };
  const cancelling = (await company.ask('staff', 'cancel', undoing)).data;
  for (const who of ['peer', 'other'] as const)
    expect(await readBy(who, cancelling.id)).toMatchObject(UNREAD);
  expect(await readBy('hr2', cancelling.id)).toMatchObject({ hidden: [], seen: true, traces: 1 });
});

test('an approver whom the flow names reads them, and after deciding', async () => {
  const { types } = (await company.ask('admin', 'listTypes')).data;
  const { version, ...type } = types.find(({ id }: { id: string }) => id === 'onboarding');
  const [step] = type.flow.steps;
  const steps = [{ ...step, approvers: [{ by: 'manager', level: 1 }] }];
  const edited = { ...type, flow: { ...type.flow, steps } };
  expect(
    (await company.ask('admin', 'saveType', { type: edited, expectedVersion: version })).error,
  ).toBeUndefined();
  company.clock.advance(61_000);
  const { id, rev } = (await company.ask('staff', 'submit', send(newKey(), {}, version + 1))).data;
  expect(await readBy('head', id)).toMatchObject({ hidden: [], seen: true, traces: 1 });
  await company.ask('head', 'decide', { id, rev, verb: 'approve' });
  expect(await readBy('head', id)).toMatchObject({ hidden: [], seen: true, traces: 2 });
});

test('returned and sent again, and undone after approval: still readable for those who may', async () => {
  const { id, rev } = (await company.ask('staff', 'submit', send())).data;
  const returned = (await company.ask('hr', 'decide', { id, rev, verb: 'return', comment: '请补充' })).data;
  const again = { id, rev: returned.rev, values: { ...values, phone: '13700137000' } };
  const resent = (await company.ask('staff', 'resubmit', again)).data;
  expect((await company.ask('hr', 'detail', { id })).data.values.phone).toBe('13700137000');
  const approved = (await company.ask('hr', 'decide', { id, rev: resent.rev, verb: 'approve' })).data;
  const undoing = { id, rev: approved.rev, key: newKey(), reason: '填错了' };
  const cancelling = (await company.ask('staff', 'cancel', undoing)).data;
  const seen = await company.ask('hr', 'detail', { id: cancelling.id });
  expect(seen.data.values.phone).toBe('13700137000');
  expect(await everything()).not.toMatch(/13700137000/);
});

test('without a key nothing is kept, and the person is told why', async () => {
  const keyless = await openRequestCompany(NOW);
  try {
    const refused = await keyless.ask('staff', 'submit', send());
    expect(refused.error).toEqual({ code: 'SETUP_MISSING', data: { what: 'FIELD_KEYS' } });
    expect(await keyless.db.find('requests', {})).toEqual([]);
  } finally {
    await keyless.close();
  }
});

test('a type may keep texts private, but not the reason, which is on every card', async () => {
  const { types } = (await company.ask('admin', 'listTypes')).data;
  const { version, ...type } = types.find(({ id }: { id: string }) => id === 'profile');
  const make = (fieldId: string) => ({
    ...type,
    form: type.form.map((field: { id: string }) =>
      field.id === fieldId ? { ...field, private: true } : field,
    ),
  });
  const save = (fieldId: string) =>
    company.ask('admin', 'saveType', { type: make(fieldId), expectedVersion: version });
  for (const id of ['reason', 'files'])
    expect((await save(id)).error).toMatchObject({ code: 'INPUT_INVALID', data: { rule: 'private' } });
  expect((await save('what')).data.type.form[0]).toMatchObject({ id: 'what', private: true });
});
