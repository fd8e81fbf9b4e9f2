import type { FeedbackKind, FeedbackTopic, FeedbackVisibility } from '#contracts/feedback';
import { ask, type Cloud } from './ask';
import { addDays, dayOf, instantOf } from './demo-days';
import { MAIN_PERSON } from './demo-person';

interface Given {
  /** Days before today. */
  readonly ago: number;
  readonly from: string;
  readonly to: string;
  readonly kind: FeedbackKind;
  readonly visibility: FeedbackVisibility;
  readonly text: string;
  readonly about?: string;
  /** What the receiver wrote back on the next day. */
  readonly reply?: string;
}

const praise = (ago: number, from: string, to: string, text: string, about?: string): Given => ({
  ...{ ago, from, to, text, kind: 'praise', visibility: 'everybody' },
  ...(about !== undefined && { about }),
});
const feedback = (ago: number, from: string, to: string, text: string, more: Partial<Given> = {}): Given => ({
  ...{ ago, from, to, text, kind: 'feedback', visibility: 'receiver' },
  ...more,
});

/** What colleagues told each other in the last weeks: of the main person's team, and a little of the others. */
const GIVEN: readonly Given[] = [
  praise(24, 'E0014', MAIN_PERSON, '示例：上线那晚一起排查到两点，第二天还把复盘写清楚了', '十月版本上线'),
  praise(17, 'E0009', 'E0015', '示例：把老的构建脚本整理成文档，新人当天就能跑起来'),
  praise(9, MAIN_PERSON, 'E0013', '示例：客户现场的问题当天定位当天修好，省了大家一趟出差', '客户现场支持'),
  praise(3, 'E0016', 'E0014', '示例：评审时提前指出接口会变，少返工一周'),
  praise(12, 'E0029', 'E0037', '示例：华东新客户回访做得细，客户主动介绍了两家'),
  praise(6, 'E0031', 'E0032', '示例：展会前一天补齐了全部物料'),
  feedback(20, 'E0009', MAIN_PERSON, '示例：需求评审时结论讲得清楚；下次先把影响范围列出来，会更快', {
    visibility: 'manager',
    reply: '示例：好的，下次评审前先发影响范围',
  }),
  feedback(10, 'E0013', MAIN_PERSON, '示例：代码评审的意见很具体；如果能当天回就更好了', {
    reply: '示例：这周改成每天上下午各看一次',
  }),
  feedback(5, 'E0015', MAIN_PERSON, '示例：演示前和测试对一遍数据，现场就不会卡住', { about: '十一月演示' }),
  feedback(8, MAIN_PERSON, 'E0014', '示例：周会的进展可以先写再讲，大家准备得更充分', {
    visibility: 'manager',
  }),
  feedback(14, 'E0029', 'E0038', '示例：报价前先核对折扣权限，这次差点要重做合同', { visibility: 'manager' }),
];
const WORKDAY_END = 17 * 60 + 40;
const REPLIED = 9 * 60 + 20;
/** Days in which a question can be answered. */
const ANSWERED_WITHIN = 5;

/**
 * Feedback and praise of the last weeks, and a question that waits for the main person. Each is given through the function,
 * at its time. Only for a company without any.
 * @throws Error if the product refuses something
 */
export async function seedFeedback(cloud: Cloud, now: number): Promise<void> {
  if ((await cloud.db.count('feedback_notes')) > 0) return;
  const today = dayOf(now);
  const at = (ago: number, minutes: number) => Math.min(now, instantOf(addDays(today, -ago), minutes));
  for (const [index, { ago, from, to, kind, visibility, text, about, reply }] of GIVEN.entries()) {
    const topic: FeedbackTopic | undefined =
      about === undefined ? undefined : { kind: 'project', title: about };
    const { id } = await ask<{ id: string }>(cloud, { by: from, at: at(ago, WORKDAY_END) }, 'giveFeedback', {
      ...{ key: `demo-feedback-${index}-0001`, toId: to, kind, text, visibility },
      ...(topic && { topic }),
    });
    if (reply !== undefined)
      await ask(cloud, { by: to, at: at(ago - 1, REPLIED) }, 'replyFeedback', {
        ...{ id, key: `demo-reply-${index}-00001`, text: reply },
      });
  }
  await ask(cloud, { by: 'E0016', at: at(1, WORKDAY_END) }, 'askFeedback', {
    ...{ key: 'demo-feedback-asked-0001', ofId: MAIN_PERSON, dueOn: addDays(today, ANSWERED_WITHIN) },
    question: '示例：这个月我主持的两次评审，哪里可以更好？',
  });
}
