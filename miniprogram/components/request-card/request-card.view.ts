import type { Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { RequestCard, RequestState } from '#contracts/request';
import { avatarText } from '../../common/avatar-text';
import { type FactLine, factLine, factSentence } from '../../locales/fact-text';
import { amountText, moneyText, namesText, periodText, personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayOf, dayText } from '../../utils/dates';

export interface CardView {
  readonly id: string;
  readonly initial: string;
  /** Who and what, in one line. */
  readonly subject: string;
  /** When it is for, and when it was asked. */
  readonly when: string;
  readonly lines: readonly FactLine[];
  readonly warnings: readonly { readonly tone: 'warn' | 'bad'; readonly text: string }[];
  readonly state: string;
  readonly tone: 'info' | 'ok' | 'bad' | 'plain';
  /** Said of a request that somebody was reminded of; else empty. */
  readonly urgent: string;
  /** Whom it waits for; empty once it is decided. */
  readonly waiting: string;
  /** Why the last decision on it did not go through. */
  readonly problem: string;
  readonly selectLabel: string;
}

const TONES: Readonly<Record<RequestState, CardView['tone']>> = {
  pending: 'info',
  returned: 'bad',
  approved: 'ok',
  rejected: 'bad',
  withdrawn: 'plain',
  cancelled: 'plain',
};

/** 10 分钟前, then the day. */
function agoText(at: Instant, now: Instant, utcOffset: Minutes, words: Words): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return words.t('pending.ago.now');
  if (minutes < 60) return words.t('pending.ago.minutes', { count: minutes });
  if (minutes < 1_440) return words.t('pending.ago.hours', { count: Math.floor(minutes / 60) });
  return dayText(dayOf(at, utcOffset), words);
}

/** 年假 3 天 / 差旅报销 ¥1,286.40, and whether it is to be undone. */
export function matterText(card: RequestCard, words: Words): string {
  const title = words.pick(card.title);
  if (card.cancels) return words.t('pending.cancelling', { title });
  if (card.amountFen !== null) return `${title} ${moneyText(card.amountFen)}`;
  return card.amountMinutes ? `${title} ${amountText(card.kind, card.amountMinutes, words)}` : title;
}

/** Full pay decides nothing, and the sum stands in the title. */
const isUsual = (fact: Fact): boolean =>
  fact.code === 'DAYS_COUNTED' || (fact.code === 'PAY' && fact.data.share === 100);

/** The reason that the person gave comes last, in their own words. */
function linesOf(card: RequestCard, words: Words): FactLine[] {
  const reason = card.reason ? [{ name: words.t('requests.reason'), value: card.reason }] : [];
  const facts = card.facts.filter((fact) => !isUsual(fact));
  return [...facts.map((fact) => factLine(fact, words)), ...reason];
}

/** One request as a card. `problem`: why the last decision on it did not go through. */
export function cardView(
  card: RequestCard,
  now: Instant,
  utcOffset: Minutes,
  words: Words,
  problem = '',
): CardView {
  const name = personName(card.applicant, words);
  const subject = words.t('pending.subject', { name, title: matterText(card, words) });
  const ago = agoText(card.submittedAt, now, utcOffset, words);
  const period = card.period ? [periodText(card.period, words)] : [];
  return {
    id: card.id,
    initial: avatarText(name),
    subject,
    when: [...period, ago].join(words.t('common.separator')),
    lines: linesOf(card, words),
    warnings: card.warnings.map((warning) => ({ tone: warning.tone, text: factSentence(warning, words) })),
    state: words.t(`requestStates.${card.state}`),
    tone: TONES[card.state],
    urgent: card.urgent && card.state === 'pending' ? words.t('pending.urgent') : '',
    waiting:
      card.state === 'pending' && card.waitingFor.length > 0
        ? words.t('pending.waitingFor', { names: namesText(card.waitingFor, words) })
        : '',
    problem,
    selectLabel: words.t('pending.selectCard', { subject }),
  };
}
