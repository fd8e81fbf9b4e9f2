/** A list of listeners; if one throws, the others are still called. */
export class Signal<Value = void> {
  private readonly listeners = new Set<(value: Value) => void>();

  add(listener: (value: Value) => void): void {
    this.listeners.add(listener);
  }

  /** Without a listener: all of them. */
  remove(listener?: (value: Value) => void): void {
    if (listener) this.listeners.delete(listener);
    else this.listeners.clear();
  }

  get size(): number {
    return this.listeners.size;
  }

  emit(value: Value): void {
    for (const listener of [...this.listeners]) {
      try {
        listener(value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
