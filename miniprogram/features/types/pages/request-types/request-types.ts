import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { type TypesModel, typesView } from '../../types-list.view';

type Tap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const EDITOR = '/features/types/pages/request-type/request-type';
const start: TypesModel = { types: null, failure: null };

/** Every request type of the company. */
Page({
  data: typesView(start, words()),
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

  update(change: Partial<TypesModel>) {
    this.model = { ...this.model, ...change };
    showTitle('titles.requestTypes');
    const changes = changedPaths(this.data, typesView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.requests.listTypes({});
      this.update({ types: data.types, failure: null });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  onOpen({ currentTarget }: Tap) {
    navigate.to(`${EDITOR}?id=${currentTarget.dataset.id}`);
  },

  onCopy({ currentTarget }: Tap) {
    navigate.to(`${EDITOR}?copy=${currentTarget.dataset.id}`);
  },

  onAdd() {
    navigate.to(EDITOR);
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
