import '../../words/words';
import { cloud } from '../../../../services/cloud';
import { navigate } from '../../../../services/navigate';
import { screen } from '../../../../services/screen';
import { type TypesModel, typesView } from '../../types-list.view';

type Tap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const EDITOR = '/features/types/pages/request-type/request-type';

/** Every request type of the company. */
screen({
  title: 'titles.requestTypes',
  start: (): TypesModel => ({ types: null, failure: null }),
  view: typesView,

  async load() {
    const { data } = await cloud.requests.listTypes({});
    return { types: data.types };
  },
  /** Also after coming back from a type that was changed. */
  loadOn: 'show',

  on: {
    onOpen({ currentTarget }: Tap) {
      navigate.to(`${EDITOR}?id=${currentTarget.dataset.id}`);
    },

    onCopy({ currentTarget }: Tap) {
      navigate.to(`${EDITOR}?copy=${currentTarget.dataset.id}`);
    },

    onAdd() {
      navigate.to(EDITOR);
    },
  },
});
