/** How far the service worker is, in files; it tells open pages. */
export interface Progress {
  fetched: number;
  of: number;
}
