/** Reloads the phone after a rebuild. */
export function liveReload(): void {
  const events = new EventSource('/preview/events');
  events.addEventListener('rebuilt', () => location.reload());
}
