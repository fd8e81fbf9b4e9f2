import type { Day } from '#contracts/common';
import type { FeedbackKind, FeedbackTopic, FeedbackVisibility } from '#contracts/feedback';
import type { PersonBrief } from '#contracts/person';
import { cleanLine, cleanText } from '../../../../common/clean-text';
import type { Failure } from '../../../../services/client-error';

export const TOPICS = ['none', 'goal', 'project'] as const;
export type TopicKind = (typeof TOPICS)[number];

export interface GoalOption {
  readonly key: string;
  readonly topic: Extract<FeedbackTopic, { kind: 'goal' }>;
}

export interface GiveModel {
  readonly intent: 'give' | 'ask';
  /** Of this form, so that a retry is not a second note. */
  readonly key: string;
  readonly person: PersonBrief | null;
  readonly picking: boolean;
  readonly kind: FeedbackKind;
  readonly text: string;
  readonly visibility: FeedbackVisibility;
  readonly dueOn: Day;
  readonly today: Day;
  readonly topicKind: TopicKind;
  readonly project: string;
  /** Goals to choose from; null until they were asked for. */
  readonly goals: readonly GoalOption[] | null;
  readonly goal: GoalOption | null;
  readonly choosing: boolean;
  readonly changed: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const topicOf = ({ topicKind, project, goal }: GiveModel): FeedbackTopic | null | 'missing' => {
  if (topicKind === 'none') return null;
  if (topicKind === 'goal') return goal?.topic ?? 'missing';
  const title = cleanLine(project);
  return title === '' ? 'missing' : { kind: 'project', title };
};

/** What would be sent; null as long as something is missing. */
export function inputOf(model: GiveModel) {
  const { key, person, kind, visibility, dueOn } = model;
  const text = cleanText(model.text);
  const topic = topicOf(model);
  if (!person || text === '' || topic === 'missing') return null;
  const about = topic ? { topic } : {};
  return {
    give: { key, toId: person.id, kind, text, visibility, ...about },
    ask: { key, ofId: person.id, question: text, dueOn, ...about },
  };
}

/** Praise alone may be for everybody. */
export const visibilitiesOf = (kind: FeedbackKind): readonly FeedbackVisibility[] =>
  kind === 'praise' ? ['receiver', 'manager', 'everybody'] : ['receiver', 'manager'];
