import i18next from 'i18next';
import type { PartInput, ScoreNode } from '#contracts/appraisal';
import type { Language } from '#contracts/common';
import { score } from '../../../../cloudfunctions/appraisal/domain/score';
import {
  basisText,
  nodeName,
  type ScoreSpeaker,
} from '../../../../miniprogram/features/appraisal/common/score-text';
import { flattened } from '../../../../miniprogram/features/appraisal/common/score-tree';
import { scoresEn } from '../../../../miniprogram/features/appraisal/common/scores-en';
import { scoresZh } from '../../../../miniprogram/features/appraisal/common/scores-zh-CN';
import {
  CAPPED,
  COMPLAINTS,
  figureOf,
  goalOf,
  goalsOf,
  kpiOf,
  kpiPart,
  LEVELS,
  meanOf,
  part,
  schemeOf,
  sectionOf,
} from '../support/appraisal';

const texts = i18next.createInstance();
texts.init({
  initAsync: false,
  resources: { 'zh-CN': { translation: scoresZh }, en: { translation: scoresEn } },
  interpolation: { escapeValue: false },
});
const wordsIn = (language: Language): ScoreSpeaker => ({
  t: (key, data) => texts.getFixedT(language)(key, { ...data }),
  pick: (name) => name[language],
});
const [zh, en] = [wordsIn('zh-CN'), wordsIn('en')];

const STARS = { least: 1, most: 5, zeroAt: 'zero' } as const;
const scheme = schemeOf([part('goals', 'goals', 40), part('peer', 'peer', 30, STARS), kpiPart(30)], {
  curves: [
    LEVELS,
    CAPPED,
    { ...COMPLAINTS, most: 110 },
    { ...CAPPED, id: 'floored', least: 30 },
    { ...LEVELS, id: 'low', most: 90 },
  ],
});
const peers: PartInput = {
  part: 'peer',
  kind: 'reviews',
  sections: [
    sectionOf('team', 100, [
      meanOf(3.7),
      4,
      meanOf(4.9, 'at-most', 8),
      meanOf(1.1, 'at-least'),
      meanOf(3, 'about'),
    ]),
  ],
};
const nodeAt = (root: ScoreNode, place: string): ScoreNode => {
  const row = flattened(root).find(({ path }) => path.join('/') === place);
  if (!row) throw new Error(`no node at ${place}`);
  return row.node;
};
const lineOf = (figure: Parameters<typeof figureOf>[0]): ScoreNode =>
  nodeAt(score(scheme, [kpiOf(figureOf(figure))]).total, 'kpi/sales');
const { total } = score(scheme, [goalsOf(goalOf('G1', 100, 84)), peers]);

