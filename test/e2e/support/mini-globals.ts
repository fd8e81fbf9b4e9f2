/** The parts of the phone's global objects that tests of the preview use. */
export interface MiniGlobals {
  readonly wx: {
    createSelectorQuery(): SelectorQuery;
    createAnimation(options: object): Animation;
    createCameraContext(): { takePhoto(options?: object): Promise<{ tempImagePath: string }> };
    getFileSystemManager(): Readonly<Record<string, (options: object) => Promise<Record<string, unknown>>>>;
    canvasToTempFilePath(options: object): Promise<{ tempFilePath: string }>;
    createCanvasContext(id: string): OldContext;
    createVideoContext(id: string): { play(): void; pause(): void };
    request(options: object): Promise<Record<string, unknown>> & { abort(): void };
    canvasPutImageData(options: object): Promise<object>;
    canvasGetImageData(options: object): Promise<{ data: Uint8ClampedArray }>;
    createOffscreenCanvas(options: object): { width: number };
    getAppBaseInfo(): { theme: string; fontSizeSetting: number; fontSizeScaleFactor: number };
    getSystemInfoSync(): { language: string };
    getWindowInfo(): { statusBarHeight: number };
    getMenuButtonBoundingClientRect(): { width: number };
    getAccountInfoSync(): { miniProgram: { appId: string } };
    canIUse(schema: string): boolean;
    getStorageSync(key: string): unknown;
    onNetworkStatusChange(listener: (status: { networkType: string }) => void): void;
    onThemeChange(listener: (result: { theme: string }) => void): void;
    onNeedPrivacyAuthorization(
      listener: (resolve: (answer: object) => void, info: { referrer: string }) => void,
    ): void;
  };
  getCurrentPages(): [MiniPage];
}

interface MiniPage {
  setData(data: object): void;
  note(word: string): void;
  animate(selector: string, frames: object[], duration: number, done: () => void): void;
  clearAnimation(selector: string, done: () => void): void;
  createIntersectionObserver(): {
    relativeToViewport(): {
      observe(
        selector: string,
        seen: (result: { dataset: unknown; intersectionRatio: number }) => void,
      ): void;
    };
  };
}

interface SelectorQuery {
  select(selector: string): { boundingClientRect(): void; fields(wanted: object): void };
  selectViewport(): { scrollOffset(): void };
  exec(done: (results: Record<string, unknown>[]) => void): void;
}

interface OldContext {
  setFillStyle(colour: string): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  drawImage(path: string, x: number, y: number, width: number, height: number): void;
  setFontSize(px: number): void;
  measureText(text: string): { width: number };
  draw(isKept: boolean, done: () => void): void;
}

interface Animation {
  translate(x: number, y: number): Animation;
  opacity(value: number): Animation;
  step(): Animation;
  export(): object;
}
