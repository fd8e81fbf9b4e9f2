import { recognise } from '../../../../../../miniprogram/features/goals/daily-report/recognise';
import { rememberWords } from '../../../../../../miniprogram/features/goals/daily-report/remember';
import { inShort, read, SHOP } from './key-results';

describe('numbers as people write them', () => {
  it.each([
    ['接待 50 位客户，成交 10 单，处理 2 起投诉', 'guest +50, deal +10, complaint +2'],
    ['closed 10 deals, handled 2 complaints', 'deal +10, complaint +2'],
    ['成交１２单', 'deal +12'],
    ['成交1,200单', 'deal +1200'],
    ['成交１，２００单', 'deal +1200'],
    ['接待五十位客户', 'guest +50'],
    ['接待了两百三十位客户', 'guest +230'],
    ['接待两百三位客户', 'guest +230'],
    ['成交十二单', 'deal +12'],
    ['成交十二，接待三十', 'deal +12, guest +30'],
    ['一共成交一百零五单', 'deal =105'],
    ['销售额1.2万', 'sales +1.2'],
    ['销售额 1.2w', 'sales +1.2'],
    ['销售额一万二', 'sales +1.2'],
    ['销售额1万2', 'sales +1.2'],
    ['销售额1万2千', 'sales +1.2'],
    ['销售额一万二千五百元', 'sales +1.25'],
    ['三点五万销售额', 'sales +3.5'],
    ['销售额 3千元', 'sales +0.3'],
    ['销售额：¥12,000', 'sales +1.2'],
    ['销售额￥1.2万', 'sales +1.2'],
    ['revenue RMB 35,000', 'sales +3.5'],
    ['sales of 2 million yuan', 'sales +200'],
    ['served 5k customers', 'guest +5000'],
    ['客户满意度 3.5%', 'satisfied =3.5'],
    ['满意度百分之八十', 'satisfied =80'],
    ['满意度百分之八十点五', 'satisfied =80.5'],
    ['客户满意度为92.5％。', 'satisfied =92.5'],
    ['满意度 88', 'satisfied =88'],
    ['培训半小时', 'training +0.5'],
    ['培训两个半小时', 'training +2.5'],
    ['培训2小时30分钟', 'training +2.5'],
    ['培训30分钟', 'training +0.5'],
    ['training 1.5h', 'training +1.5'],
    ['handled two complaints', 'complaint +2'],
    ['served twenty-five customers', 'guest +25'],
    ['a dozen deals closed', 'deal +12'],
    ['退货 -3 件', 'returned =-3?'],
    ['成交 -3 单', 'deal +-3'],
    ['负三单成交', 'deal +-3'],
    ['成交-3单', 'deal +-3?'],
    ['0单成交', 'deal +0'],
    ['接待零位客户', 'guest +0'],
  ])('%s', (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });
});

describe('numbers that are no values', () => {
  it.each([
    ['11月28日接待20位客户', 'guest +20'],
    ['2026-11-28 成交 5 单', 'deal +5'],
    ['11/28 成交 5 单', 'deal +5'],
    ['28 Nov: closed 5 deals', 'deal +5'],
    ['November 28: closed 5 deals', 'deal +5'],
    ['9:30 到岗，接待 20 位客户', 'guest +20'],
    ['下午3点半接待5位客户', 'guest +5'],
    ['9am: served 5 customers', 'guest +5'],
    ['电话13800000000，接待客户3位', 'guest +3'],
    ['010-12345678 的客户退货 1 件', 'returned =1'],
    ['订单号 12345678 成交 1 单', 'deal +1'],
    ['卡号 6222020200112233445', ''],
    ['第3季度成交 5 单', 'deal +5'],
    ['第三天成交 5 单', 'deal +5'],
    ['Q3: closed 5 deals', 'deal +5'],
    ['周三成交 5 单', 'deal +5'],
    ['双十一成交 20 单', 'deal +20'],
    ['5G 专区成交 2 单', 'deal +2'],
    ['SKU0012 成交 2 单', 'deal +2'],
    ['版本 1.2.3 上线', ''],
    ['房间 302 的客户退货 1 件', 'returned =1'],
    ['培训了 3 年', ''],
    ['千万别忘了百货', ''],
    ['十分满意', ''],
    ['一起吃饭，统一着装', ''],
    ['和同事一起处理投诉', ''],
    ['1、接待 20 位客户\n2、成交 3 单', 'guest +20, deal +3'],
  ])('%s', (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });
});

