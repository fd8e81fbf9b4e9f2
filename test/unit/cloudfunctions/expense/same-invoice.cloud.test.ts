import { encode as encodeJpeg } from 'jpeg-js';
import { PNG } from 'pngjs';
import qrcode from 'qrcode-generator';
import { openWithReset } from '../../../support/open';
import { newKey, openidOf, openRequestCompany, PEOPLE, type Who } from '../support/request-company';
import { upload } from '../support/staff';

const company = openWithReset(() => openRequestCompany('2026-11-23T09:00:00+08:00'));

const INVOICE = '01,10,033001900111,12345678,98.00,20261120,12345678901234567890,A1B2,';
const OTHER = '01,10,033001900111,87654321,98.00,20261120,12345678901234567890,A1B2,';

const SIDE = 400;
/** A page of `side` pixels, as a phone saves an invoice, with its code in a corner. */
function page(text: string, side = SIDE) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const data = Buffer.alloc(side * side * 4, 0xff);
  const pixel = Math.floor(side / 3 / code.getModuleCount());
  for (let y = 0; y < code.getModuleCount() * pixel; y += 1)
    for (let x = 0; x < code.getModuleCount() * pixel; x += 1)
      if (code.isDark(Math.floor(y / pixel), Math.floor(x / pixel)))
        data.fill(0, ((y + 40) * side + x + 40) * 4, ((y + 40) * side + x + 40) * 4 + 3);
  return { width: side, height: side, data };
}
const jpg = (text: string, quality: number) => encodeJpeg(page(text), quality).data;
function png(text: string): Buffer {
  const picture = new PNG({ width: SIDE, height: SIDE });
  page(text).data.copy(picture.data);
  return PNG.sync.write(picture);
}

let files = 0;
async function receipt(who: Who, content: Buffer, type = 'jpg') {
  files += 1;
  const fileId = await upload(company, openidOf(who), `requests/${PEOPLE[who]}/${files}.${type}`, content);
  const { data, error } = await company.ask(who, 'checkReceipt', { fileId });
  expect(error).toBeUndefined();
  return data.fileId as string;
}
const line = (amount: number, ...of: string[]) => ({
  day: '2026-11-20',
  category: 'travel',
  amount,
  files: of,
});
const send = (who: Who, ...lines: ReturnType<typeof line>[]) =>
  company.ask(who, 'submit', { key: newKey(), typeId: 'expense', version: 1, values: { lines } });
const warnings = async (who: Who, id: string) =>
  (await company.ask(who, 'detail', { id })).data.warnings.map(
    ({ code, data }: { code: string; data: object }) => [code, data],
  );

test('the invoice of a picture is read by its code, in both formats', async () => {
  await receipt('staff', jpg(INVOICE, 70));
  await receipt('staff', png(OTHER), 'png');
  const found = await company.db.find('receipts', {});
  expect(found.map(({ invoiceId }) => invoiceId).sort()).toEqual([
    '033001900111:12345678',
    '033001900111:87654321',
  ]);
});

test('another picture of an invoice, or one byte more, is refused in another line of the expense', async () => {
  const first = jpg(INVOICE, 70);
  const [one, longer, again] = [
    await receipt('staff', first),
    await receipt('staff', Buffer.concat([first, Buffer.from([0])])),
    await receipt('staff', png(INVOICE), 'png'),
  ];
  for (const second of [longer, again]) {
    const { error } = await send('staff', line(9_800, one), line(100, second));
    expect(error).toEqual({ code: 'RECEIPT_DUPLICATE', data: { line: 2, where: 'here' } });
  }
  // Two pictures of one invoice are what one line is about.
  expect((await send('staff', line(9_800, one, longer))).error).toBeUndefined();
});

test('in another expense the approver sees the invoice and where else it is', async () => {
  const first = await send('staff', line(9_800, await receipt('staff', jpg(INVOICE, 70))));
  company.clock.advance(60_000);
  const second = await send('staff', line(5_000, await receipt('staff', jpg(INVOICE, 60))));
  const number = 'R03-20261123-';
  expect(first.error ?? second.error).toBeUndefined();
  expect(await warnings('head', second.data.id)).toEqual([
    [
      'SAME_INVOICE',
      { line: 1, invoice: '12345678', day: '2026-11-23', number: expect.stringContaining(number) },
    ],
  ]);
  // Of a colleague neither the number, which begins with who it is, nor the name.
  const third = await send('peer', line(7_000, await receipt('peer', jpg(INVOICE, 50))));
  const told = await warnings('peer', third.data.id);
  expect(told[0]).toEqual(['SAME_INVOICE', { line: 1, invoice: '12345678', day: '2026-11-23', number: '' }]);
  expect(JSON.stringify(told)).not.toContain(PEOPLE.staff);
});

test('an invoice of an expense that was withdrawn is free again', async () => {
  const { data: first } = await send('staff', line(9_800, await receipt('staff', jpg(INVOICE, 70))));
  expect((await company.ask('staff', 'withdraw', { id: first.id, rev: first.rev })).error).toBeUndefined();
  const second = await send('staff', line(9_800, await receipt('staff', jpg(INVOICE, 60))));
  expect(await warnings('head', second.data.id)).toEqual([]);
});

test('the same day, category and amount as before is told with the number of that request', async () => {
  const { data: first } = await send('staff', line(3_800));
  company.clock.advance(60_000);
  const { data: second } = await send('staff', line(3_800), line(3_800), line(1_200));
  const number = expect.stringContaining('R03-20261123-');
  expect(await warnings('head', second.id)).toEqual([
    ['CLAIMED_BEFORE', { line: 1, fen: 3_800, number }],
    ['SAME_LINE', { line: 2, other: 1, fen: 3_800 }],
    ['CLAIMED_BEFORE', { line: 2, fen: 3_800, number }],
  ]);
  await company.ask('head', 'decide', { id: first.id, rev: first.rev, verb: 'reject' });
  const { data: third } = await send('staff', line(1_200));
  expect(await warnings('head', third.id)).toEqual([['CLAIMED_BEFORE', { line: 1, fen: 1_200, number }]]);
  // Of a colleague it says nothing: many pay the same fare.
  expect(await warnings('head', (await send('peer', line(3_800))).data.id)).toEqual([]);
});

test('a huge picture, and one that only says it is one, are receipts without an invoice', async () => {
  const header = png(INVOICE).subarray(0, 64);
  const huge = Buffer.from(header);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  await receipt('staff', huge, 'png');
  await receipt('staff', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('no picture')]));
  const found = await company.db.find('receipts', {});
  expect(found).toHaveLength(2);
  expect(found.filter(({ invoiceId }) => invoiceId !== undefined)).toEqual([]);
});
