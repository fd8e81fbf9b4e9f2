import { openWithReset } from '../../../support/open';
import { type Company, OPENIDS, openCompany } from '../support/company';

/** An employee who works here like everybody in the company. */
const person = (id: string, name: string, nameEn = '') => ({
  ...(colleague as { _id: string }),
  _id: id,
  name,
  nameEn,
});
let colleague: object;
const run = async () => {
  const { result, warnings } = await company.invoke(
    'people',
    { Type: 'Timer' },
    { as: { kind: 'timer', name: 'people' } },
  );
  expect(warnings).toEqual([]);
  return (result as { data: Record<string, unknown> }).data['search-texts'];
};

const company: Company = openWithReset(
  () => openCompany('2026-11-23T09:40:00+08:00'),
  async ({ db }) => {
    [colleague = {}] = await db.find('employees', { _id: 'E0001' });
    await db.insertMany('employees', [
      person('P0013', '示例员工丙子', 'Demo Employee 13'),
      person('P0014', '单雄信'),
      person('P0015', '买买提·艾力', 'Ali Mamat'),
      person('P0016', '吕布'),
      person('P0130', '单人丙'),
    ]);
  },
);

const find = async (text: string) => {
  const { data } = await company.act(OPENIDS.day, 'people.find', { text });
  return data.people.map(({ id }: { id: string }) => id);
};

test.each([
  ['丙子', ['P0013']],
  ['0013', ['P0013']],
  ['Ｐ００１３', ['P0013']],
  ['bingzi', ['P0013']],
  ['Bing Zi', ['P0013']],
  ['bz', ['P0013']],
  ['shan', ['P0014', 'P0130']],
  ['lvbu', ['P0016']],
  ['买买提 • 艾力', ['P0015']],
  ['mmtal', ['P0015']],
  ['mamat', ['P0015']],
  ['013', ['P0013', 'P0130']],
])('"%s" finds the person', async (text, ids) => {
  await run();
  expect(await find(text)).toEqual(ids);
  expect(company.lastCalls()).toBeLessThanOrEqual(3);
});

test('by number too, only people who work here today are found', async () => {
  const gone = { ...person('P0020', '离职'), leftOn: '2026-11-22' };
  const last = { ...person('P0021', '最后一天'), leftOn: '2026-11-23' };
  const later = { ...person('P0022', '待入职'), hiredOn: '2026-11-24' };
  await company.db.insertMany('employees', [gone, last, later]);
  const ids = ['P0016', 'P0020', 'P0021', 'P0022'];
  const { data } = await company.act(OPENIDS.day, 'people.find', { ids });
  expect(data.people.map(({ id }: { id: string }) => id)).toEqual(['P0016', 'P0021']);
});

test('whoever was entered today is found by name and number at once, by pinyin after the next run', async () => {
  expect(await find('丙子')).toEqual(['P0013']);
  expect(await find('0013')).toEqual(['P0013']);
  expect(await find('bingzi')).toEqual([]);
  await run();
  expect(await find('bingzi')).toEqual(['P0013']);
});

test('somebody who was renamed is found by the new name; a second run writes nothing', async () => {
  await run();
  await company.db.updateMany('employees', { _id: 'P0013' }, { $set: { name: '示例员工丁丑' } });
  expect(await run()).toEqual({ changed: 1 });
  expect(await find('dingchou')).toEqual(['P0013']);
  expect(await find('bingzi')).toEqual([]);
  expect(await run()).toEqual({ changed: 0 });
});
