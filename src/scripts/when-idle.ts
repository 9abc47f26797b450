/** Do what can wait: once the page has loaded, something of it is seen, and the browser has nothing better to do. */
export function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  const wait = (): void => void (window.requestIdleCallback?.(work) ?? setTimeout(work, 100));
  const look = (): void => whenPainted(wait);
  if (document.readyState === 'complete') look();
  else window.addEventListener('load', look, { once: true });
}

/** A browser may be idle before it paints first; what is fetched then comes before the page to the eye. */
function whenPainted(work: () => void): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('paint')) {
    work();
    return;
  }
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return;
    observer.disconnect();
    work();
  });
  observer.observe({ type: 'paint', buffered: true });
}
