import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openidOf } from '../local/demo/demo-person';
import { people } from '../local/demo/people';
import { places } from '../local/demo/places';
import { startProduct } from '../local/start';
import { closeBrowser } from '../test/e2e/support/browser';
import { openPhone, type Phone } from '../test/e2e/support/phone';
import type { PhoneOptions } from '../test/e2e/support/phone-address';
import { buildProduct } from './build';
import { ensureBrowser } from './lib/ensure-browser';
import { ROOT } from './lib/root';

const FOLDER = path.join(ROOT, 'docs/screenshots');
/** A Monday morning in the office, the same for every picture. */
const SCREENSHOT_AT = Date.parse('2026-11-23T08:57:00+08:00');
const MAX_BYTES = 250 * 1024;
/** Wide enough for panel and phone. */
const DESKTOP = { width: 1180, height: 900, touch: false };

interface Shot {
  readonly name: string;
  readonly options?: Partial<PhoneOptions>;
  /** What to do before the picture is taken. */
  readonly steps: (phone: Phone) => Promise<void>;
}

const [inside, , outside] = places(people()[0]);
const PASS = '135790';
const MONTH = '/features/attendance/pages/month/month';

/** No picture changes what the next one shows: the punch is the last. */
const SHOTS: readonly Shot[] = [
  { name: 'today', steps: (phone) => phone.see('上班打卡') },
  { name: 'today-dark', options: { dark: true }, steps: (phone) => phone.see('上班打卡') },
  {
    name: 'month',
    options: { page: MONTH },
    steps: (phone) => phone.tap('[data-day="2026-11-05"]'),
  },
  {
    name: 'me-en',
    options: { page: '/pages/me/me', lang: 'en' },
    steps: (phone) => phone.see('Demo Yihai'),
  },
  {
    name: 'field-punch',
    options: { place: outside },
    steps: async (phone) => {
      await phone.see('外勤打卡');
      await phone.tap('#dial');
      await phone.see('现场照片');
      await phone.tap('拍照');
      await phone.see('.picture');
      await phone.type('#place-name', '示例客户大厦');
      await phone.type('#note', '客户拜访');
    },
  },
  {
    name: 'pending',
    options: { person: openidOf('E0009'), page: '/pages/pending/pending' },
    steps: (phone) => phone.see('同意'),
  },
  {
    name: 'leave',
    options: { page: '/features/requests/pages/form/form?type=leave' },
    steps: (phone) => phone.see('提交后会怎样'),
  },
  {
    name: 'report',
    options: { page: '/features/appraisal/pages/report/report?cycle=a-2026-10' },
    steps: async (phone) => {
      await phone.see('评分依据', '#parts');
      await phone.tap('#node-goals');
    },
  },
  {
    name: 'board',
    options: {
      person: openidOf('E0002'),
      page: '/features/appraisal/pages/board/board?cycle=a-2026-10&unit=D11',
    },
    steps: (phone) => phone.see('按分数排列', '#picture canvas'),
  },
  {
    name: 'goals',
    options: { page: '/pages/goals/goals' },
    steps: async (phone) => {
      // The segment is there before the goals are, and a tap on it meanwhile is for the page that is drawn again.
      await phone.see('#report');
      await phone.tap('#segment-company');
      await phone.see('.tree .node');
    },
  },
  {
    name: 'payslip',
    options: { page: '/features/pay/pages/slip/slip?month=2026-09' },
    steps: async (phone) => {
      await phone.type('#pass', PASS);
      await phone.type('#pass-again', PASS);
      await phone.tap('#lock-ok');
      await phone.see('#composition canvas');
    },
  },
  {
    name: 'month-end',
    options: { person: openidOf('E0006'), page: '/features/pay/pages/run/run?month=2026-09' },
    steps: (phone) => phone.see('#sums'),
  },
  { name: 'preview', options: { ...DESKTOP, withPanel: true }, steps: (phone) => phone.see('上班打卡') },
  {
    name: 'today-done',
    steps: async (phone) => {
      await phone.tap('#dial');
      await phone.see('已打卡 08:57');
    },
  },
];

/**
 * `npm run screenshots`: the pictures of the README, from the running product at a fixed moment; with names behind `--` these
 * alone.
 */
export async function main(names: readonly string[] = []): Promise<void> {
  await buildProduct();
  // The status bar of the phone shows the machine's zone; the company is in China.
  process.env.TZ = 'Asia/Shanghai';
  process.env.CHROMIUM_PATH = ensureBrowser();
  mkdirSync(FOLDER, { recursive: true });
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-screenshots-'));
  const product = await startProduct({ port: 0, dataDir, demo: true, now: SCREENSHOT_AT });
  try {
    for (const shot of SHOTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
      product.cloud.clock.set(SCREENSHOT_AT);
      await take(product.url, shot).catch((error: Error) => {
        console.error(`${shot.name}: ${error.message}`);
        process.exitCode = 1;
      });
    }
  } finally {
    await closeBrowser();
    await product.close();
    rmSync(dataDir, { recursive: true });
  }
}

async function take(url: string, { name, options, steps }: Shot): Promise<void> {
  const phone = await openPhone({ url, place: inside, ...options });
  await steps(phone);
  await phone.expectNoProblems();
  // Lets animations end.
  await phone.page.waitForTimeout(600);
  const file = path.join(FOLDER, `${name}.png`);
  // One pixel per point is enough for the desktop.
  const scale = options?.withPanel ? 'css' : 'device';
  await phone.page.screenshot({ path: file, animations: 'disabled', scale });
  await phone.close();
  const { size } = statSync(file);
  if (size > MAX_BYTES) throw new Error(`${file} has ${size} bytes, over ${MAX_BYTES}.`);
  console.log(`${path.relative(ROOT, file)} (${Math.round(size / 1024)} KB)`);
}
