import { openWithReset } from '../../../support/open';
import { openRequestCompany, PEOPLE } from '../support/request-company';

const file = `cloud://local-env/kept-files/${PEOPLE.staff}/contract.pdf`;
const company = openWithReset(
  () => openRequestCompany('2026-11-23T09:00:00+08:00'),
  ({ db }) =>
    db.insertMany('kept_files', [{ _id: 'contract', rev: 1, employeeId: PEOPLE.staff, fileId: file }]),
);
const values = { seal: 'contract', copies: 2, files: [file], reason: '客户合同' };
const submit = (more: object = {}) =>
  company.ask('staff', 'submit', {
    key: 'seal-0000000000000001',
    typeId: 'seal',
    version: 1,
    values: { ...values, ...more },
  });
const decide = (who: 'head' | 'admin' | 'hr', { id, rev }: { id: string; rev: number }) =>
  company.ask(who, 'decide', { id, rev, verb: 'approve' });

test('the head of the department signs, then administration, and it is approved', async () => {
  const { data: sent } = await submit();
  expect(sent).toMatchObject({
    kind: 'seal',
    title: { 'zh-CN': '合同专用章 2 份' },
    state: 'pending',
    waitingFor: [{ id: PEOPLE.head }],
  });
  expect((await decide('admin', sent)).error?.code).toBe('NOT_FOUND');
  const { data: first } = await decide('head', sent);
  expect(first).toMatchObject({ state: 'pending', waitingFor: [{ id: PEOPLE.admin }] });
  const { data: last } = await decide('admin', first);
  expect(last).toMatchObject({ state: 'approved', waitingFor: [] });
});

test('its form begins with the first seal and one copy, and says who will sign', async () => {
  const { data } = await company.ask('staff', 'start', { typeId: 'seal' });
  expect(data.first).toMatchObject({
    values: { seal: 'company', copies: 1 },
    preview: {
      problem: null,
      flow: [{ people: [{ id: PEOPLE.head }] }, { people: [{ id: PEOPLE.admin }] }],
    },
  });
});

test.each([
  ['without the document', { files: [] }, 'files', 'required'],
  ['with a fraction of a copy', { copies: 2.5 }, 'copies', 'whole-number'],
  ['with more copies than anybody seals', { copies: 1_000 }, 'copies', 'out-of-range'],
  ['with a seal that is not there', { seal: 'royal' }, 'seal', 'unknown-option'],
  [
    'with somebody else’s document',
    { files: [`cloud://local-env/kept-files/${PEOPLE.peer}/a.pdf`] },
    'files',
    'wrong-kind',
  ],
])('%s it is refused, and nothing is stored', async (_, more, field, rule) => {
  const { error } = await submit(more);
  expect(error).toMatchObject({ code: 'FORM_INVALID', data: { field, rule } });
  expect(await company.db.count('requests')).toBe(0);
});
