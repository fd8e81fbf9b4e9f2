import '../../../../../miniprogram/features/office/words/words';
import type { RecordFault } from '#contracts/record-fault';
import { dataFaultsView } from '../../../../../miniprogram/features/office/pages/data-faults/data-faults.view';
import { leftOutText } from '../../../../../miniprogram/locales/left-out';
import { wordsIn } from '../../../../../miniprogram/locales/words';
import { at, OFFSET } from '../../support/today';

const [zh, en] = [wordsIn('zh-CN'), wordsIn('en')];
const fault = (more: Partial<RecordFault>): RecordFault => ({
  id: 'employees:E1',
  collection: 'employees',
  document: 'E1',
  field: 'assignments',
  rule: 'list',
  seenAt: at('09:30'),
  ...more,
});
const view = (items: readonly RecordFault[], words = zh) =>
  dataFaultsView({ page: { items, next: null }, failure: null, more: 'idle', utcOffset: OFFSET }, words);

test('a record names its field, what it must be, and where an administrator mends it', () => {
  const { mode, items } = view([fault({})]);
  expect(mode).toBe('ready');
  expect(items[0]).toMatchObject({
    name: '员工资料',
    problem: '“assignments”不对：要是列表（没有就填 []），每一项都要完整',
    todo: '请管理员在云开发控制台打开集合 employees，找到 _id 为 E1 的文档，改好字段 assignments。',
  });
});

test('a record that no check explains sends to the log, in English too', () => {
  const [item] = view([fault({ collection: 'requests', rule: 'failed', field: '' })], en).items;
  expect(item).toMatchObject({
    name: 'Request',
    problem: 'Working with this record failed, so it was left out',
  });
  expect(item?.todo).toContain('log of the cloud functions for E1');
});

test('nothing to mend says so', () => {
  expect(view([]).mode).toBe('empty');
});

test('a board names up to five people who are left out, and nobody where nobody is', () => {
  expect(leftOutText([], zh)).toBe('');
  expect(leftOutText(['E1'], en)).toContain('1 person is left out because of a fault in their record: E1');
  expect(leftOutText(['1', '2', '3', '4', '5', '6'], zh)).toContain('1、2、3、4、5…');
});
