import { fakePhone, loadService } from '../../support/phone';

interface Opened {
  data: Record<string, never> & {
    mode: string;
    checks: { id: string; value: string }[];
    state: { text: string };
  };
  onLoad(link: object): void;
  onShow(): void;
  onHide(): void;
  onRow(event: object): void;
}
let calls: Call[] = [];
type Call = { action: string; reply: (data: object) => void };

const run = (more: object = {}) => ({
  month: '2026-10',
  rev: 3,
  state: 'done',
  people: 60,
  written: 2,
  waiting: 0,
  doneAt: 1,
  lockedAt: null,
  history: [],
  unlock: null,
  sums: {
    totals: { attended: 1, missing: 0 },
    overtimeMinutes: 0,
    corrections: 0,
    openPeople: 0,
    unconfirmed: 0,
  },
  ...more,
});
const settlement = (more: object = {}) => ({
  settlement: run(more),
  open: { requests: 0, flags: 0 },
  mayClose: true,
});
/** As `setData` reads a path: `checks[4].value`. */
function setPath(data: object, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  const last = keys.pop() ?? '';
  const owner = keys.reduce((at, key) => at[key] as Record<string, unknown>, data as Record<string, unknown>);
  owner[last] = structuredClone(value);
}
const settled = () => new Promise(setImmediate);

/** The page, with every call of the cloud waiting for the test. */
function openPage(): { page: Opened; calls: Call[] } {
  calls = [];
  const pages: Opened[] = [];
  fakePhone({
    getWindowInfo: () => ({ windowWidth: 390 }),
    setNavigationBarTitle: () => undefined,
    onNetworkStatusChange: () => undefined,
    cloud: {
      callFunction: ({ data: { action } }: { data: { action: string } }) =>
        new Promise((resolve) => {
          const reply = (data: object) => resolve({ result: { ok: true, data, now: Date.now() } });
          calls.push({ action, reply });
        }),
    },
  });
  Object.assign(globalThis, {
    Page: (definition: Opened) => void pages.push(definition),
    getCurrentPages: () => [{ route: 'features/office/pages/settlement/settlement' }],
  });
  loadService('features/office/pages/settlement/settlement');
  const [definition] = pages;
  if (!definition) throw new Error('no page was made');
  const page = {
    ...definition,
    data: structuredClone(definition.data),
    setData(this: Opened, changes: Record<string, unknown>, done?: () => void) {
      for (const [path, value] of Object.entries(changes)) setPath(this.data, path, value);
      done?.();
    },
  } as unknown as Opened;
  page.onLoad({ month: '2026-10' });
  page.onShow();
  return { page, calls };
}

beforeEach(() => jest.resetModules());
afterEach(() => {
  for (const { reply } of calls) reply({ items: [], next: null, ...settlement() });
});

test('HR looks at another page while the month first loads: it is there on return', async () => {
  const { page, calls } = openPage();
  page.onHide();
  calls[0]?.reply(settlement());
  await settled();
  page.onShow();
  await settled();
  expect(page.data.mode).toBe('ready');
});

test('HR leaves in the middle of a comparison: it can be compared again on return', async () => {
  const { page, calls } = openPage();
  calls[0]?.reply(settlement());
  await settled();
  const compare = () => page.onRow({ currentTarget: { dataset: { id: 'changed' } } });
  compare();
  page.onHide();
  calls[1]?.reply({ items: [], next: null });
  await settled();
  page.onShow();
  calls[2]?.reply(settlement());
  await settled();
  expect(calls.map(({ action }) => action)).toEqual(['settlement', 'differences', 'settlement']);
  compare();
  calls[3]?.reply({ items: [], next: null });
  await settled();
  expect(page.data.checks.find(({ id }) => id === 'changed')?.value).toBe('没有');
});

test('a month that was unlocked names its differences by itself', async () => {
  const { calls } = openPage();
  const unlocked = { kind: 'unlocked', at: 2, byName: '甲', byNameEn: 'A' };
  calls[0]?.reply(settlement({ history: [unlocked] }));
  await settled();
  expect(calls.map(({ action }) => action)).toEqual(['settlement', 'differences']);
});
