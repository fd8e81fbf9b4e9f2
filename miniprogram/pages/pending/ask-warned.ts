import type { RequestCard } from '#contracts/request';
import { titleText } from '../../components/request-card/request-card.view';
import { factSentence } from '../../locales/fact-text';
import { personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { isAgainstRule } from '../../utils/is-against-rule';

/** Named in the question; WeChat's dialog has little room. */
const MAX_NAMED = 4;

/** The question about requests that are against a rule before many are approved; null if there are none. */
export function warnedQuestion(cards: readonly RequestCard[], words: Words) {
  const warned = cards.filter(isAgainstRule);
  if (warned.length === 0) return null;
  const named = warned.slice(0, MAX_NAMED).map((card) => {
    const name = personName(card.applicant, words);
    const subject = words.t('pending.subject', { name, title: titleText(card, words) });
    const against = card.warnings.filter(({ tone }) => tone === 'bad');
    return [subject, ...against.map((warning) => factSentence(warning, words))].join('\n');
  });
  const more = warned.length - named.length;
  const names = [...named, ...(more > 0 ? [words.t('pending.warnedMore', { count: more })] : [])];
  return {
    title: words.t('pending.warnedTitle', { count: warned.length }),
    content: words.t('pending.warnedText', { names: names.join('\n') }),
    confirmText: words.t('pending.warnedToo'),
    cancelText: words.t('pending.warnedSkip'),
  };
}

/** Which of many are approved: all, or those that are against no rule. */
export async function askWarned(
  cards: readonly RequestCard[],
  words: Words,
): Promise<readonly RequestCard[]> {
  const question = warnedQuestion(cards, words);
  if (!question) return cards;
  const { confirm } = await wx.showModal(question);
  return confirm ? cards : cards.filter((card) => !isAgainstRule(card));
}
