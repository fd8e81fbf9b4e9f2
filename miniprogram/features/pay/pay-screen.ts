import type { Failure } from '../../services/client-error';
import { screen } from '../../services/screen';
import type { Hooks, PageOptions, ScreenOptions, Self } from '../../services/screen-options';
import { currentOpening, onPayClosed } from './opening';

/** Creates a page that WeChat hides in the list of apps and, where it can (base library 2.33), in screenshots and recordings. */
export function payScreen<
  Model extends object,
  View extends object,
  Data extends object = object,
  Fields extends object = object,
  Methods extends object = object,
>(
  options: ScreenOptions<Model, View, Data, Fields, Methods> &
    ThisType<Self<Model, View & Data, Fields, Methods>>,
): void {
  const { onShow, onHide, onUnload, ...own }: Partial<Hooks> = options.on ?? {};
  screen({
    ...options,
    on: {
      ...own,
      onShow(this: never) {
        wx.setVisualEffectOnCapture?.({ visualEffect: 'hidden' });
        return onShow?.call(this);
      },
      onHide(this: never) {
        showOthers();
        return onHide?.call(this);
      },
      onUnload(this: never) {
        showOthers();
        return onUnload?.call(this);
      },
    },
  });
}

/** The pages that follow are not hidden. */
const showOthers = (): void => wx.setVisualEffectOnCapture?.({ visualEffect: 'none' });

/** What the model of a page behind the second check has. */
export interface Locked {
  readonly isLocked: boolean;
  readonly failure: Failure | null;
}

/** Definition of a page behind the second check. */
interface LockedOptions<Model, View, Data, Fields, Methods>
  extends PageOptions<Model, View, Data, Fields, Methods> {
  /** What the page forgets once pay is closed: when the opening ends, and when WeChat is left. */
  closed: Partial<NoInfer<Model>>;
  /** Loads with what the second check opened. */
  load: (model: NoInfer<Model>, opening: string) => Promise<Partial<NoInfer<Model>>>;
}

/** Creates a page of pay that asks for the second check and forgets what it showed once that has ended. */
export function lockedScreen<
  Model extends Locked,
  View extends object,
  Data extends object = object,
  Fields extends object = object,
  Methods extends object = object,
>(
  options: LockedOptions<Model, View, Data, Fields, Methods> &
    ThisType<Self<Model, View & Data, Fields, Methods>>,
): void {
  const locked = { ...options.closed, isLocked: true } as Partial<Model>;
  const { onLoad, ...own }: Partial<Hooks> = options.on ?? {};
  payScreen<Model, View, Data, Fields, Methods>({
    ...options,
    load: async (model) => {
      const opening = currentOpening();
      return opening === null ? locked : { ...(await options.load(model, opening)), isLocked: false };
    },
    failed: (failure) =>
      (failure?.code === 'SECOND_CHECK_NEEDED'
        ? { ...locked, failure: null }
        : { failure }) as Partial<Model>,
    on: {
      onOpened(this: Self<Model, View, Fields, Methods>) {
        this.update({ isLocked: false, failure: null } as Partial<Model>);
        void this.load();
      },
      ...own,
      onLoad(this: Self<Model, View, Fields, Methods>, link: Parameters<Hooks['onLoad']>[0]) {
        this.stops.push(onPayClosed(() => this.update(locked)));
        return onLoad?.call(this as never, link);
      },
    } as never,
  });
}
