import type { Language } from '#contracts/common';
import type { MessageEvent } from '#contracts/message';
import { dateTimeOf } from '../../shared/calendar/company-time';
import type { Message } from '../../shared/outbox/message';
import type { SubscribeTemplate, TemplateField } from '../../shared/outbox/subscribe-template';
import { wordsIn } from '../../shared/words/words';

/** Maximum number of characters by type of key (`thing1`), as specified by WeChat. */
const MAX_LENGTHS: Readonly<Record<string, number>> = { thing: 20, phrase: 5, name: 10 };
const MAX_OTHER_LENGTH = 20;
/** WeChat rejects empty values. */
const EMPTY_VALUE = '-';

/**
 * The values of a subscribe message by template key, in the person's language, truncated to WeChat's limits.
 */
export function subscribeFields(
  message: Message,
  { keys }: SubscribeTemplate,
  language: Language,
): Record<string, string> {
  const fields = Object.entries(keys) as [TemplateField, string][];
  return Object.fromEntries(
    fields.map(([field, key]) => {
      const kind = key.replace(/\d+$/, '');
      // A `phrase` allows Chinese characters only.
      const fieldLanguage = kind === 'phrase' ? 'zh-CN' : language;
      return [
        key,
        truncated(fieldText(field, message, fieldLanguage), MAX_LENGTHS[kind] ?? MAX_OTHER_LENGTH),
      ];
    }),
  );
}

function fieldText(field: TemplateField, message: Message, language: Language): string {
  if (field === 'at') return dateTimeOf(message.at);
  if (field === 'state') return stateOf(message.event, language);
  // Of a request its applicant, of other messages whoever did it.
  if (field === 'who') return textOf(message, 'applicant', language) || textOf(message, 'name', language);
  const about = [textOf(message, 'type', language), textOf(message, 'title', language)];
  return about.filter((part) => part !== '').join(' ') || stateOf(message.event, language);
}

const stateOf = (event: MessageEvent, language: Language): string => wordsIn(language).t(`messages.${event}`);

function textOf({ data }: Message, key: string, language: Language): string {
  const value = data[key];
  if (value === undefined) return '';
  return typeof value === 'object' ? value[language] : String(value);
}

function truncated(text: string, maxLength: number): string {
  const letters = [...text.replace(/[\s\p{Cc}]+/gu, ' ').trim()];
  if (letters.length === 0) return EMPTY_VALUE;
  return letters.length <= maxLength ? letters.join('') : `${letters.slice(0, maxLength - 1).join('')}…`;
}

const PUSHED_GOALS = 'features/goals/pages/pushed/pushed';

/** The page opened by a tap on the message. */
export function pageOf({ event, aboutId }: Message): string {
  if (event.startsWith('request.') && aboutId !== null)
    return `features/requests/pages/detail/detail?id=${encodeURIComponent(aboutId)}`;
  const about = encodeURIComponent(aboutId ?? '');
  if (event.startsWith('plan.')) return `features/improvement/pages/plan/plan?id=${about}`;
  if (event.startsWith('goal-review.')) return `features/goals/pages/review/review?sheet=${about}`;
  if (event === 'appraisal.appealed') return 'features/appraisal/pages/appeals/appeals';
  if (event === 'appraisal.published' || event === 'appraisal.answered')
    return `features/appraisal/pages/report/report?cycle=${about}`;
  if (event.startsWith('review.')) return 'features/reviews/pages/home/home';
  if (event.startsWith('payslip.')) return `features/pay/pages/slip/slip?month=${aboutId}`;
  if (event === 'pay.account-changed') return 'features/people/pages/readers/readers';
  if (event === 'pay.disputed') return 'features/pay/pages/disputes/disputes';
  if (event === 'pay.to-lock' || event === 'pay.to-publish')
    return `features/pay/pages/run/run?month=${aboutId}`;
  return event.startsWith('goal.') ? PUSHED_GOALS : 'features/notices/pages/inbox/inbox';
}
