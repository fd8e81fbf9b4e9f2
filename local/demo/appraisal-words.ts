import type { ReviewRelation } from '#contracts/review';
import { randomFraction, randomInteger } from './random';

/** What people of the demo write about each other; each says that it is an example. */
const BEST = [
  '示例：交接说明写得清楚，新人照着就能做',
  '示例：临时加的需求当天给了方案，没有拖到周末',
  '示例：把常见问题整理成清单，大家少问了很多遍',
  '示例：月底盘点主动补位，没有让流程停下来',
  '示例：对方着急时语气平和，事情很快解决',
  '示例：会前把材料发齐，会上一次就定了',
  '示例：发现数据不对先停下核对，避免了返工',
  '示例：带新同事走了一遍全流程，三天就上手',
];
const BEST_OF_CUSTOMERS = [
  '示例：电话一打就通，问题当天有回音',
  '示例：讲得明白，没有推来推去',
  '示例：答应的时间做到了',
  '示例：上门前先确认，很省心',
  '示例：出了差错主动说明并补上',
  '示例：态度一直很好',
];
const NEXT = [
  '示例：进展可以早一天说，别等到截止日',
  '示例：同时接的事太多，建议先排轻重',
  '示例：会议纪要再短一点，结论放最前面',
  '示例：遇到分歧先约十分钟当面说',
  '示例：把自动检查加上，少靠人记',
];
const NEXT_BEHIND = [
  '示例：来件当天先回一句，哪怕还没有结果',
  '示例：同样的差错出现了两次，建议加一道核对',
  '示例：排班交接时把没办完的写下来',
];

/**
 * In words: about what was best by everybody, about what comes next by some.
 * @param keys cycle, person, rater. @param at place of the rater, so that not all say the same
 */
export function wordsOf(
  relation: ReviewRelation,
  quality: number,
  keys: readonly string[],
  at: number,
): Readonly<Record<string, string>> {
  const best = relation === 'customer' ? BEST_OF_CUSTOMERS : BEST;
  const next = quality < 3 ? NEXT_BEHIND : NEXT;
  const [cycleId = '', subjectId = ''] = keys;
  const said = (list: readonly string[], about: string) =>
    list[(at + randomInteger(0, list.length - 1, cycleId, subjectId, about)) % list.length] ?? '';
  const hasNext = relation !== 'customer' && (quality < 3 || randomFraction(...keys, 'next') < 0.6);
  return { best: said(best, 'best'), ...(hasNext && { next: said(next, 'next') }) };
}
