import { allKinds } from '../../cloudfunctions/approvals/kind/registry';
import '../../cloudfunctions/requests/kinds';
import type { FormField } from '#contracts/form';
import { openPerFile } from '../support/open';
import {
  newKey,
  openidOf,
  openRequestCompany,
  ownType,
  PEOPLE,
  type Who,
} from '../unit/cloudfunctions/support/request-company';
import { upload } from '../unit/cloudfunctions/support/staff';

const ENVIRONMENT = 'cloud://local-env.local';
const OWN_TYPE = {
  ...ownType([{ approvers: [{ by: 'manager', level: 1 }] }]),
  form: [{ id: 'scan', kind: 'file', label: { 'zh-CN': '扫描件', en: 'Scan' }, required: false, most: 3 }],
};
const company = openPerFile(() =>
  openRequestCompany('2026-11-23T09:00:00+08:00', {
    riskyWords: ['risky'],
    seed: { request_types: [OWN_TYPE] },
    variables: { requests: { FIELD_KEYS: `k1=${Buffer.alloc(32, 1).toString('base64')}` } },
  }),
);

/** Every form with a file that people send, filled in otherwise. */
const FORMS: Readonly<Record<string, (files: readonly string[]) => object>> = {
  leave: (files) => ({
    ...{ leaveType: 'annual', period: { unit: 'day', from: '2026-12-01', to: '2026-12-01' } },
    ...{ reason: 'x', files },
  }),
  correction: (files) => ({ day: '2026-11-20', slot: 'in', time: '09:00', reason: 'x', files }),
  expense: (files) => ({ lines: [{ day: '2026-11-20', category: 'travel', amount: 1_000, files }] }),
  onboarding: (files) => ({ phone: '13800000000', emergency: 'x 13800000000', reason: 'x', files }),
  profile: (files) => ({ what: 'x', files }),
  seal: (files) => ({ seal: 'contract', copies: 1, reason: 'x', files }),
  'own-seal': (scan) => ({ scan }),
};

const hasFile = (form: readonly FormField[]): boolean =>
  form.some(({ kind, columns = [] }) => kind === 'file' || hasFile(columns));

test('every form with a file is among them, but for field punches, which nobody sends by hand', () => {
  const types = allKinds().flatMap((kind) => kind.types);
  const withFile = types.filter(({ form }) => hasFile(form)).map(({ id }) => id);
  expect(withFile.sort()).toEqual([...Object.keys(FORMS), 'field'].filter((id) => id !== 'own-seal').sort());
});

let uploads = 0;
const put = (who: Who, text: string) => {
  uploads += 1;
  const content = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(`${text} ${uploads}`)]);
  return upload(company, openidOf(who), `requests/${PEOPLE[who]}/${uploads}.jpg`, content);
};
const keptBy = (typeId: string) => (typeId === 'expense' ? 'checkReceipt' : 'keepFile');
const copyOf = async (who: Who, typeId: string, text = 'fine'): Promise<string> =>
  (await company.ask(who, keptBy(typeId), { fileId: await put(who, text) })).data.fileId;

const WRONG = { code: 'FORM_INVALID', data: { rule: 'wrong-kind' } };
const BAD: readonly (readonly [
  what: string,
  error: object,
  file: (typeId: string) => Promise<string> | string,
])[] = [
  ['an upload, which its owner can still change', WRONG, () => put('staff', 'fine')],
  ['the copy of a colleague', WRONG, (typeId) => copyOf('peer', typeId)],
  ['an address of the web', WRONG, () => `https://example.com/kept-files/${PEOPLE.staff}/a.jpg`],
  [
    'a copy that was never made',
    { code: 'FILE_INVALID', data: { rule: 'missing' } },
    () => `${ENVIRONMENT}/kept-files/${PEOPLE.staff}/00000000-0000-4000-8000-000000000000.jpg`,
  ],
  [
    'a copy of another environment',
    { code: 'FILE_INVALID', data: { rule: 'missing' } },
    async (typeId) => (await copyOf('staff', typeId)).replace(ENVIRONMENT, 'cloud://other.env'),
  ],
  [
    'a picture that WeChat refused',
    { code: 'FILE_INVALID', data: { rule: 'refused' } },
    async (typeId) => {
      const file = await copyOf('staff', typeId, 'risky');
      await company.push.deliver();
      return file;
    },
  ],
];

const every = Object.keys(FORMS).flatMap((typeId) => BAD.map((bad) => [typeId, ...bad] as const));

test.each(every)('%s: %s is refused when it is sent', async (typeId, _, error, file) => {
  const values = FORMS[typeId]?.([await file(typeId)]);
  const before = await company.db.find('requests');
  const answer = await company.ask('staff', 'submit', { key: newKey(), typeId, version: 1, values });
  expect(answer.error).toMatchObject(error);
  expect(await company.db.find('requests')).toEqual(before);
});

test.each(Object.keys(FORMS))('%s: one’s own copy is no reason to refuse it', async (typeId) => {
  const values = FORMS[typeId]?.([await copyOf('staff', typeId)]);
  const { error } = await company.ask('staff', 'submit', { key: newKey(), typeId, version: 1, values });
  expect(['FORM_INVALID', 'FILE_INVALID']).not.toContain(error?.code);
});
