import { openWithReset } from '../../../support/open';
import { openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';
import { upload } from '../support/staff';

const NOW = '2026-11-23T09:00:00+08:00';
const company = openWithReset(() => openRequestCompany(NOW));

const LIMITED = {
  code: 'RATE_LIMITED',
  data: { rule: 'uploads', retryAt: Date.parse('2026-11-24T00:00:00+08:00') },
};
let uploads = 0;
const send = async (who: Who, action: string, content?: string) => {
  uploads += 1;
  const path = `requests/${PEOPLE[who]}/${uploads}.pdf`;
  const fileId = await upload(company, openidOf(who), path, Buffer.from(`%PDF-1.7 ${content ?? uploads}`));
  return company.ask(who, action, { fileId });
};
/** How each of these uploads is answered. */
const answers = async (who: Who, action: string, count: number) => {
  const codes: string[] = [];
  for (let n = 0; n < count; n += 1) codes.push((await send(who, action)).error?.code ?? 'ok');
  return codes;
};
/** Copies of today or, an hour before midnight, of yesterday, as other instances have made them. */
const copies = (who: Who, day: string) =>
  Array.from({ length: 200 }, (_, n) => ({
    ...{ _id: `${PEOPLE[who]}:${day}:${n}`, rev: 1, employeeId: PEOPLE[who], bytes: 1 },
    ...{
      fileId: `cloud://local-env.local/kept-files/${PEOPLE[who]}/${n}.pdf`,
      hash: `${n}`,
      requestId: null,
    },
    at: Date.parse(day === 'today' ? '2026-11-23T00:00:00+08:00' : '2026-11-22T23:00:00+08:00'),
  }));

test.each([
  ['keepFile', 'kept_files', 'checkReceipt', 'staff'],
  ['checkReceipt', 'receipts', 'keepFile', 'peer'],
] as const)(
  'two hundred copies of a person a day are enough, whichever instances made them: %s',
  async (action, collection, otherAction, who) => {
    await company.db.insertMany(collection, copies(who, 'today'));
    // The first twenty that an instance sees are not counted in the database.
    expect(await answers(who, action, 22)).toEqual([...Array(20).fill('ok'), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect((await send(who, action)).error).toEqual(LIMITED);
    // Neither the other kind of file nor anybody else is concerned.
    expect((await send(who, otherAction)).ok).toBe(true);
    expect(await answers('other', action, 22)).toEqual(Array(22).fill('ok'));
    // Tomorrow it is possible again.
    company.clock.set(Date.parse('2026-11-24T00:00:01+08:00'));
    expect((await send(who, action)).ok).toBe(true);
  },
);

test('copies of yesterday do not count', async () => {
  await company.db.insertMany('kept_files', copies('head', 'yesterday'));
  expect(await answers('head', 'keepFile', 22)).toEqual(Array(22).fill('ok'));
});

test('the same file again and again makes no copy, and ends after two hundred times in one instance', async () => {
  const codes: string[] = [];
  for (let n = 0; n < 202; n += 1)
    codes.push((await send('hr', 'keepFile', 'always the same')).error?.code ?? 'ok');
  expect(codes).toEqual([...Array(200).fill('ok'), 'RATE_LIMITED', 'RATE_LIMITED']);
  expect(await company.db.count('kept_files', { employeeId: PEOPLE.hr })).toBe(1);
});
