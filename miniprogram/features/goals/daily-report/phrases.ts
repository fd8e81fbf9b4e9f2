import { classAt } from './characters';

/**
 * What the words around a number do to it.
 * `set`, `add`: what it is. `sum`: a total, of the day where the words say today. `today`: it is added where that is possible. `up`, `down`: directly before a number, by how
 * much something changed. `not`: it is not so. `about`: the number is not exact. `instead`: it corrects one before.
 * `other-day`: what follows is not of today. `and`: another part of the sentence begins. `each`: several numbers follow for several things. `filler`: nothing.
 */
type Role =
  | 'set'
  | 'sum'
  | 'add'
  | 'today'
  | 'up'
  | 'down'
  | 'not'
  | 'about'
  | 'instead'
  | 'and'
  | 'each'
  | 'other-day'
  | 'filler';

export interface Phrase {
  readonly role: Role;
  readonly from: number;
  readonly to: number;
  /** It says so only directly before a number. */
  readonly isAdjacent: boolean;
}

/** A phrase that ends with `~` counts only directly before a number. */
const PHRASES: Readonly<Record<Role, string>> = {
  set: '累计 总数 达到 达成 目前 截至 截止 至今 现在 升至 升到 提升到 提高到 增加到 增长到 上升到 提升至 提高至 增至 降至 降到 下降到 下降至 减少到 降低到 降低至 恢复到 保持在 维持在 稳定在 控制在 达~ 已达 涨到 突破 so_far to_date cumulative cumulatively reached now currently rose_to increased_to improved_to grew_to raised_to fell_to dropped_to reduced_to down_to',
  sum: '总计 共计 合计 一共 总共 共~ total in_total altogether overall',
  add: '新增 加上 追加 又 再 more another additional extra again +~',
  today: '今天 今日 本日 当天 今早 上午 下午 today',
  up: '增加了~ 增长了~ 提升了~ 提高了~ 上升了~ 多了~ 增加~ 增长~ 提升~ 提高~ 上升~ increased_by~ rose_by~ grew_by~ improved_by~ up_by~',
  down: '减少了~ 下降了~ 降低了~ 少了~ 减少~ 下降~ 降低~ decreased_by~ fell_by~ dropped_by~ reduced_by~ down_by~',
  not: "没有 没能 没 未能 未 并非 不是 无 暂无 零 尚未 no zero without none not never didn't didn’t haven't haven’t hasn't hasn’t isn't isn’t wasn't wasn’t couldn't couldn’t",
  about:
    '大约 大概 差不多 将近 接近 超过 不到 不足 至少 最多 约~ 近~ 超~ 逾~ about around nearly almost over~ under~ roughly approximately less_than more_than at_least at_most up_to fewer_than ~~',
  instead:
    '不对 更正 应该是 应为 应是 改为 写错 说错 错了 sorry correction i_mean make_that should_be actually rather',
  and: '和 及 以及 并 并且 还有 另外 同时 其中 而且 、 / and & plus then while also',
  each: '分别 respectively each',
  'other-day':
    '大前天 前天 前日 昨天 昨日 昨晚 明天 明日 后天 上周 下周 上月 上个月 下个月 yesterday tomorrow last_week next_week last_month',
  filler:
    '第 了~ 了 的 是~ 为~ 其中有 有~ 今年 本月 本周 比昨天 比前天 我们 the a an of for i we my our is was were are today_i with',
};

/** These only look like a negation or an addition. */
const WORDS_ALIKE = [
  '无法',
  '无论',
  '无锡',
  '无线',
  '无人',
  '未来',
  '未必',
  '没关系',
  '没问题',
  '零售',
  '零食',
  '再次',
  '再见',
  '又好',
  '和解',
  '和平',
  '并购',
  '并发',
  '及时',
  '及格',
  '现在职',
  '目的',
];

interface Entry {
  readonly text: string;
  readonly role: Role | null;
  readonly isAdjacent: boolean;
}

const byStart = new Map<string, Entry[]>();
function enter(entry: Entry): void {
  const start = entry.text.charAt(0);
  byStart.set(start, [...(byStart.get(start) ?? []), entry]);
}
for (const [role, phrases] of Object.entries(PHRASES))
  for (const phrase of phrases.split(' '))
    enter({
      text: phrase.replace(/~$/, '').replace(/_/g, ' '),
      role: role as Role,
      isAdjacent: phrase.endsWith('~') && phrase !== '~~',
    });
for (const text of WORDS_ALIKE) enter({ text, role: null, isAdjacent: false });
for (const entries of byStart.values()) entries.sort((one, other) => other.text.length - one.text.length);

const isLetter = (text: string, at: number): boolean => classAt(text, at) === 'letter';

/** A phrase of letters begins and ends with its words. */
const isWhole = (text: string, at: number, phrase: string): boolean =>
  !isLetter(phrase, 0) || (!isLetter(text, at - 1) && !isLetter(text, at + phrase.length));

/** The longest phrase at a place; `role` is null for a word that only looks like one. Null if there is none. */
export function phraseAt(text: string, from: number): (Omit<Phrase, 'role'> & { role: Role | null }) | null {
  const found = byStart
    .get(text.charAt(from))
    ?.find((entry) => text.startsWith(entry.text, from) && isWhole(text, from, entry.text));
  if (!found) return null;
  return { role: found.role, isAdjacent: found.isAdjacent, from, to: from + found.text.length };
}
