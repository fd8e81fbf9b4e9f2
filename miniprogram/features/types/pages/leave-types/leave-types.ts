import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { type LeaveListModel, leaveListView } from '../../leave-list.view';

type Tap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const EDITOR = '/features/types/pages/leave-type/leave-type';
const start: LeaveListModel = { types: null, failure: null };

/** Every leave type of the company. */
Page({
  data: leaveListView(start, words()),
  model: start,
  stop: null as (() => void) | null,

  onLoad() {
    this.model = start;
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
  },

  /** Also after coming back from a type that was changed. */
  onShow() {
    void this.load();
  },

  onUnload() {
    this.stop?.();
  },

  update(change: Partial<LeaveListModel>) {
    this.model = { ...this.model, ...change };
    showTitle('titles.leaveTypes');
    const changes = changedPaths(this.data, leaveListView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.requests.leaveTypes({});
      this.update({ types: data.types, failure: null });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  onOpen({ currentTarget }: Tap) {
    navigate.to(`${EDITOR}?id=${currentTarget.dataset.id}`);
  },

  onAdd() {
    navigate.to(EDITOR);
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
