import { wordsIn } from '../../../../cloudfunctions/shared/words/words';

const [zh, en] = [wordsIn('zh-CN'), wordsIn('en')];

test('a text that is asked for again is the same, with other figures another one', () => {
  const spans = () => [480, 30].map((minutes) => zh.t('date.spanMinutes', { minutes }));
  expect(spans()).toEqual(['480 分钟', '30 分钟']);
  expect(spans()).toEqual(['480 分钟', '30 分钟']);
  expect(zh.t('makeupOf', { name: '1' })).not.toBe(zh.t('makeupOf', { name: '2' }));
});

test('each language has texts of its own', () => {
  for (let time = 0; time < 2; time += 1) {
    expect(zh.t('date.spanMinutes', { minutes: 30 })).toBe('30 分钟');
    expect(en.t('date.spanMinutes', { minutes: 30 })).toBe('30 min');
    expect([zh.t('reports.yes'), en.t('reports.yes')]).toEqual(['是', 'yes']);
  }
});

test('more texts than are kept, and one longer than is kept, come out right', () => {
  for (let minutes = 0; minutes < 5_000; minutes += 1)
    expect(zh.t('date.spanMinutes', { minutes })).toBe(`${minutes} 分钟`);
  const name = '长'.repeat(500);
  expect(zh.t('makeupOf', { name })).toContain(name);
});
