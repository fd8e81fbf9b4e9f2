import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openidOf } from '../../local/demo/demo-person';
import { people } from '../../local/demo/people';
import { places } from '../../local/demo/places';
import type { SetDataMetric } from '../../local/preview/shared/preview-handle';
import { startProduct } from '../../local/start';
import { ensureBrowser } from '../../scripts/lib/ensure-browser';
import { closeBrowser } from '../e2e/support/browser';
import { openPhone, type Phone } from '../e2e/support/phone';
import { MORNING } from './bench-cloud';
import { spreadOf } from './figures';
import { letWait } from './let-wait';
import { count, ms, type Row, row } from './table';

const RUNS = 5;
const FIRST_BYTES = 8 * 1024;
const UPDATE_BYTES = 1024;
const [inside] = places(people()[0]);

interface Screen {
  readonly name: string;
  readonly page: string;
  /** Whose phone it is; the main person's of the demo unless given. */
  readonly person?: string;
  /** Shown when the page has its data. */
  readonly shown: string;
  /** An everyday step on the page, and what it shows. */
  readonly step: { readonly tap: string; readonly see: string };
}

const SCREENS: readonly Screen[] = [
  { name: 'today', page: '/pages/today/today', shown: '上班打卡', step: { tap: '#dial', see: '下班打卡' } },
  {
    name: 'month',
    page: '/features/attendance/pages/month/month',
    shown: '[data-day="2026-11-05"]',
    step: { tap: '[data-day="2026-11-05"]', see: '11月5日 周四' },
  },
  { name: 'me', page: '/pages/me/me', shown: '我的', step: { tap: '#language', see: '选择语言' } },
  {
    name: 'pending',
    page: '/pages/pending/pending',
    person: openidOf('E0009'),
    shown: '多选',
    step: { tap: '同意', see: '已同意 1 项' },
  },
  {
    name: 'goals',
    page: '/pages/goals/goals',
    shown: '完成需求',
    step: { tap: '#segment-company', see: '.node' },
  },
  {
    name: 'report',
    page: '/features/appraisal/pages/report/report?cycle=a-2026-10',
    shown: '评分依据',
    step: { tap: '[id^="node-"]', see: '.basis' },
  },
  {
    name: 'leave form',
    page: '/features/requests/pages/form/form?type=leave',
    person: openidOf('E0017'),
    shown: '10 天 → 9 天',
    step: { tap: '#option-comp-time', see: '余额不够：需要 1 天，还剩 0 天' },
  },
];

interface Opening {
  /** Bytes of the page's own setData calls until it has its data. */
  readonly first: readonly number[];
  readonly render: number;
  readonly nodes: number;
  readonly calls: number;
}

/** What a page hands from logic to view, how long it takes to draw, how often it asks the cloud. */
export async function benchScreens(): Promise<Row[]> {
  process.env.CHROMIUM_PATH = ensureBrowser();
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tongxin-bench-'));
  const product = await startProduct({ port: 0, dataDir, demo: true, now: MORNING });
  try {
    // More than a page of what a manager decides most: cards with facts and warnings.
    await letWait(product.cloud, 25, 'leave');
    const rows: Row[] = [];
    for (const screen of SCREENS) rows.push(...(await benchScreen(product.url, screen)));
    return rows;
  } finally {
    await closeBrowser();
    await product.close();
    rmSync(dataDir, { recursive: true });
  }
}

async function benchScreen(url: string, screen: Screen): Promise<Row[]> {
  const openings: Opening[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { phone, opening } = await open(url, screen);
    openings.push(opening);
    await phone.close();
  }
  const { phone } = await open(url, screen);
  const update = await largestUpdate(phone, screen);
  const whole = await wholeData(phone);
  await phone.close();
  const most = (pick: (opening: Opening) => number): number => Math.max(...openings.map(pick));
  const { name } = screen;
  return [
    row(
      `${name}: largest setData on opening`,
      count(
        most(({ first }) => Math.max(...first)),
        'B',
      ),
      { atMost: FIRST_BYTES },
    ),
    row(`${name}: setData calls until it has its data`, count(most(({ first }) => first.length)), {
      atMost: 3,
    }),
    row(`${name}: setData after a tap`, count(update, 'B'), { atMost: UPDATE_BYTES }, count(whole, 'B')),
    row(`${name}: nodes`, count(most(({ nodes }) => nodes)), { atMost: 500 }),
    row(`${name}: calls of the cloud on opening`, count(most(({ calls }) => calls)), { atMost: 1 }),
    row(`${name}: render`, ms(spreadOf(openings.map(({ render }) => render))), { atMost: 500 }),
  ];
}

async function open(
  url: string,
  { page, person, shown }: Screen,
): Promise<{ phone: Phone; opening: Opening }> {
  const phone = await openPhone({ url, place: inside, page, ...(person !== undefined && { person }) });
  await phone.see(shown);
  await settle(phone);
  const { setData, pages } = await phone.metrics();
  const calls = await phone.frame.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/client/call')).length,
  );
  const nodes = await phone.frame.evaluate(() => document.body.querySelectorAll('*').length);
  const opening = { first: ownBytes(setData), render: pages[0]?.render ?? Number.NaN, nodes, calls };
  return { phone, opening };
}

/** Of the page itself; components of the library set data of their own. */
function ownBytes(metrics: readonly SetDataMetric[]): number[] {
  return metrics.filter(({ page, component }) => page === component).map(({ bytes }) => bytes);
}

async function largestUpdate(phone: Phone, { step }: Screen): Promise<number> {
  const before = ownBytes((await phone.metrics()).setData).length;
  await phone.tap(step.tap);
  await phone.see(step.see);
  await settle(phone);
  const after = ownBytes((await phone.metrics()).setData).slice(before);
  if (after.length === 0) throw new Error(`A tap on ${step.tap} set no data.`);
  return Math.max(...after);
}

/** What a page would send that sets its whole data on every change. */
function wholeData(phone: Phone): Promise<number> {
  return phone.frame.evaluate(() => {
    const { getCurrentPages } = globalThis as unknown as { getCurrentPages(): { data: object }[] };
    return JSON.stringify(getCurrentPages().at(-1)?.data).length;
  });
}

/** Late answers and timers of the page have come. */
function settle(phone: Phone): Promise<void> {
  return phone.page.waitForTimeout(400);
}
