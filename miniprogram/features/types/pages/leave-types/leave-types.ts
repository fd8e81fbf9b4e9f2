import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type LeaveListModel, leaveListView } from '../../leave-list.view';

type Tap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const EDITOR = '/features/types/pages/leave-type/leave-type';

/** Every leave type of the company. */
screen({
  title: 'titles.leaveTypes',
  start: (): LeaveListModel => ({ types: null, failure: null }),
  view: leaveListView,

  async load() {
    const { data } = await cloud.requests.leaveTypes({});
    return { types: data.types };
  },
  /** Also after coming back from a type that was changed. */
  loadOn: 'show',

  on: {
    onOpen({ currentTarget }: Tap) {
      navigate.to(`${EDITOR}?id=${currentTarget.dataset.id}`);
    },

    onAdd() {
      navigate.to(EDITOR);
    },
  },
});
