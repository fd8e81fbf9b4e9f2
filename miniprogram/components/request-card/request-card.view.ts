import type { Instant, Minutes } from '#contracts/common';
import type { Fact } from '#contracts/fact';
import type { FileLink, RequestCard, RequestState } from '#contracts/request';
import { avatarText } from '../../common/avatar-text';
import { type FactLine, factLine, factSentence } from '../../locales/fact-text';
import { amountText, moneyText, namesText, periodText, personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayOf, dayText } from '../../utils/dates';
import { isPdf } from '../../utils/is-pdf';

export interface CardView {
  readonly id: string;
  /** Empty on one's own cards. */
  readonly initial: string;
  /** Applicant and title in one line. */
  readonly subject: string;
  /** Period and age of the request. */
  readonly when: string;
  readonly lines: readonly FactLine[];
  /** The first files; a picture is shown, a PDF has its sign. */
  readonly papers: readonly (FileLink & { readonly sign: string; readonly label: string })[];
  /** How many files are not shown, or empty. */
  readonly morePapers: string;
  readonly warnings: readonly { readonly tone: 'warn' | 'bad'; readonly text: string }[];
  readonly state: string;
  readonly tone: 'info' | 'ok' | 'bad' | 'plain';
  /** Label of an urged request; else empty. */
  readonly urgent: string;
  /** Approvers that it waits for; empty once decided. */
  readonly waiting: string;
  /** Why the last decision on it failed. */
  readonly failure: string;
  readonly selectLabel: string;
}

export const TONES: Readonly<Record<RequestState, CardView['tone']>> = {
  pending: 'info',
  returned: 'bad',
  approved: 'ok',
  rejected: 'bad',
  withdrawn: 'plain',
  cancelled: 'plain',
};

/** 10 分钟前, then the day with the word that it was sent: another day may stand beside it. */
function agoText(at: Instant, now: Instant, utcOffset: Minutes, words: Words): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return words.t('pending.ago.now');
  if (minutes < 60) return words.t('pending.ago.minutes', { count: minutes });
  if (minutes < 1_440) return words.t('pending.ago.hours', { count: Math.floor(minutes / 60) });
  return words.t('pending.ago.day', { day: dayText(dayOf(at, utcOffset), words) });
}

/** 年假 3 天 / 差旅报销 ¥1,286.40, and whether it is a cancellation. */
export function titleText(card: RequestCard, words: Words): string {
  const title = words.pick(card.title);
  const isShortening = card.facts.some(({ code }) => code === 'SHORTENED');
  if (card.cancels && !isShortening) return words.t('pending.cancelling', { title });
  if (card.amountFen !== null) return `${title} ${moneyText(card.amountFen)}`;
  return card.amountMinutes ? `${title} ${amountText(card, card.amountMinutes, words)}` : title;
}

/** Facts left out on cards and in the detail: full pay is the default, and the days are in the title. */
export const isSelfEvident = (fact: Fact): boolean =>
  fact.code === 'DAYS_COUNTED' || (fact.code === 'PAY' && fact.data.share === 100);

/** Figures of these requests do not count, so that a card does not show them. */
export const HAS_NO_EFFECT: readonly RequestState[] = ['rejected', 'withdrawn', 'cancelled'];

/** The applicant's reason comes last. */
function linesOf(card: RequestCard, words: Words): FactLine[] {
  const reason = card.reason ? [{ name: words.t('requests.reason'), value: card.reason }] : [];
  const facts = HAS_NO_EFFECT.includes(card.state) ? [] : card.facts.filter((fact) => !isSelfEvident(fact));
  return [...facts.map((fact) => factLine(fact, words)), ...reason];
}

function papersOf({ files }: RequestCard, words: Words): Pick<CardView, 'papers' | 'morePapers'> {
  const first = files?.first ?? [];
  const more = (files?.total ?? 0) - first.length;
  return {
    papers: first.map((file, index) => ({
      ...file,
      sign: isPdf(file.fileId) ? 'PDF' : '',
      label: words.t('pending.file', { number: index + 1 }),
    })),
    morePapers: more > 0 ? `+${more}` : '',
  };
}

/** View of one request. `problem`: why the last decision on it failed. `isOwn`: among the reader's own, without their name. */
export function cardView(
  card: RequestCard,
  now: Instant,
  utcOffset: Minutes,
  words: Words,
  { problem = '', isOwn = false }: { readonly problem?: string; readonly isOwn?: boolean } = {},
): CardView {
  const name = personName(card.applicant, words);
  const title = titleText(card, words);
  const subject = isOwn ? title : words.t('pending.subject', { name, title });
  const ago = agoText(card.submittedAt, now, utcOffset, words);
  const period = card.period ? [periodText(card.period, words)] : [];
  return {
    id: card.id,
    initial: isOwn ? '' : avatarText(name),
    subject,
    when: [...period, ago].join(words.t('common.separator')),
    lines: linesOf(card, words),
    ...papersOf(card, words),
    warnings: card.warnings.map((warning) => ({ tone: warning.tone, text: factSentence(warning, words) })),
    state: words.t(`requestStates.${card.state}`),
    tone: TONES[card.state],
    urgent: card.urgent && card.state === 'pending' ? words.t('pending.urgent') : '',
    waiting:
      card.state === 'pending' && card.waitingFor.length > 0
        ? words.t('pending.waitingFor', { names: namesText(card.waitingFor, words) })
        : '',
    failure: problem,
    selectLabel: words.t('pending.selectCard', { subject }),
  };
}
