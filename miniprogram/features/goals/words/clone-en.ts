import type { Texts } from '../../../locales/texts';
import type { cloneZhCN } from './clone-zh-CN';

/** What the page says in English that copies goals of an earlier cycle. */
export const cloneEn: Texts<typeof cloneZhCN> = {
  cloneGoals: {
    to: 'Copied into {{cycle}}',
    from: 'Copy from',
    raise: 'Raise targets by',
    needRaise: 'Raise targets by a whole number from 0 to 100',
    fromLast: 'Go on from the last figure',
    fromLastNote:
      'A level such as the share of returning customers starts where it stood. What is counted from zero every time keeps its start',
    came: '{{progress}} reached',
    was: 'was {{before}}',
    aligned: 'Aligned to "{{title}}"',
    lost: '{{count}} alignments are left out: those goals are not in this cycle',
    lost_one: '{{count}} alignment is left out: that goal is not in this cycle',
    there: 'Already here',
    sum: 'Weights: {{sum}}% in all',
    over: 'Weights: {{sum}}% in all. Choose fewer, 100% is the most',
    send: 'Copy {{count}} goals',
    send_one: 'Copy {{count}} goal',
    done: '{{count}} goals copied',
    done_one: '{{count}} goal copied',
    empty: 'No goals in that cycle',
    emptyText: 'Choose another cycle, or write a new goal',
    leaving: 'Nothing is copied yet. Leave?',
  },
};
