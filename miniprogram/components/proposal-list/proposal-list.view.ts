import type { ProposalBrief } from '#contracts/goal-push';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';

export interface ProposalLine {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly tone: 'warn' | 'info' | 'ok' | 'bad';
  readonly detail: string;
  readonly label: string;
}

const TONES = { open: 'warn', countered: 'info', confirmed: 'ok', withdrawn: 'info' } as const;

/** A pushed goal as a line: whose it is or who pushed it, until when, and that somebody was reminded. */
export function proposalLine(proposal: ProposalBrief, words: Words, owner = ''): ProposalLine {
  const { id, title, state, by, deadline, reminded } = proposal;
  const isWaiting = state === 'open' || state === 'countered';
  const name = owner || (words.language === 'en' ? by.nameEn || by.name : by.name);
  const day = dayText(deadline, words);
  const about = owner
    ? words.t('goals.proposalOf', { name, day })
    : words.t('goals.proposalBy', { name, day });
  const told = isWaiting && reminded !== 'nobody' ? words.t('goals.proposalReminded') : '';
  const detail = [about, told].filter(Boolean).join(words.t('common.separator'));
  const shown = words.t(`goals.proposalStates.${state}`);
  return {
    ...{ id, title, state: shown, tone: told ? 'bad' : TONES[state], detail },
    label: [title, shown, detail].join(words.t('common.separator')),
  };
}
