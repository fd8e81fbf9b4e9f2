import { words } from '../../services/language';
import type { ChartData } from './chart-data';

const PACKAGE = 'charts';

/** The failure that WeChat tells of when a subpackage cannot be loaded. */
interface LazyLoadFailure {
  readonly subpackage: readonly string[];
}

/** Stands for a chart until its subpackage is loaded, and says so if it cannot be. Placeholder of `chart`. */
Component({
  options: { addGlobalClass: true },
  properties: {
    chart: { type: Object, value: {} as unknown as ChartData },
  },
  data: { failed: '' },
  lifetimes: {
    attached() {
      const onFailure = ({ subpackage }: LazyLoadFailure) => {
        if (subpackage.includes(PACKAGE)) this.setData({ failed: words().t('charts.notLoaded') });
      };
      wx.onLazyLoadError(onFailure);
      listeners.set(this, onFailure);
    },
    detached() {
      const onFailure = listeners.get(this);
      if (onFailure) wx.offLazyLoadError(onFailure);
    },
  },
});

const listeners = new WeakMap<object, (failure: LazyLoadFailure) => void>();
