import { PEOPLE, type Who } from './request-company';

let keys = 0;
export const feedbackKey = (): string => {
  keys += 1;
  return `feedback-key-${String(keys).padStart(8, '0')}`;
};

/** The input of a note to somebody, with a new key. */
export const noteTo = (to: Who, more: object = {}) => ({
  ...{ key: feedbackKey(), toId: PEOPLE[to], kind: 'feedback', text: '策划逻辑清晰，执行要再快' },
  ...{ visibility: 'receiver', ...more },
});

/** The input of a question to somebody, with a new key. */
export const questionTo = (who: Who, more: object = {}) => ({
  ...{ key: feedbackKey(), ofId: PEOPLE[who], question: '这次促销我协调得怎么样', dueOn: '2026-11-20' },
  ...more,
});
