import { crc32, deflateSync } from 'node:zlib';
import { decode, encode as encodeJpeg } from 'jpeg-js';
import { readInvoice } from '../../../../cloudfunctions/expense/services/read-invoice';

jest.mock('jpeg-js', () => {
  const library = jest.requireActual('jpeg-js');
  return { ...library, decode: jest.fn(library.decode) };
});
beforeEach(() => jest.clearAllMocks());

/** What decoding may add to the memory of the test; what the pictures here would unpack into is several times that. */
const MAX_GROWTH = 100 * 1024 * 1024;
const BOMB_BYTES = 400 * 1024 * 1024;

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

function header(width: number, height: number, interlaced: boolean): Buffer {
  const data = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, interlaced ? 1 : 0]);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  return chunk('IHDR', data);
}

const png = (...headers: Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...headers,
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
const packed = deflateSync(Buffer.alloc(BOMB_BYTES));

/** Peak memory is what the platform ends a function for. */
async function growth(read: () => Promise<unknown>): Promise<number> {
  const before = process.resourceUsage().maxRSS;
  await read();
  return (process.resourceUsage().maxRSS - before) * 1024;
}

test.each([
  ['that says it is huge', png(header(30_000, 30_000, false))],
  ['that is interlaced, whose content has no limit', png(header(10, 10, true))],
  ['with a second header that is huge', png(header(10, 10, false), header(10_000, 10_000, false))],
])('a PNG %s is not unpacked', async (_, content) => {
  expect(await growth(async () => expect(await readInvoice(content, 'png')).toBeNull())).toBeLessThan(
    MAX_GROWTH,
  );
});

const plain = encodeJpeg({ width: 16, height: 16, data: Buffer.alloc(16 * 16 * 4, 0xff) }, 50).data;

test.each([30_000, 2_000])('a JPEG that says it is %d pixels wide is not decoded', async (side) => {
  const said = jest.spyOn(console, 'warn').mockReturnValue();
  const huge = Buffer.from(plain);
  const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
  huge.writeUInt16BE(side, frame + 5);
  huge.writeUInt16BE(side, frame + 7);
  expect(await growth(async () => expect(await readInvoice(huge, 'jpg')).toBeNull())).toBeLessThan(
    MAX_GROWTH,
  );
  expect(said).toHaveBeenCalledWith('RECEIPT_UNREAD', expect.stringContaining('maxResolutionInMP'));
});

test('a JPEG with more passes than an encoder writes is given up before the first', async () => {
  const scan = plain.subarray(plain.indexOf(Buffer.from([0xff, 0xda])), -2);
  const end = plain.length - scan.length - 2;
  const scans = (count: number) =>
    Buffer.concat([plain.subarray(0, end), ...Array.from({ length: count }, () => scan), plain.subarray(-2)]);
  await readInvoice(scans(10), 'jpg');
  expect(decode).toHaveBeenCalledTimes(1);
  await readInvoice(scans(400), 'jpg');
  expect(decode).toHaveBeenCalledTimes(1);
});
