import type { Day } from '#contracts/common';
import type { Share } from '#contracts/goal';
import type { EvidenceGoals, EvidenceNote, EvidenceWeek, ReviewEvidence } from '#contracts/review-evidence';
import { percentText } from '../../../../common/goals/share';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayOf, dayShort } from '../../../../utils/dates';

export type Facts = ReviewEvidence | 'loading' | Failure | null;

export const hasFacts = (facts: Facts): facts is ReviewEvidence =>
  facts !== null && facts !== 'loading' && 'feedback' in facts;

interface Folded {
  readonly facts: Facts;
  readonly isFactsOpen: boolean;
}

/** The line that opens and closes it, and what is under it while it is open. */
export const factsPart = ({ facts, isFactsOpen }: Folded, words: Words) => ({
  isFactsOpen,
  factsText: words.t(isFactsOpen ? 'reviewFacts.hide' : 'reviewFacts.show'),
  facts: isFactsOpen ? factsView(facts, words) : null,
});

/** What there is about a person in a cycle, from its first week on. */
export function factsView(facts: Facts, words: Words) {
  if (facts === null || facts === 'loading') return { state: 'loading' as const };
  if (!hasFacts(facts))
    return {
      state: 'error' as const,
      error: words.t('reviewFacts.failed', { error: errorText(facts, words) }),
    };
  const { goals, feedback } = facts;
  const objectives = goals?.objectives ?? [];
  return {
    state: 'shown' as const,
    note: words.t('reviewFacts.note'),
    goalsHead: words.t('reviewFacts.goals'),
    noGoals: objectives.length === 0 ? words.t('reviewFacts.noGoals') : '',
    objectives: objectives.map(({ id, title, progress, rows }) => ({
      ...{ id, title, progress: shareText(progress, words) },
      rows: rows.map((row) => ({ id: row.id, title: row.title, progress: shareText(row.progress, words) })),
    })),
    weeksHead: words.t('reviewFacts.weeks'),
    weeks: (goals?.weeks ?? []).map((week) => weekView(week, words)),
    closing: closingView(goals?.review ?? null, words),
    feedbackHead: words.t('reviewFacts.feedback'),
    noFeedback: feedback.length === 0 ? words.t('reviewFacts.noFeedback') : '',
    feedback: feedback.map((note) => noteView(note, words)),
  };
}

const shareText = (share: Share | null, words: Words): string =>
  share === null
    ? words.t('reviewFacts.none')
    : words.t('reviewFacts.percent', { percent: percentText(share) });

function weekView({ from, to, checkIns, progress, words: said }: EvidenceWeek, words: Words) {
  return {
    id: from,
    days: from === to ? dayShort(from, words) : daysText(from, to, words),
    count: checkIns > 0 ? words.t('reviewFacts.checkIns', { count: checkIns }) : words.t('reviewFacts.quiet'),
    progress:
      progress === null || checkIns === 0
        ? ''
        : words.t('reviewFacts.until', { percent: percentText(progress) }),
    words: said,
  };
}

const daysText = (from: Day, to: Day, words: Words): string =>
  words.t('reviewFacts.week', { from: dayShort(from, words), to: dayShort(to, words) });

function closingView(review: EvidenceGoals['review'], words: Words) {
  if (!review) return null;
  const { state, summary, comment } = review;
  const confirmed = comment ? words.t('reviewFacts.comment', { text: comment }) : '';
  return {
    head: words.t('reviewFacts.closing'),
    summary,
    comment: state === 'confirmed' ? confirmed : words.t('reviewFacts.waits'),
  };
}

const noteView = ({ id, kind, from, at, text }: EvidenceNote, words: Words) => ({
  id,
  about: [
    words.t(`reviewFacts.kind.${kind}`),
    personName(from, words),
    dayShort(dayOf(at, CHINA_UTC_OFFSET), words),
  ].join(words.t('common.separator')),
  text,
});
