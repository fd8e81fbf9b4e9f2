import { VideoElement } from '../elements/video';
import { domOf } from '../framework/backend';
import { reportError } from '../problem-log';
import { currentPage } from '../router/page-stack';
import type { Instance } from './selector-query';

/** Controls a `<video>` by its id; a missing one does nothing, as on a phone. */
function videoContext(id: string, scope?: Instance) {
  const player = (): HTMLVideoElement | null => {
    const { _$: component } = scope ?? (currentPage().page as unknown as Instance);
    const dom = domOf(component.getShadowRoot()?.querySelector(`#${id}`));
    return dom instanceof VideoElement ? dom.player() : null;
  };
  return {
    // A player without a source rejects; the element's `error` event has reported it.
    play: () =>
      void player()
        ?.play()
        .catch(() => undefined),
    pause: () => player()?.pause(),
    stop: () => {
      const video = player();
      video?.pause();
      if (video) video.currentTime = 0;
    },
    seek: (seconds: number) => {
      const video = player();
      if (video) video.currentTime = seconds;
    },
    playbackRate: (rate: number) => {
      const video = player();
      if (video) video.playbackRate = rate;
    },
    requestFullScreen: () => void player()?.requestFullscreen().catch(reportError),
    exitFullScreen: () => void (document.fullscreenElement && document.exitFullscreen().catch(reportError)),
  };
}

export const videoApi = { createVideoContext: videoContext };