describe('somebody who asks where a score comes from', () => {
  it('is told the parts with what they really count', () => {
    expect([nodeName(total, zh), basisText(total, zh)]).toEqual(['总分', '84 × 57.1% + 82.4 × 42.9% = 83.3']);
    expect([nodeName(total, en), basisText(total, en)]).toEqual([
      'Total',
      '84 × 57.1% + 82.4 × 42.9% = 83.3',
    ]);
  });

  it('is told why a part is missing', () => {
    const kpi = total.inputs[2] as ScoreNode;
    expect([nodeName(kpi, zh), basisText(kpi, zh)]).toEqual(['kpi', '没有数据，占比由其余项按比例承担']);
    expect(basisText(kpi, en)).toBe('No data, so the others count for it in proportion');
  });

  it('is told the published mean of a group and that it is no exact one, or what one person said', () => {
    const items = nodeAt(total, 'peer/team').inputs;
    expect(items.map((item) => basisText(item, zh))).toEqual([
      '至少 5 人评价，平均 3.7（1–5 分制），折合 74 分',
      '4（1–5 分制）折合 80 分',
      '至少 8 人评价，平均不高于 4.9（1–5 分制），折合 98 分',
      '至少 5 人评价，平均不低于 1.1，按 5 计（1–5 分制），折合 100 分',
      '至少 5 人评价，平均约 3（1–5 分制），折合 60 分',
    ]);
    expect(items.map((item) => basisText(item, en))).toEqual([
      'At least 5 answers, mean 3.7 on a scale of 1 to 5: 74 points',
      '4 on a scale of 1 to 5 is 80 points',
      'At least 8 answers, mean 4.9 or less on a scale of 1 to 5: 98 points',
      'At least 5 answers, mean 1.1 or more, counted as 5, on a scale of 1 to 5: 100 points',
      'At least 5 answers, mean about 3 on a scale of 1 to 5: 60 points',
    ]);
  });

  it.each([
    [
      { curve: 'capped', actual: 90 },
      '实际 90，目标 100，达成 90%；得 90 分',
      'Actual 90, target 100: 90% reached; 90 points',
    ],
    [
      { curve: 'capped', better: 'less', target: 5, actual: 2 },
      '实际 2，目标 5，越少越好，达成 250%；封顶 120 分',
      'Actual 2, target 5, the less the better: 250% reached; at most 120 points',
    ],
    [
      { curve: 'capped', better: 'less', target: 5, actual: 0 },
      '实际 0，目标 5，越少越好，已是最好；封顶 120 分',
      'Actual 0, target 5, the less the better: the best there is; at most 120 points',
    ],
    [
      { curve: 'floored', actual: 10 },
      '实际 10，目标 100，达成 10%；保底 30 分',
      'Actual 10, target 100: 10% reached; at least 30 points',
    ],
    [
      { curve: 'levels', actual: 95 },
      '实际 95，目标 100，达成 95%；“90”档 80 分，“100”档 100 分，按比例折算得 90 分',
      'Actual 95, target 100: 95% reached; level 90 gives 80 points and level 100 100: in proportion 90 points',
    ],
    [
      { curve: 'levels', actual: 150 },
      '实际 150，目标 100，达成 150%；达到“120”档，得 140 分',
      'Actual 150, target 100: 150% reached; level 120 is reached: 140 points',
    ],
    [
      { curve: 'low', actual: 98 },
      '实际 98，目标 100，达成 98%；“90”档 80 分，“100”档 100 分，封顶 90 分',
      'Actual 98, target 100: 98% reached; level 90 gives 80 points and level 100 100: at most 90 points',
    ],
    [
      { curve: 'levels', actual: 70 },
      '实际 70，目标 100，达成 70%；没有达到最低的“80”档，得 0 分',
      'Actual 70, target 100: 70% reached; short of level 80, the lowest: 0 points',
    ],
    [
      { curve: 'complaints', better: 'value', target: null, actual: 1 },
      '实际 1；达到“2”档，得 100 分',
      'Actual 1; level 2 is reached: 100 points',
    ],
    [
      { curve: 'complaints', better: 'value', target: null, actual: 0 },
      '实际 0；达到“0”档，封顶 110 分',
      'Actual 0; level 0 is reached: at most 110 points',
    ],
  ] as const)('is told how a figure became points: %j', (figure, chinese, english) => {
    const node = lineOf(figure);
    expect([basisText(node, zh), basisText(node, en)]).toEqual([chinese, english]);
  });
});

describe('somebody who exports a score', () => {
  it('has one row for each node, each before what it is made of', () => {
    expect(flattened(total).map(({ path }) => path.join('/'))).toEqual([
      '',
      'goals',
      'goals/G1',
      'peer',
      'peer/team',
      'peer/team/team-0',
      'peer/team/team-1',
      'peer/team/team-2',
      'peer/team/team-3',
      'peer/team/team-4',
      'kpi',
    ]);
  });
});

test('both languages say the same things with the same figures', () => {
  const slots = (words: object): unknown =>
    Object.fromEntries(
      Object.entries(words).map(([key, text]) => [
        key,
        typeof text === 'string' ? [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort() : slots(text),
      ]),
    );
  expect(slots(scoresEn)).toEqual(slots(scoresZh));
});
