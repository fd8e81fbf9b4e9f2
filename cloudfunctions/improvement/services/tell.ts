import type { Instant } from '#contracts/common';
import type { MessageEvent, TemplateUse } from '#contracts/message';
import { dayOf } from '../../shared/calendar/company-time';
import type { Employee } from '../../shared/kernel/employee';
import { notify } from '../../shared/outbox/outbox';
import type { Plan } from '../domain/plan';
import type { Known } from './load-plan';
import { lineAbove } from './standing';

type Event = Extract<MessageEvent, `plan.${string}`>;

const nameOf = ({ name, nameEn }: Pick<Employee, 'name' | 'nameEn'>) => ({ 'zh-CN': name, en: nameEn });

/** What waits for somebody is told by WeChat as such, and what became of it as a result. */
const TEMPLATES: Readonly<Record<Event, TemplateUse>> = {
  'plan.opened': 'waiting',
  'plan.written': 'waiting',
  'plan.changed': 'waiting',
  'plan.agreed': 'result',
  'plan.decided': 'result',
  'plan.dropped': 'result',
};

/** One message about a plan; once for each revision, however often a call is repeated. */
export async function tell(
  event: Event,
  plan: Plan,
  to: readonly string[],
  by: Pick<Employee, 'name' | 'nameEn'>,
  at: Instant,
): Promise<void> {
  await notify({
    _id: `plan:${plan._id}:${event}:${plan.rev}`,
    ...{ event, to, data: { name: nameOf(by), title: plan.title }, aboutId: plan._id, at },
    template: TEMPLATES[event],
  });
}

/** Tells the other one of the two: the direct manager where the person did it, else the person. */
export async function tellOther(
  event: Event,
  plan: Plan,
  { person, who }: Known,
  me: Employee,
  now: Instant,
): Promise<void> {
  const [manager] = who.isSelf ? await lineAbove(person, dayOf(now), now) : [];
  const to = who.isSelf ? manager?._id : person._id;
  if (to !== undefined) await tell(event, plan, [to], me, now);
}