describe('added or replaced', () => {
  it.each([
    ['累计成交 30 单', 'deal =30'],
    ['目前共接待客户150位', 'guest =150'],
    ['成交达到 30 单', 'deal =30'],
    ['成交 30 单（累计）', 'deal =30'],
    ['so far 40 deals closed', 'deal =40'],
    ['30 deals closed in total', 'deal =30'],
    ['Revenue reached 25万', 'sales =25'],
    ['今天成交 3 单', 'deal +3'],
    ['又成交 3 单', 'deal +3'],
    ['新增客户 5 位', 'guest +5'],
    ['closed 3 more deals', 'deal +3'],
    ['closed 3 deals today', 'deal +3'],
    ['今天一共接待50位客户', 'guest +50'],
    ['今天接待客户，一共50位', 'guest +50'],
    ['满意度提升到 88%', 'satisfied =88'],
    ['满意度提升了2个百分点', 'satisfied +2'],
    ['今天满意度 85%', 'satisfied =85'],
    ['退货减少了2件', 'returned +-2?'],
    ['退货降到 7 件', 'returned =7'],
    ['累计成交 3 单', 'deal =3?'],
    ['累计接待200位，成交40单', 'guest =200, deal =40?'],
    ['今天成交3单，累计33单', 'deal +3?, deal =33?'],
    ['上午成交3单，下午成交5单', 'deal +3, deal +5'],
  ])('%s', (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });
});

describe('corrections, denials and inexact numbers', () => {
  it.each([
    ['成交10单，不对，是12单', 'deal +12'],
    ['成交 10 单（应为 12 单）', 'deal +12'],
    ['closed 10 deals, sorry, 12 deals', 'deal +12'],
    ['成交10单，接待50位客户。更正：成交12单', 'guest +50, deal +12'],
    ['成交不是10单，是12单', 'deal +12, not [成交不是10单]'],
    ['没有成交', 'deal +0'],
    ['今天没有投诉，成交 2 单', 'complaint +0, deal +2'],
    ['投诉：无', 'complaint +0'],
    ['零投诉', 'complaint +0'],
    ['no deals today', 'deal +0'],
    ['Complaints: none', 'complaint +0'],
    ['没有发现新投诉', 'complaint +0?'],
    ['无法成交', ''],
    ['没有成交10单', 'not [没有成交10单]'],
    ['did not close 10 deals', 'not [did not close 10 deals]'],
    ['接待10-15位客户', 'guest +10?'],
    ['销售额1到2万', 'sales +1?'],
    ['接待十几位客户', 'guest +10?'],
    ['接待三四十位客户', 'guest +30?'],
    ['接待约20位客户', 'guest +20?'],
    ['至少接待 20 位客户', 'guest +20?'],
    ['成交10多单', 'deal +10?'],
    ['more than 10 deals closed', 'deal +10?'],
    ['完成10/20单成交', 'deal +10?'],
  ])('%s', (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });
});

describe('which key result it is', () => {
  it.each([
    ['接待50位客户成交10单', 'guest +50, deal +10'],
    ['接待 50 成交 10 投诉 2', 'guest +50, deal +10, complaint +2'],
    ['50接待 10成交', 'guest +50, deal +10'],
    ['Deals: 10 Complaints: 2', 'deal +10, complaint +2'],
    ['接待50位、成交10单和投诉2起', 'guest +50, deal +10, complaint +2'],
    ['served 50 customers and closed 10 deals', 'guest +50, deal +10'],
    ['接待客户：\n50位', 'guest +50'],
    // By its unit alone; more than one of that quantity is a tie.
    ['50单', 'deal +50?'],
    ['85%', 'satisfied =85?'],
    ['客户 50', 'guest +50?'],
    ['满意度和复购率分别85%和20%', 'again =85?, satisfied =20?'],
    ['销售额 12', 'sales +12?'],
    // Things that are counted differently go together only with a second look.
    ['成交 10 件', 'deal +10?'],
    ['成交率 35%', 'satisfied =35?'],
    ['培训 1 天', '[培训 1 天]'],
    ['买了5本书', '[买了5本书]'],
    ['50', '[50]'],
    ['成交 3 单，跑了 4 公里', 'deal +3, [跑了 4 公里]'],
    ['新店开业 1 家', '[新店开业 1 家]'],
    ['', ''],
    ['   \n\n', ''],
    ['，。！', ''],
    ['﻿\u0000\ud800成交\u200b', ''],
  ])('%s', (text, expected) => {
    expect(inShort(text)).toBe(expected);
  });

  it('names others that it may be', () => {
    expect(read('客户 50').proposals[0]?.alternatives).toEqual(['complaint', 'satisfied']);
  });
});

describe('the words of a proposal', () => {
  it('are the part of the text that it came from', () => {
    const text = '11月28日：今天接待 50 位客户，成交 10 单 投诉 2 起。';
    expect(read(text).proposals.map(({ span }) => text.slice(...span))).toEqual([
      '11月28日：今天接待 50 位客户',
      '成交 10 单',
      '投诉 2 起',
    ]);
  });

  it('of a correction name what it corrects', () => {
    const text = '成交10单，不对，是12单';
    const [proposal] = read(text).proposals;
    expect(proposal?.corrects && text.slice(...proposal.corrects)).toBe('成交10单');
  });
});

