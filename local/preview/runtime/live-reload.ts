/** Reloads the phone when the server has built it anew. */
export function liveReload(): void {
  const events = new EventSource('/preview/events');
  events.addEventListener('rebuilt', () => location.reload());
}
