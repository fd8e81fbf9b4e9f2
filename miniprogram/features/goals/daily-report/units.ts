import { afterSpaces, classAt, comparableText } from './characters';
import type { ReportableKeyResult } from './proposal';

/**
 * `calendar`: what a date or a duration in months is made of; such a number is no value. `count`: things, whose
 * measure words differ by `group`.
 */
type Dimension =
  | 'count'
  | 'money'
  | 'dollars'
  | 'percent'
  | 'points'
  | 'time'
  | 'days'
  | 'weight'
  | 'length'
  | 'calendar';

export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  readonly group: string;
  /** How many of the smallest unit of the dimension (yuan, minutes, kg, m) one of it is. */
  readonly factor: number;
}

/** Measure words that go with anything, so that they tell nothing. */
const GENERIC = new Set(['个', '次', '项', 'items', 'item', 'times', 'time']);

/** Dimension, factor, names; the first name is the group of things that are counted. */
const ROWS: readonly (readonly [Dimension, number, string])[] = [
  ['count', 1, '位 人 名 人次 个人 people person persons ppl pax'],
  ['count', 1, '单 笔 order orders deal deals'],
  ['count', 1, '起 件 次 个 项 条 宗 例 份 张 case cases item items time times piece pieces pcs'],
  ['count', 1, '家 户 store stores shop shops'],
  ['count', 1, '台 套 辆 部'],
  ['count', 1, '场 节 session sessions'],
  ['count', 1, '通 call calls'],
  ['count', 1, '篇 页 page pages'],
  ['count', 1, '款 种'],
  ['count', 1, '组 批 桌 间 箱 瓶 包 盒'],
  ['money', 1, '元 块 块钱 圆 元人民币 rmb cny yuan'],
  ['money', 1_000, '千元'],
  ['money', 10_000, '万元 万'],
  ['money', 100_000_000, '亿元'],
  ['dollars', 1, '美元 美金 usd dollar dollars $'],
  ['percent', 1, '% 个百分点 百分点 个点 percent pct pp'],
  ['points', 1, '分 point points pts'],
  ['time', 60, '小时 个小时 钟头 个钟头 h hr hrs hour hours'],
  ['time', 1, '分钟 min mins minute minutes'],
  ['days', 1, '天 个工作日 工作日 人天 day days'],
  ['weight', 1, '公斤 千克 kg'],
  ['weight', 0.5, '斤'],
  ['weight', 1_000, '吨'],
  ['length', 1_000, '公里 千米 km'],
  ['length', 1, '米'],
  [
    'calendar',
    1,
    '年 月 日 号 个月 个季度 季度 周 个星期 星期 时 点 点钟 楼 层 期 级 届 岁 am pm st nd rd th year years month months week weeks quarter',
  ],
];

/** Units that only a key result can have: in a text they belong to the number. */
const ONLY_OF_KEY_RESULTS = new Set(['万', '千元', '万元', '亿元']);

const known = new Map<string, Unit>();
for (const [dimension, factor, names] of ROWS) {
  const [group = '', ...others] = names.split(' ');
  for (const name of [group, ...others]) known.set(name, { name, dimension, group, factor });
}

/** The unit of a key result; one that is in no table counts things of its own. Null if it has none. */
export function unitOfKeyResult({ unit, kind }: Pick<ReportableKeyResult, 'unit' | 'kind'>): Unit | null {
  if (kind === 'percent') return known.get('%') ?? null;
  const name = comparableText(unit ?? '').trim();
  if (name === '') return null;
  return known.get(name) ?? { name, dimension: 'count', group: name, factor: 1 };
}

/** Finds the unit that stands at a place of a text. */
export type UnitReader = (text: string, at: number) => Unit | null;

/** Reads the known units and those of the key results, the longest first. */
export function unitReader(keyResults: readonly ReportableKeyResult[]): UnitReader {
  const byStart = new Map<string, Unit[]>();
  const own = keyResults.map(unitOfKeyResult).filter((unit) => unit !== null);
  for (const unit of new Map([...own, ...known.values()].map((each) => [each.name, each])).values()) {
    if (ONLY_OF_KEY_RESULTS.has(unit.name)) continue;
    const start = unit.name.charAt(0);
    byStart.set(start, [...(byStart.get(start) ?? []), unit]);
  }
  for (const units of byStart.values()) units.sort((one, other) => other.name.length - one.name.length);
  return (text, at) =>
    byStart
      .get(text.charAt(at))
      ?.find(({ name }) => text.startsWith(name, at) && endsThere(text, at, name)) ?? null;
}

/** A unit of letters ends where its word ends, and is no label of the number behind it ("50 Deals: 10"). */
function endsThere(text: string, at: number, name: string): boolean {
  const end = at + name.length;
  if (classAt(text, end - 1) !== 'letter') return true;
  return classAt(text, end) !== 'letter' && text.charAt(afterSpaces(text, end)) !== ':';
}

/** `none`: one of both has no unit. `wrong`: other things are counted. `impossible`: another quantity. */
export type UnitMatch = 'same' | 'group' | 'generic' | 'none' | 'wrong' | 'impossible';

/** How well the unit of a number goes with the unit of a key result. */
export function matchUnits(read: Unit | null, wanted: Unit | null): UnitMatch {
  if (!read || !wanted) return 'none';
  if (read.dimension !== wanted.dimension) return 'impossible';
  if (read.dimension !== 'count') return 'same';
  if (GENERIC.has(read.name) || GENERIC.has(wanted.name)) return 'generic';
  if (read.name === wanted.name) return 'same';
  return read.group === wanted.group ? 'group' : 'wrong';
}

/** More exact numbers than this keep their fraction as it is. */
const EXACT = 100_000_000_000;

/** A number in the unit of a key result, with four decimals at most. */
export function inUnitOf(
  value: number,
  read: Unit | null,
  wanted: Unit | null,
  hasMagnitude: boolean,
): number {
  // "12" of a key result in ten thousands is twelve of them; "12万" and "12元" say how much they are.
  const isPlain = read === null && !hasMagnitude;
  const converted = isPlain ? value : (value * (read?.factor ?? 1)) / (wanted?.factor ?? 1);
  return Math.abs(converted) < EXACT ? Math.round(converted * 10_000) / 10_000 : converted;
}
