import '../../words/words';
import { words } from '../../../../services/language';
import type { PasteFrame } from '../../paste.model';
import { pasteView } from '../../paste.view';

const noFrame: PasteFrame = { month: '2000-01' as PasteFrame['month'], rows: [], shifts: [] };

/** What is shown of a text; what it would change stays out of the page's data. */
function shownOf(text: string, frame: PasteFrame) {
  const { paints: _, ...shown } = pasteView(text, frame, words());
  return shown;
}

const textOf = () => ({
  title: words().t('paste.title'),
  how: words().t('paste.how'),
  placeholder: words().t('paste.placeholder'),
  apply: words().t('paste.apply'),
});

/** A sheet for rows out of Excel: first what they would do, then into the roster. Tells `apply` { paints }, `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    /** PasteFrame */
    frame: { type: Object, value: noFrame },
  },
  data: { typed: '', shown: shownOf('', noFrame), text: textOf() },
  observers: {
    show(show: boolean) {
      if (show) this.setData({ typed: '', shown: shownOf('', noFrame), text: textOf() });
    },
  },
  methods: {
    onType(event: WechatMiniprogram.Input) {
      const typed = event.detail.value;
      this.setData({ typed, shown: shownOf(typed, this.data.frame as PasteFrame) });
    },
    onApply() {
      const { paints } = pasteView(this.data.typed, this.data.frame as PasteFrame, words());
      this.triggerEvent('apply', { paints });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
