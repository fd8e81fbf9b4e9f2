import type { Minutes } from '#contracts/common';
import type { HandoverArea, HandoverTaskBrief } from '#contracts/handover';
import { avatarText } from '../../common/avatar-text';
import { errorText } from '../../locales/error-text';
import { personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { dayText, instantText } from '../../utils/dates';

export interface HandoverModel {
  readonly tasks: readonly HandoverTaskBrief[] | null;
  readonly failure: Failure | null;
  /** A task is being decided. */
  readonly busy: boolean;
  readonly deciding: string | null;
  /** The task that is to be waived, while the reason is asked for. */
  readonly waiving: string | null;
  /** The one leaver that the page is about; empty for everybody that the person looks after. */
  readonly employeeId: string;
  readonly utcOffset: Minutes;
}

const AREAS: readonly HandoverArea[] = ['work', 'assets', 'accounts', 'files', 'certificate', 'settlement'];
const BY_HR: readonly HandoverArea[] = ['certificate', 'settlement'];
const TONES = { open: 'warn', done: 'ok', waived: 'info' } as const;

/** What the settlement of this leaver still waits for. */
const openBefore = (tasks: readonly HandoverTaskBrief[]): number =>
  tasks.filter(({ area, state }) => state === 'open' && !BY_HR.includes(area)).length;

function taskView(
  task: HandoverTaskBrief,
  all: readonly HandoverTaskBrief[],
  model: HandoverModel,
  words: Words,
) {
  const { area, state, mayDecide, history } = task;
  const waitsFor = area === 'settlement' && state === 'open' ? openBefore(all) : 0;
  const isOpen = state === 'open';
  return {
    id: task.id,
    name: words.t(`handover.areas.${area}`),
    hint: words.t(`handover.hints.${area}`),
    state: words.t(`handover.states.${state}`),
    tone: TONES[state],
    blocked: waitsFor > 0 ? words.t('handover.blocked', { open: waitsFor }) : '',
    decide: mayDecide && isOpen && waitsFor === 0,
    reopen: mayDecide && !isOpen,
    busy: model.busy && model.deciding === task.id,
    history: history.map((entry, key) => ({
      key,
      text: words.t('handover.entry', {
        name: personName({ name: entry.byName, nameEn: entry.byNameEn }, words),
        state: words.t(`handover.states.${entry.state}`),
        time: instantText(entry.at, model.utcOffset, words),
      }),
      note: entry.note,
    })),
  };
}

function groupView(tasks: readonly HandoverTaskBrief[], model: HandoverModel, words: Words) {
  const [first] = tasks;
  if (!first) return [];
  const name = personName(first.leaver, words);
  // Whoever sees a task either looks after it or is the leaver.
  const isOwn = !first.mayDecide;
  const open = tasks.filter(({ state }) => state === 'open').length;
  const ordered = [...tasks].sort((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area));
  return [
    {
      id: first.leaver.id,
      initial: avatarText(name),
      name: isOwn ? words.t('handover.own') : name,
      lastDay: words.t('handover.lastDay', { day: dayText(first.lastDay, words) }),
      left:
        open > 0
          ? words.t('handover.leftOf', { open })
          : words.t('handover.allDone', { total: tasks.length }),
      tone: open > 0 ? ('warn' as const) : ('ok' as const),
      note: isOwn ? words.t('handover.ownNote') : '',
      // A list holds what is open; the rest of a leaver's is one tap away.
      all: model.employeeId === '' && !isOwn,
      tasks: ordered.map((task) => taskView(task, tasks, model, words)),
    },
  ];
}

/** What leavers hand over, and what is done about it. */
export function handoverView(model: HandoverModel, words: Words) {
  const { tasks, failure } = model;
  const byLeaver = new Map<string, HandoverTaskBrief[]>();
  for (const task of tasks ?? [])
    byLeaver.set(task.leaver.id, [...(byLeaver.get(task.leaver.id) ?? []), task]);
  const mode = tasks ? (tasks.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading';
  const waived = (tasks ?? []).find(({ id }) => id === model.waiving);
  return {
    mode: mode as 'ready' | 'empty' | 'error' | 'loading',
    error: failure ? errorText(failure, words, model.utcOffset) : '',
    groups: [...byLeaver.values()].flatMap((some) => groupView(some, model, words)),
    waiving: {
      show: waived !== undefined,
      subject: waived?.id ?? '',
      note: waived
        ? words.t('pending.subject', {
            name: personName(waived.leaver, words),
            title: words.t(`handover.areas.${waived.area}`),
          })
        : '',
    },
    text: {
      retry: words.t('common.retry'),
      cancel: words.t('common.cancel'),
      loadFailed: words.t('handover.loadFailed'),
      empty: words.t('handover.empty'),
      emptyText: words.t('handover.emptyText'),
      emptyAction: words.t('handover.emptyAction'),
      all: words.t('handover.all'),
      done: words.t('handover.done'),
      waive: words.t('handover.waive'),
      reopen: words.t('handover.reopen'),
      waiveTitle: words.t('handover.waiveTitle'),
      waivePlaceholder: words.t('handover.waivePlaceholder'),
    },
  };
}
