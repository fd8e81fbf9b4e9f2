import type { ReviewsContract, ReviewsOfCycle, ReviewTask } from '#contracts/reviews';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayText } from '../../../../utils/dates';

export interface HomeModel {
  readonly data: ReviewsContract['reviews']['output'] | null;
  readonly failure: Failure | null;
}

/** What is to be sent comes first, then what was sent. */
const RANK: Readonly<Record<ReviewTask['state'], number>> = { begun: 0, new: 1, late: 2, sent: 3 };
const TONE: Readonly<Record<ReviewTask['state'], string>> = {
  begun: 'info',
  new: 'brand',
  late: 'bad',
  sent: 'ok',
};

/** Whom the person is asked about, and what they arrange for the reviews about themselves and their team. */
export function homeView({ data, failure }: HomeModel, words: Words) {
  const cycles = data?.cycles ?? [];
  return {
    mode: data ? (cycles.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, words) : '',
    cycles: cycles.map((each) => cycleView(each, data?.isOffice ?? false, words)),
    text: {
      loadFailed: words.t('reviewHome.loadFailed'),
      retry: words.t('common.retry'),
      empty: words.t('reviewHome.empty'),
      emptyText: words.t('reviewHome.emptyText'),
      nothing: words.t('reviewHome.nothing'),
      tasks: words.t('reviewHome.tasks'),
    },
  };
}

function cycleView(each: ReviewsOfCycle, isHr: boolean, words: Words) {
  const open = each.tasks.filter(({ state }) => state === 'new' || state === 'begun').length;
  return {
    id: each.cycle.id,
    title: words.pick(each.cycle.title),
    until: words.t('reviewHome.until', { day: dayText(each.cycle.answersUntil, words) }),
    summary: open > 0 ? words.t('reviewHome.left', { count: open }) : words.t('reviewHome.done'),
    isEmpty: each.tasks.length === 0,
    tasks: [...each.tasks].sort((a, b) => RANK[a.state] - RANK[b.state]).map((task) => taskView(task, words)),
    links: linksOf(each, isHr, words),
  };
}

const taskView = ({ subject, relation, state, until, isReopened }: ReviewTask, words: Words) => ({
  id: subject.id,
  name: personName(subject, words),
  relation: words.t(`reviewHome.relation.${relation}`),
  state: words.t(`reviewHome.state.${state}`),
  tone: TONE[state],
  until: isReopened && state !== 'sent' ? words.t('reviewHome.reopened', { day: dayText(until, words) }) : '',
});

function linksOf({ peers, hasCustomers, team }: ReviewsOfCycle, isHr: boolean, words: Words) {
  const note =
    peers &&
    (peers.state === 'open'
      ? words.t('reviewHome.peersOpen', { day: dayText(peers.until, words) })
      : peers.state === 'chosen'
        ? words.t('reviewHome.peersChosen', { count: peers.count })
        : words.t('reviewHome.peersSettled'));
  const teamNote =
    team.waiting > 0
      ? words.t('reviewHome.teamWaiting', { count: team.waiting })
      : words.t('reviewHome.teamText', { count: team.size });
  return [
    ...(note ? [{ id: 'peers', name: words.t('reviewHome.peers'), note }] : []),
    ...(hasCustomers
      ? [
          {
            id: 'customers',
            name: words.t('reviewHome.customers'),
            note: words.t('reviewHome.customersText'),
          },
        ]
      : []),
    ...(team.size > 0 ? [{ id: 'team', name: words.t('reviewHome.team'), note: teamNote }] : []),
    ...(isHr ? [{ id: 'office', name: words.t('reviewHome.office'), note: '' }] : []),
  ];
}
