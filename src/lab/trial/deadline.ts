/**
 * Do something for a limited time. What is still under way when time is over goes on; whoever waits for
 * it ends it by closing its sandbox.
 *
 * @returns whether it was done in time.
 */
export async function withDeadline(seconds: number, work: () => Promise<void>): Promise<boolean> {
  const controller = new AbortController();
  const late = new Promise<false>((resolve) => {
    const timer = setTimeout(() => resolve(false), seconds * 1000);
    controller.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const done = work().then(() => true as const);
  try {
    return await Promise.race([done, late]);
  } finally {
    controller.abort();
    // Once its sandbox is closed the work fails: nobody waits for it any more.
    done.catch(() => {});
  }
}