describe('what was confirmed before', () => {
  const confirm = (
    text: string,
    keyResultId: string,
    mode: 'add' | 'set',
    memory = rememberWords([], SEED),
  ) => rememberWords(memory, { words: read(text).proposals[0]?.words ?? wordsOf(text), keyResultId, mode });
  const SEED = { words: '开单', keyResultId: 'deal', mode: 'add' } as const;
  const wordsOf = (text: string) => text.replace(/[\d\s]/g, '');

  it('is recognised by its words, although neither unit nor title say so', () => {
    expect(inShort('开单 3')).toBe('[开单 3]');
    expect(inShort('开单 3', [SEED])).toBe('deal +3');
    expect(inShort('今天又开单 3 笔', [SEED])).toBe('deal +3');
  });

  it('counts more than the title', () => {
    const memory = confirm('投诉 2', 'returned', 'set');
    expect(inShort('投诉 2')).toBe('complaint +2');
    expect(inShort('投诉 3', memory)).toBe('returned =3');
  });

  it('keeps the way in which it was added, unless the text says otherwise', () => {
    const memory = confirm('成交 20 单', 'deal', 'set');
    expect(inShort('成交 20 单', memory)).toBe('deal =20');
    expect(inShort('又成交 20 单', memory)).toBe('deal +20');
  });

  it('holds as it was confirmed last', () => {
    const memory = confirm('开单 2', 'guest', 'add');
    expect(inShort('开单 3', memory)).toBe('guest +3');
    expect(memory).toHaveLength(1);
  });

  it('is ignored once its key result is gone, or counts another quantity', () => {
    expect(inShort('开单 3', [{ ...SEED, keyResultId: 'gone' }])).toBe('[开单 3]');
    expect(inShort('开单 3%', [SEED])).toBe('satisfied =3?');
  });

  it('is fifty entries at most, the oldest are forgotten', () => {
    let memory = [SEED as Parameters<typeof rememberWords>[1]];
    for (let index = 0; index < 60; index += 1)
      memory = rememberWords(memory, {
        words: `词${'一二三四五六'[index % 6]}${index}`,
        keyResultId: 'deal',
        mode: 'add',
      });
    expect(memory).toHaveLength(50);
    expect(memory.some(({ words }) => words === '开单')).toBe(false);
    expect(memory[0]?.words).toBe('词六59');
  });
});

describe('key results of other shapes', () => {
  it('may have a unit of their own', () => {
    const tables = [{ id: 'tables', title: '翻台', unit: '桌次', kind: 'raise', lastValue: null }] as const;
    expect(read('今天 36桌次', [], tables).proposals).toMatchObject([
      { keyResultId: 'tables', value: 36, mode: 'add', confidence: 'maybe' },
    ]);
  });

  it('are found by further words', () => {
    const leads = [
      { id: 'leads', title: '线索', words: ['加微信', 'wechat contacts'], kind: 'raise', lastValue: null },
    ] as const;
    expect(read('加微信 8 个', [], leads).proposals).toMatchObject([{ value: 8, confidence: 'sure' }]);
    expect(read('8 new WeChat contacts', [], leads).proposals).toMatchObject([
      { value: 8, confidence: 'sure' },
    ]);
  });

  it('in yuan get yuan, in ten thousands get ten thousands', () => {
    const inYuan = [{ id: 'yuan', title: '回款', unit: '元', kind: 'raise', lastValue: null }] as const;
    expect(read('回款 1.2万', [], inYuan).proposals).toMatchObject([{ value: 12_000 }]);
    expect(read('回款 350', [], inYuan).proposals).toMatchObject([{ value: 350, confidence: 'sure' }]);
  });

  it('that are none give no proposals', () => {
    expect(read('成交 3 单', [], []).unmatched).toHaveLength(1);
  });
});

it('a report of 10,000 characters is refused before it is read', () => {
  const unread = new Proxy([] as typeof SHOP, {
    get() {
      throw new Error('was looked at');
    },
  });
  expect(recognise('成'.repeat(10_000), unread, [])).toEqual({
    problem: 'too-long',
    length: 10_000,
    limit: 2_000,
  });
  expect(recognise('成'.repeat(2_001), SHOP, [])).toHaveProperty('problem', 'too-long');
  expect(recognise('成'.repeat(2_000), SHOP, [])).not.toHaveProperty('problem');
});

describe('what is said of another day', () => {
  const of = (text: string) =>
    read(text).proposals.map(({ keyResultId, confidence, isOtherDay = false }) => [
      keyResultId,
      confidence,
      isOtherDay,
    ]);

  it.each([
    '昨天成交 5 单',
    '前天下午成交 5 单',
    '成交 5 单（昨天）',
    '昨天的，成交 5 单',
    '明天要成交 5 单',
    'closed 5 deals yesterday',
    'yesterday I closed 5 deals',
  ])('"%s" is proposed and left to the person', (text) => {
    expect(of(text)).toEqual([['deal', 'maybe', true]]);
  });

  it('ends with today, and with the sentence', () => {
    expect(of('昨天成交 5 单，今天接待 50 位客户')).toEqual([
      ['deal', 'maybe', true],
      ['guest', 'sure', false],
    ]);
    expect(of('昨天成交 5 单。接待 50 位客户')).toEqual([
      ['deal', 'maybe', true],
      ['guest', 'sure', false],
    ]);
    expect(of('今天下午成交 5 单')).toEqual([['deal', 'sure', false]]);
  });
});
