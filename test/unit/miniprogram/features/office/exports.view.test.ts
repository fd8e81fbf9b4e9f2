import '../../../../../miniprogram/features/office/words/words';
import type { Language, Month } from '#contracts/common';
import type { Report } from '#contracts/report';
import {
  type ExportsModel,
  exportsView,
  isSameOrder,
  type Order,
  withReport,
} from '../../../../../miniprogram/features/office/pages/exports/exports.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at, OFFSET } from '../../support/today';

const order: Order = {
  kind: 'attendance-month',
  month: '2026-10' as Month,
  format: 'xlsx',
  language: 'zh-CN',
};
const file = (rows: number, bytes: number) => ({ fileId: 'cloud://f', name: 'f.xlsx', rows, bytes });
const report = (more: Partial<Report> = {}): Report => ({
  id: '2026-10_attendance-month_zh-CN_xlsx',
  ...order,
  state: 'done',
  files: [file(60, 11_264)],
  startedAt: at('09:00', '2026-11-01'),
  ...more,
});
const model = (more: Partial<ExportsModel> = {}): ExportsModel => ({
  order,
  first: '2024-11' as Month,
  last: '2026-11' as Month,
  making: null,
  progress: null,
  problem: '',
  opening: false,
  reports: [report()],
  failure: null,
  open: null,
  utcOffset: OFFSET,
  ...more,
});
const view = (more: Partial<ExportsModel> = {}, language: Language = 'zh-CN') =>
  exportsView(model(more), wordsIn(language));

describe('a report', () => {
  it('says what it is, in which form, and when it was made', () => {
    expect(view().reports[0]).toMatchObject({
      title: '2026年10月 考勤月报',
      detail: 'Excel · 简体中文',
      note: '11月1日 周日 09:00 生成，60 行',
      files: [],
    });
    expect(view({}, 'en').reports[0]?.title).toBe('Attendance, monthly, Oct 2026');
  });
  it('that is opened shows its files and what can be done with each', () => {
    const open = report().id;
    expect(view({ open }).reports[0]?.files).toEqual([
      { at: 0, name: 'Excel', note: '60 行 · 11 KB', action: '打开' },
    ]);
    const files = [file(2_000, 2_500_000), file(400, 90_000)];
    const csv = report({ format: 'csv', files });
    expect(view({ reports: [csv], open }).reports[0]?.files).toEqual([
      { at: 0, name: '第 1 个文件', note: '2000 行 · 2.4 MB', action: '复制链接' },
      { at: 1, name: '第 2 个文件', note: '400 行 · 88 KB', action: '复制链接' },
    ]);
  });
  it('that was not finished can be gone on with, and has no files to open yet', () => {
    const half = report({ state: 'running' });
    expect(view({ reports: [half], open: half.id }).reports[0]).toMatchObject({
      note: '没有做完，已写 60 行',
      again: '接着生成',
      files: [],
    });
  });
});

describe('the progress', () => {
  it('says how far it is', () => {
    expect(view().progress).toBe('');
    expect(view({ making: order }).progress).toContain('一般不到一分钟');
    const progress = report({ state: 'running', files: [file(2_000, 1), file(2_000, 1)] });
    expect(view({ making: order, progress }).progress).toBe(
      '正在生成，已写 2 个文件、4000 行。可以离开，回来接着做。',
    );
    expect(view({ making: order }).busy).toBe(true);
  });
});

describe('the list', () => {
  it('takes a report in by its month, in place of an older one', () => {
    const november = report({ id: '2026-11_requests_en_csv', month: '2026-11' as Month, kind: 'requests' });
    const all = withReport(withReport([report()], november), report({ files: [] }));
    expect(all.map(({ id, files }) => [id, files.length])).toEqual([
      ['2026-11_requests_en_csv', 1],
      ['2026-10_attendance-month_zh-CN_xlsx', 0],
    ]);
  });
  it('is loading, broken, empty or ready', () => {
    const failure = { code: 'OFFLINE', data: {}, requestId: '' } as const;
    expect(view({ reports: null }).mode).toBe('loading');
    expect(view({ reports: null, failure })).toMatchObject({
      mode: 'error',
      error: '现在没有网络，联网后再试',
    });
    expect(view({ reports: [] }).mode).toBe('empty');
  });
  it('knows the same order', () => {
    expect([isSameOrder(order, { ...order }), isSameOrder(order, { ...order, language: 'en' })]).toEqual([
      true,
      false,
    ]);
  });
});
