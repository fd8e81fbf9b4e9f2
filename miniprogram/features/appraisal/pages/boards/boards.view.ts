import type { AppraisalResultsContract, BoardBrief } from '#contracts/appraisal-results';
import { errorText } from '../../../../locales/error-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';

export interface BoardsModel {
  readonly cycleId: string;
  readonly data: AppraisalResultsContract['boards']['output'] | null;
  /** Whether the question before publishing is open. */
  readonly asking: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const TONES = { open: 'warn', locked: 'ok', published: 'info' } as const;

/** The units that the reader calibrates, and for HR what is left until the results are published. */
export function boardsView({ data, asking, busy, failure }: BoardsModel, t: Words) {
  const { cycle, boards = [], publish } = data ?? {};
  return {
    mode: data ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    busy,
    asking,
    question: cycle ? t.t('boards.publishAsk', { title: t.pick(cycle.title) }) : '',
    title: cycle ? t.pick(cycle.title) : '',
    state:
      cycle && cycle.state !== 'calibration'
        ? t.t(`boards.${cycle.state === 'published' ? 'published' : 'publishing'}`)
        : '',
    rows: boards.map((board) => rowOf(board, cycle?.state === 'published', t)),
    publish: publish
      ? {
          shown: true,
          may: publish.may,
          text: publish.may ? t.t('boards.ready') : t.t('boards.openCount', { count: publish.open }),
        }
      : { shown: false, may: false, text: '' },
    text: {
      loadFailed: t.t('boards.loadFailed'),
      retry: t.t('common.retry'),
      none: t.t('boards.none'),
      noneText: t.t('boards.noneText'),
      publish: t.t('boards.publish'),
      ok: t.t('boards.publishOk'),
      cancel: t.t('common.cancel'),
      distribution: t.t('distribution.open'),
    },
  };
}

/** `isOver`: the cycle says that it is published, so its boards need not. */
const rowOf = ({ unitId, unit, state, people, counts }: BoardBrief, isOver: boolean, t: Words) => ({
  id: unitId,
  name: t.pick(unit),
  people: people === 0 ? t.t('board.alone') : t.t('boards.people', { count: people }),
  counts:
    people === 0
      ? ''
      : counts.map(({ grade, count }) => t.t('boards.grade', { grade, count })).join(t.t('common.separator')),
  state: isOver ? '' : t.t(`boards.states.${state}`),
  tone: TONES[state],
});
